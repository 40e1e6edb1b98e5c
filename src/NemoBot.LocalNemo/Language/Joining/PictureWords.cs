using NemoBot.Core.Media;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Words for pictures whose meaning depends on what is shown.</summary>
internal static class PictureWords
{
    private const string BlackBars = "black bars";

    /// <summary>"my pic in the corner": a picture that has just come lies over what is there.</summary>
    public static Utterance CornerPictures(Utterance said)
    {
        var hasCome = said.Situation is { HasMaterial: true, NewFiles: [{ Facts.Kind: MediaKind.Image }] };
        var isOther = said.Has(Concept.Title, Concept.Logo, Concept.Background, Concept.Captions) || said.Tokens.Any(t => t.Kind == TokenKind.Quote);
        return hasCome && !isOther && said.Has(Concept.CornerWord, Concept.TopLeft, Concept.TopRight, Concept.BottomLeft, Concept.BottomRight)
            ? said.Rename(Concept.Logo, (t, _) => t.Concept == Concept.Image) : said;
    }

    /// <summary>"over this gif": a picture that was sent, not a kind of file.</summary>
    public static Utterance SentGifs(Utterance said) =>
        said.Situation.Files.Any(f => f.Name.EndsWith(".gif", StringComparison.OrdinalIgnoreCase))
            ? said.Rename(Concept.Image, (t, i) => t.Concept == Concept.Gif && IsPointedAt(said, i))
            : said;

    private static bool IsPointedAt(Utterance said, int index) =>
        said.TextAt(index - 1) is "this" or "that" or "my" or "the" or "这个" or "这张" or "那个" or "那张" or "我的"
        || (index > 0 && said.Tokens[index - 1].Concept is Concept.Under or Concept.It);

    /// <summary>画面换成蓝色, where only a color is behind.</summary>
    public static Utterance ScreensAsGround(Utterance said) =>
        said.Situation is { Project.Background.Kind: BackgroundKind.Color or BackgroundKind.Gradient, NewFiles.Count: 0 }
            ? said.Rename(Concept.Background, (t, i) => said.TextOf(t) == "画面" && i + 2 < said.Tokens.Count
                && said.Tokens[i + 1].Concept is Concept.Change or Concept.Use && said.Tokens[i + 2].Kind == TokenKind.Color)
            : said;

    /// <summary>波形放右边竖着: not the shape of the picture.</summary>
    public static Utterance UprightWaves(Utterance said) => said.Forget((t, i) =>
        t.Concept == Concept.Portrait && said.TextOf(t) is "竖着" or "竖着放" && said.Before(i).Any(o => Clause.SubjectOf(o.Concept) == Subject.Visual));

    /// <summary>"white background, black bars" where no picture is that could have bars beside it: the color of the waveform.</summary>
    public static Utterance BarsWithoutPicture(Utterance said)
    {
        var hasPicture = said.Situation.Files.Any(f => f.Facts.HasVideo || f.Facts.Kind == MediaKind.Image);
        return hasPicture || said.Has(Concept.Remove, Concept.No, Concept.Not) ? said
            : said with { Tokens = [.. said.Tokens.SelectMany(t => IsBlackBars(said, t) ? AsWaveform(t) : [t])] };
    }

    /// <summary>"no waveform, just the picture": what is seen is spoken of, not the sound.</summary>
    public static Utterance PicturesAlone(Utterance said) =>
        said.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None)
            ? said.Rename(Concept.Filler, (t, _) => IsPictureAlone(said, t))
            : said.Situation.Project is { } project && !project.Clips.Any(c => c.Asset.Facts.HasVideo) ? said.Forget((t, _) => IsPictureAlone(said, t)) : said;

    private static bool IsPictureAlone(Utterance said, Token token) =>
        token.Concept == Concept.Mute && said.TextOf(token).ToLowerInvariant() is "just the picture" or "just the visuals" or "picture only";

    private static bool IsBlackBars(Utterance said, Token token) =>
        token.Concept == Concept.Letterbox && said.TextOf(token).EndsWith(BlackBars, StringComparison.OrdinalIgnoreCase);

    private static Token[] AsWaveform(Token token)
    {
        // "with black bars".
        var (start, color) = (token.End - BlackBars.Length, BlackBars.IndexOf(' ', StringComparison.Ordinal));
        return
        [
            new(TokenKind.Color, start, color) { Content = "#000000" },
            new(TokenKind.Word, start + color + 1, BlackBars.Length - color - 1) { Concept = Concept.Bars, Style = VisualStyle.Bars },
        ];
    }
}
