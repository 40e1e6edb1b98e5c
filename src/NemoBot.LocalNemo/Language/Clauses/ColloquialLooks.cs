using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Colloquial words for how a thing looks and what is behind it: 蓝底白字, "a round picture".</summary>
internal static class ColloquialLooks
{
    /// <summary>The word as it is meant; null if it says nothing of a look.</summary>
    public static Token? Read(WordInClause word) => word.Word switch
    {
        // 片头3秒黑底白字写“早安”: behind the text, while it is seen.
        "底" when IsColored(word) && IsBehindPassingText(word) => word.As(Concept.Plate),

        // 蓝底白字: what is behind.
        "底" when IsColored(word) => word.As(Concept.Background),

        // "a black screen", 纯黑画面.
        "screen" or "frame" or "canvas" or "画面" when IsColored(word) && !word.Names(Subject.Background) => word.AsWord(Concept.Background),

        // "orange bars on black".
        "on" when IsBeforeGround(word) => word.As(Concept.Background),
        "background" or "背景" or "bg" when IsOfSound(word) => word.As(Concept.Under),

        // 深色波形: a tone of its own, not a scheme of all.
        _ when IsToneOfVisual(word) => word.As(word.Token.Concept == Concept.DarkTheme ? Concept.DarkWord : Concept.LightWord),

        // "thicker outline": of the edge, not of the letters.
        "thicker" or "thick" or "fatter" when word.Next?.Concept == Concept.Outline => word.AsWord(Concept.Filler),
        "round" or "rounded" or "circular" when IsShape(word) => word.AsUnknown() with { Style = default },

        // 字幕的字大一点: of the captions.
        "字" or "字号" or "字体大小" when word.Token.Concept == Concept.Title && word.Has(Concept.Captions) => word.As(Concept.Filler),

        // 字再粗一点: bold letters, not larger ones.
        "粗一点" or "粗点" or "粗些" or "更粗" or "再粗点" or "加粗" or "粗" or "粗啲" or "厚一点" or "厚点" when IsOfLetters(word) => word.As(Concept.Bold),

        // 字幕 白 黑边: the edge of the letters.
        "黑边" or "白边" when word.Token.Concept == Concept.Letterbox && NamesLetters(word) => word.As(Concept.Outline),

        // "320 wide" is no shape.
        "wide" or "high" or "tall" or "pixels wide" when word is { IsCounted: true, Previous: { } number } =>
            word.AsUnknown() with { Start = number.Start, Length = word.Token.End - number.Start },
        "换个位置" or "换位置" or "换一下位置" when IsMoveOfOne(word) => word.As(Concept.Move),
        _ => null,
    };

    private static bool IsToneOfVisual(WordInClause word) => word.Token.Concept is Concept.DarkTheme or Concept.LightTheme
        && (IsVisual(word.After(t => t.Concept != Concept.Filler)) || (IsVisual(word.Previous) && !word.Has(Concept.Background)));

    private static bool IsVisual(Token? token) => token is { } thing && Clause.SubjectOf(thing.Concept) == Subject.Visual;

    private static bool IsColored(WordInClause word) => word.Previous is { Kind: TokenKind.Color };

    private static bool IsBehindPassingText(WordInClause word) =>
        word.All.Exists(t => t.IsTime) && word.All.Exists(t => t.Kind == TokenKind.Quote) && word.Next is { Kind: TokenKind.Color };

    private static bool NamesLetters(WordInClause word) => word.Has(Concept.Title, Concept.Captions, Concept.Lyrics);

    private static bool IsOfLetters(WordInClause word) => word.Token.Concept == Concept.Taller && (NamesLetters(word) || word.Has(Concept.Font)) && !word.Names(Subject.Visual);

    /// <summary>A color after "on", where the picture of the sound went before and nothing else is behind.</summary>
    private static bool IsBeforeGround(WordInClause word) =>
        word.After(t => t.Concept != Concept.Filler) is { Kind: TokenKind.Color }
        && word.Before.Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual)
        && !word.Has(
            Concept.Background, Concept.BackgroundImage, Concept.Plate, Concept.Image, Concept.Captions, Concept.Logo, Concept.Gradient);

    /// <summary>"use this song as background at 25%".</summary>
    private static bool IsOfSound(WordInClause word) =>
        word.All.Exists(t => t.Concept == Concept.Voice && word.Spelling(t) is "song" or "track" or "歌" or "歌曲" or "这首歌")
        && !word.All.Exists(t => t.Kind is TokenKind.Color or TokenKind.File)
        && !word.Has(Concept.Image, Concept.Cover, Concept.Gradient);

    /// <summary>"a round picture", "round the corners" show no circle of sound.</summary>
    private static bool IsShape(WordInClause word) =>
        word.Next?.Concept is Concept.Image or Concept.Cover or Concept.Logo or Concept.CornerWord
        || word.NextWord is "corners" or "edges" or "ends" or "caps" or "tips"
        || (word.Next is { Concept: Concept.Filler } filler && word.After(t => t != filler) is { Concept: Concept.CornerWord });

    /// <summary>标题换个位置: somewhere else, not in the place of another.</summary>
    private static bool IsMoveOfOne(WordInClause word) =>
        word.All.Exists(t => Clause.SubjectOf(t.Concept) is Subject.Title or Subject.Logo or Subject.Captions or Subject.Visual)
        && !word.All.Exists(t => t.Kind is TokenKind.Number or TokenKind.Ordinal || WordLists.Both.Contains(word.Spelling(t)))
        && !word.Has(Concept.AllOf, Concept.And);
}
