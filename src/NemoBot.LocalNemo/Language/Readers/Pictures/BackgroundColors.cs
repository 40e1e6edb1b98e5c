using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Finds the colors of a clause that are meant for what is behind.</summary>
internal static class BackgroundColors
{
    public const string Dark = "#111827";
    public const string Light = "#ffffff";

    /// <summary>The places of the colors that are meant for what is behind.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="reading">The message.</param>
    /// <param name="ground">The clause names the background.</param>
    /// <param name="gradient">The clause names a gradient behind.</param>
    public static List<int> Of(Clause clause, Reading reading, bool ground, bool gradient)
    {
        var free = clause.Free(TokenKind.Color).ToList();
        var behind = free.FindAll(IsBehind);
        var themes = free.FindAll(i => !behind.Contains(i) && IsTheme(clause, i));
        if (themes.Count > 0)
        {
            clause.ClaimAll(Concept.Mood);
        }

        List<int> colors = [.. behind.Concat(themes).Order()];
        return colors.Count == 0 && IsColorRange(clause) && (reading.Focus != Subject.Visual || ground || gradient) ? free : colors;

        bool IsBehind(int i) =>
            (clause.OwnerOf(i) == Subject.Background && (gradient || ground || !clause.HasFree(Concept.Gradient)))
            || (gradient && clause.OwnerOf(i) != Subject.Visual)
            || Follows(clause, reading, i);
    }

    /// <summary>白底, 黑底: behind a text it is a box, by itself the background.</summary>
    public static string? Plain(Clause clause, Reading reading)
    {
        var at = clause.FreeIndexOf(Concept.Plate);
        if (at < 0 || (clause.Has(Concept.Title, Concept.Captions) && !(clause.Has(Concept.Video) && reading.Situation.Project is null)) || reading.Focus is Subject.Title or Subject.Captions || clause.TextOf(clause.Tokens[at]) is not ("黑底" or "白底" or "黑色底" or "白色底" or "黑屏" or "白屏"))
        {
            return null;
        }

        if (clause.Has(Concept.Begin, Concept.End, Concept.Last) && clause.TextOf(clause.Tokens[at]) is "黑屏" or "白屏")
        {
            // 结尾加个黑屏: not all of it.
            return null;
        }

        if (clause.TextOf(clause.Tokens[at]) is "黑屏" or "白屏" && clause.Has(Concept.First, Concept.Cut, Concept.Remove))
        {
            // 最前面黑屏那一下剪掉.
            clause.IsUnclear = true;
            return null;
        }

        if (clause.Tokens.Any(t => t.IsTime))
        {
            // 前两秒是黑屏: what is seen there.
            clause.Claim(at);
            return null;
        }

        return clause.TextOf(clause.Claim(at))[0] == '黑' ? "#000000" : Light;
    }

    /// <summary>换浅一点的, after a clause about the background.</summary>
    public static bool IsOther(Clause clause, Reading reading) => reading.Focus == Subject.Background && clause.HasFree(Concept.LightWord, Concept.DarkWord)
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None) && clause.Has(Concept.Change, Concept.Use);

    public static string? ToneOf(Clause clause) => clause.HasFree(Concept.DarkWord) ? Dark : clause.HasFree(Concept.LightWord) ? "#f5f5f5" : null;

    /// <summary>"orange to pink", 从蓝到紫: what runs from one color to another is a gradient.</summary>
    private static bool IsColorRange(Clause clause) => clause.Free(TokenKind.Color).ToList() is [var first, var second] && clause.Tokens.Skip(first).Take(second - first).Any(t => t.Concept == Concept.To)
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Background) && !clause.Has(Concept.Change, Concept.Remove);

    /// <summary>A color by itself after a clause about the background.</summary>
    private static bool Follows(Clause clause, Reading reading, int index) =>
        reading.Focus == Subject.Background && clause.OwnerOf(index) == Subject.None && !clause.Has(Concept.ProgressBar);

    /// <summary>"purple vibes", 紫色氛围: the color of the whole.</summary>
    private static bool IsTheme(Clause clause, int index) => clause.OwnerOf(index) == Subject.None && !clause.HasFree(Concept.Title, Concept.Captions)
        && clause.Tokens.Skip(index + 1).Take(2).FirstOrDefault(t => t.Concept != Concept.Filler || WordLists.Themes.Contains(clause.TextOf(t))) is { } next
        && (next.Concept == Concept.Mood || WordLists.Themes.Contains(clause.TextOf(next)));
}
