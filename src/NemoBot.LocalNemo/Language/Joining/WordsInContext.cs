using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Gives words the meaning that they have with what is there: "the song" is the music under a talk, and the voice where it is all that sounds.</summary>
internal static partial class WordsInContext
{
    /// <summary>In this order: what one of them renames, those after it see.</summary>
    private static readonly IReadOnlyList<Func<string, IReadOnlyList<Token>, Situation, IReadOnlyList<Token>>> Steps =
    [
        SongsAsMusic, ReadingsAloud, MusicCrossfades, NumberedLines, CornerPictures, GroundsOfTexts, GradientsOfTexts, UprightWaves, EdgesOfTexts, BarsWithoutPicture, ScreensAsGround, CountedItems, LinesAsTitles, TextsAsCaptions,
    ];

    /// <summary>The tokens with the meanings of this situation.</summary>
    public static IReadOnlyList<Token> Resolve(string text, IReadOnlyList<Token> tokens, Situation situation) => Steps.Aggregate(tokens, (now, step) => step(text, now, situation));

    /// <summary>画面换成蓝色, where only a color is behind.</summary>
    private static IReadOnlyList<Token> ScreensAsGround(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        situation is not { Project.Background.Kind: BackgroundKind.Color or BackgroundKind.Gradient, NewFiles.Count: 0 } ? tokens
        : [.. tokens.Select((t, i) => text[t.Start..t.End] == "画面" && i + 2 < tokens.Count && tokens[i + 1].Concept is Concept.Change or Concept.Use && tokens[i + 2].Kind == TokenKind.Color ? t with { Concept = Concept.Background } : t)];

    /// <summary>"my pic in the corner": a picture that has just come lies over what is there.</summary>
    private static IReadOnlyList<Token> CornerPictures(string _, IReadOnlyList<Token> tokens, Situation situation) =>
        situation is not { HasMaterial: true, NewFiles: [{ Facts.Kind: Core.Media.MediaKind.Image }] } || tokens.Any(t => t.Concept is Concept.Title or Concept.Logo or Concept.Background or Concept.Captions || t.Kind == TokenKind.Quote)
        || !tokens.Any(t => t.Concept is Concept.CornerWord or Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight) ? tokens
        : [.. tokens.Select(t => t.Concept == Concept.Image ? t with { Concept = Concept.Logo } : t)];

    /// <summary>"line 1" of the captions is no waveform.</summary>
    private static IReadOnlyList<Token> NumberedLines(string _, IReadOnlyList<Token> tokens, Situation situation) => situation.Project?.Captions is null ? tokens
        : [.. tokens.Select((t, i) => t.Concept == Concept.Line && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Number ? t with { Concept = Concept.LineWord, Style = VisualStyle.None } : t)];

    /// <summary>字幕的底色, 标题的背景: what lies behind a text is its box, not the background of the video.</summary>
    private static IReadOnlyList<Token> GroundsOfTexts(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        [.. tokens.Select((t, i) => i > 0 && t.Concept == Concept.Background && text[t.Start] >= 0x2E80 && (text[tokens[i - 1].Start..tokens[i - 1].End] == "的" ? i > 1 && IsText(tokens[i - 2]) : IsText(tokens[i - 1]) && (text[t.Start] == '底' || IsRemoved(tokens, i))) ? t with { Concept = Concept.Plate } : t)];

    /// <summary>标题颜色渐变行吗: letters have one color, and the background is not meant.</summary>
    private static IReadOnlyList<Token> GradientsOfTexts(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        [.. tokens.Select((t, i) => i > 0 && t.Concept == Concept.Gradient && text[t.Start] >= 0x2E80 && tokens.Take(i).Reverse().TakeWhile(o => o.Kind != TokenKind.Break).ToList() is var before && before.Exists(IsText)
            && !before.Exists(o => o.Kind == TokenKind.Quote || Clause.SubjectOf(o.Concept) == Subject.Background) ? t with { Kind = TokenKind.Unknown, Concept = Concept.None } : t)];

    /// <summary>波形放右边竖着: not the shape of the picture.</summary>
    private static IReadOnlyList<Token> UprightWaves(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        [.. tokens.Select((t, i) => t.Concept == Concept.Portrait && text[t.Start..t.End] is "竖着" or "竖着放" && tokens.Take(i).Reverse().TakeWhile(o => o.Kind != TokenKind.Break).Any(o => Clause.SubjectOf(o.Concept) == Subject.Visual) ? t with { Kind = TokenKind.Unknown, Concept = Concept.None } : t)];

    private static bool IsText(Token token) => token.Concept is Concept.Captions or Concept.Title;

    /// <summary>字幕底色去掉, 去掉字幕底色.</summary>
    private static bool IsRemoved(IReadOnlyList<Token> tokens, int index) => tokens.Skip(index + 1).FirstOrDefault(t => t.Concept != Concept.Filler)?.Concept == Concept.Remove || tokens.Take(index - 1).LastOrDefault(t => t.Concept != Concept.Filler)?.Concept == Concept.Remove;

    /// <summary>打一行“新年快乐”，红色，带黑边: the edge of the letters, where no picture is spoken of.</summary>
    private static IReadOnlyList<Token> EdgesOfTexts(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        tokens.Any(t => t.Concept is Concept.Image or Concept.Images or Concept.Cover or Concept.Video or Concept.Background) ? tokens
        : [.. tokens.Select((t, i) => i > 0 && t.Concept == Concept.Letterbox && text[t.Start..t.End] is "黑边" or "白边" && text[tokens[i - 1].Start..tokens[i - 1].End] is "带" or "加" or "加个" or "描" or "带个" or "配" && tokens.Take(i).Any(o => o.Kind == TokenKind.Quote || o.Concept is Concept.Title or Concept.Captions) ? t with { Concept = Concept.Outline } : t)];

    /// <summary>老师布置的朗读作业, beside a recording: that is what was read aloud. 帮我朗读这段文字 asks for a voice.</summary>
    private static IReadOnlyList<Token> ReadingsAloud(string text, IReadOnlyList<Token> tokens, Situation situation) => !situation.Files.Any(f => f.Facts.HasAudio) ? tokens
        : [.. tokens.Select(t => t.Concept == Concept.SyntheticVoice && text[t.Start..t.End] == "朗读" && !VoiceWish().IsMatch(text) ? t with { Concept = Concept.Recording } : t)];

    [GeneratedRegex("(?:ai|机器|合成|自动|电脑|帮我|替我|给我|帮忙|能不能|可以)[^，。,]{0,3}朗读|朗读(?:出来|一下|一遍|这段?文字?|文字|文本|文案|文稿|稿子|功能)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VoiceWish();

    /// <summary>"crossfade the music out": it fades.</summary>
    private static IReadOnlyList<Token> MusicCrossfades(string _, IReadOnlyList<Token> tokens, Situation situation) =>
        situation.Project is not { Music.Count: > 0, Clips.Count: < 2, Slides.Count: < 2 } || !tokens.Any(t => t.Concept == Concept.Music) || tokens.Any(t => t.Concept is Concept.Remove or Concept.FadeIn or Concept.FadeOut) ? tokens
        : [.. tokens.Select(t => t.Concept == Concept.Crossfade ? t with { Concept = Concept.FadeOut } : t)];

    /// <summary>"white background, black bars" where no picture is that could have bars beside it: the color of the waveform.</summary>
    private static IReadOnlyList<Token> BarsWithoutPicture(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        situation.Files.Any(f => f.Facts.HasVideo || f.Facts.Kind == Core.Media.MediaKind.Image) || tokens.Any(t => t.Concept is Concept.Remove or Concept.No or Concept.Not) ? tokens
        : [.. tokens.SelectMany(t => t.Concept == Concept.Letterbox && text[t.Start..t.End].Equals("black bars", StringComparison.OrdinalIgnoreCase)
            ? [new Token(TokenKind.Color, t.Start, 5) { Content = "#000000" }, new Token(TokenKind.Word, t.Start + 6, 4) { Concept = Concept.Bars, Style = VisualStyle.Bars }] : (IEnumerable<Token>)[t])];

    /// <summary>"bring the song up": the music, where some plays beside the main sound.</summary>
    private static IReadOnlyList<Token> SongsAsMusic(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        // "the music a bit quieter": the sound that took the place of the clip's own.
        situation.Project is { Music.Count: 0 } and ({ Voice: not null } or { Slides.Count: > 0, Clips.Count: > 0 }) && situation.NewFiles.Count == 0 && !tokens.Any(t => t.Concept is Concept.Add or Concept.Remove or Concept.Voice)
            ? [.. tokens.Select(t => t.Concept == Concept.Music ? t with { Concept = Concept.Voice } : t)]
        : situation.Project is { Music.Count: 0 } && situation.NewFiles.Count == 0 && tokens.Any(t => t.Concept is Concept.Cut or Concept.Remove) && tokens.Any(t => t.IsTime)
            // "the intro jingle runs 6 seconds, cut it": what is heard in the recording.
            ? [.. tokens.Select(t => t.Concept == Concept.Music && (WordLists.Jingles.Contains(text[t.Start..t.End]) || text[t.Start] >= 0x2E80) ? t with { Concept = tokens.Any(o => o.Concept is Concept.Begin or Concept.First or Concept.End or Concept.Last) ? Concept.Filler : Concept.Begin } : t)]
        : situation is { HasMaterial: true, Project.Background.Kind: not BackgroundKind.Video } && situation.NewFiles.Any(f => f.Facts.Kind == Core.Media.MediaKind.Audio) && tokens.Any(t => t.Concept is Concept.Begin or Concept.End or Concept.First or Concept.Last) && !tokens.Any(t => t.Concept is Concept.Replace or Concept.Swap or Concept.Cut or Concept.Remove or Concept.Trim or Concept.Append)
            // "the song at the very end only": it goes with the talk, not in its place.
            ? [.. tokens.Select(t => t.Concept == Concept.Voice && text[t.Start..t.End].ToLowerInvariant() is "song" or "track" or "tune" ? t with { Concept = Concept.Music } : t)]
        : situation.Project is not { Music.Count: > 0 } || situation.NewFiles.Count > 0 ? tokens
        : [.. tokens.Select(t => t.Concept == Concept.Voice && (text[t.Start..t.End].ToLowerInvariant() is "song" or "歌" or "歌曲" or "这首歌" || text[t.Start..t.End] == "声音" && IsAboutMusic(text, tokens, situation)) ? t with { Concept = Concept.Music } : t)];

    /// <summary>声音开到30%, after a message about the music.</summary>
    private static bool IsAboutMusic(string text, IReadOnlyList<Token> tokens, Situation situation) => situation.Focus == Subject.Music && !tokens.Any(t => text[t.Start..t.End] is ['我', ..] or ['说', ..] or ['人', ..]) && !tokens.Any(t => t.Concept is Concept.Music or Concept.Denoise or Concept.Noise or Concept.Remove or Concept.Cut)
        && tokens.Any(t => t.Kind is TokenKind.Percent or TokenKind.Decibel || t.Concept is Concept.Louder or Concept.Quieter or Concept.Bigger or Concept.Smaller or Concept.TurnUp or Concept.TurnDown or Concept.Half);

    /// <summary>第二段放到前面, 不要第一张: what is counted are the clips or the pictures that there are.</summary>
    private static IReadOnlyList<Token> CountedItems(string text, IReadOnlyList<Token> tokens, Situation situation)
    {
        var (clips, slides) = (situation.Project is { Clips.Count: > 1, Slides.Count: 0 }, situation.Project is { Slides.Count: > 1 });
        if ((clips || slides) && situation.Project!.Titles.Count < 2 && tokens.All(t => t.Kind == TokenKind.Ordinal || t.Concept is Concept.Remove or Concept.Filler) && tokens.Count(t => t.Kind == TokenKind.Ordinal && text[t.End - 1] == '个') is 1)
        {
            // 去掉第一个.
            return [.. tokens.SelectMany(t => t.Kind != TokenKind.Ordinal ? [t] : (IEnumerable<Token>)[t with { Length = t.Length - 1 }, new Token(TokenKind.Word, t.End - 1, 1) { Concept = clips ? Concept.Video : Concept.Image }])];
        }

        return !clips && !slides ? tokens : [.. tokens.SelectMany((t, i) => i > 0 && tokens[i - 1].Kind == TokenKind.Ordinal && text[t.Start..t.End].Equals("one", StringComparison.OrdinalIgnoreCase) ? [t with { Kind = TokenKind.Word, Concept = clips ? Concept.Video : Concept.Image }]
            : t.Kind == TokenKind.Ordinal && text[t.End - 1] is var unit && (unit is '段' or '条' && clips || unit is '张' or '幅' && slides)
            && !(i + 1 < tokens.Count && (Clause.SubjectOf(tokens[i + 1].Concept) != Subject.None || tokens[i + 1].Concept is Concept.Video))
            ? [t with { Length = t.Length - 1 }, new Token(TokenKind.Word, t.End - 1, 1) { Concept = clips ? Concept.Video : Concept.Image }]
            // 最后一张.
            : i > 0 && tokens[i - 1].Concept is Concept.First or Concept.Last && (text[t.Start..t.End] is "一张" or "张" or "一幅" && slides || text[t.Start..t.End] is "一段" or "段" or "一条" && clips) && !(i + 1 < tokens.Count && (Clause.SubjectOf(tokens[i + 1].Concept) != Subject.None || tokens[i + 1].IsTime || tokens[i + 1].Concept is Concept.Video))
            ? [t with { Concept = clips ? Concept.Video : Concept.Image }] : (IEnumerable<Token>)[t])];
    }

    /// <summary>第一行改成“早安”: of several titles where there are no captions.</summary>
    private static IReadOnlyList<Token> LinesAsTitles(string text, IReadOnlyList<Token> tokens, Situation situation) => situation.Project is not { Captions: null, Titles.Count: > 1 } || tokens.Any(t => t.Concept is Concept.Title or Concept.Captions) ? tokens
        : [.. tokens.Select((t, i) => t.Concept == Concept.LineWord && text[t.Start] == '行' && i > 0 && tokens[i - 1].Kind == TokenKind.Ordinal ? t with { Concept = Concept.Title } : t)];

    /// <summary>"make the words bigger": the captions, where they are the only text.</summary>
    private static IReadOnlyList<Token> TextsAsCaptions(string text, IReadOnlyList<Token> tokens, Situation situation) =>
        tokens.Any(t => t.Concept == Concept.Captions) && (situation.Project?.Captions is not null || (situation.Project is not { Titles.Count: > 0 } && tokens.All(t => t.Concept != Concept.Title || text[t.Start..t.End] == "字"))) && !tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.Colon) ? [.. tokens.Select(t => t.Concept == Concept.Title && text[t.Start..t.End] == "字" ? t with { Concept = Concept.Filler } : t)]
        : (situation.Project is not { Captions: not null, Titles.Count: 0 } && (situation is not { Project.Captions: not null, Focus: Subject.Captions } || tokens.Any(t => t.Concept == Concept.Title && text[t.Start..t.End] is not ("字" or "字号" or "字体大小")))) || tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.Colon || t.Concept is Concept.Add or Concept.Captions or Concept.Called) ? tokens
        : [.. tokens.Select(t => t.Concept == Concept.Title && WordLists.Texts.Contains(text[t.Start..t.End]) ? t with { Concept = Concept.Captions } : t)];
}
