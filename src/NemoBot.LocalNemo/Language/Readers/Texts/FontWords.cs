using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Words about letters.</summary>
internal static class FontWords
{
    private const int LongestName = 4;
    private const int NegationReach = 3;

    private static readonly string[] Choosing = ["in", "to", "use", "with", "as", "用", "换成", "改成", "改为", "成", "为", "使用"];

    /// <summary>The kind or the name that a word stands for; null for a noun and for slanted letters.</summary>
    public static string? KindOf(string word) => WritingLists.SerifFonts.Contains(word) ? FontChoice.Serif
        : WritingLists.SansFonts.Contains(word) ? FontChoice.Sans
        : WritingLists.MonoFonts.Contains(word) ? FontChoice.Mono
        : WritingLists.HandFonts.Contains(word) ? FontChoice.Handwriting
        : WritingLists.OtherFonts.Contains(word) ? FontChoice.Other
        : WritingLists.FontNouns.Contains(word) || WritingLists.ItalicWords.Contains(word) ? null : word;

    /// <summary>"in Georgia", 换成Arial: a capital letter alone could begin a title.</summary>
    public static bool Names(Clause clause, int index) => clause.Tokens.Count == 1 || clause.HasWord(WritingLists.FontNouns)
        || Choosing.Contains(clause.TextOf(clause.Tokens[index - 1]).ToLowerInvariant());

    /// <summary>"not bold", 粗体去掉.</summary>
    public static bool IsNegated(Clause clause, int index) =>
        clause.Tokens.Take(index).TakeLast(NegationReach).Any(t => t.Concept is Concept.Not or Concept.No or Concept.Remove)
        || clause.Tokens.Skip(index + 1).Any(t => t.Concept == Concept.Remove);

    /// <summary>"which fonts have you got".</summary>
    public static bool AsksWhich(Clause clause, List<int> words)
    {
        var text = clause.Text;
        var asks = text.StartsWith("which", StringComparison.OrdinalIgnoreCase) || text.StartsWith("what", StringComparison.OrdinalIgnoreCase)
            || text.Contains("哪些", StringComparison.Ordinal) || text.Contains("什么字体", StringComparison.Ordinal);
        return asks && words.TrueForAll(i => WritingLists.FontNouns.Contains(clause.TextOf(clause.Tokens[i])));
    }

    /// <summary>"a bold circle": no letters.</summary>
    public static bool IsAboutVisual(Clause clause) => !clause.Has(Concept.Title, Concept.Captions, Concept.Font)
        && clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) is not (Subject.None or Subject.Title or Subject.Captions));

    /// <summary>A word beside the wish that asks for nothing of its own.</summary>
    public static bool IsFrame(Clause clause, Token token) => token.Kind is TokenKind.Colon or TokenKind.Quote or TokenKind.Ordinal
        || token.Concept is Concept.Title or Concept.Captions or Concept.Lyrics
            or Concept.It or Concept.AllOf or Concept.Another or Concept.OtherOne or Concept.First or Concept.Last
            or Concept.Change or Concept.Use or Concept.Let or Concept.CanYou or Concept.Add or Concept.Replace
            or Concept.To or Concept.And or Concept.For or Concept.At or Concept.Filler or Concept.QuestionWord
            or Concept.Vague or Concept.Useless or Concept.Taller;

    /// <summary>The number of a title, which the readers of titles claim.</summary>
    public static int? NumberOf(Clause clause) => clause.Tokens.FirstOrDefault(t => t.Kind == TokenKind.Ordinal) is { } ordinal ? (int)ordinal.Value
        : clause.IndexOf(Concept.First) >= 0 ? 1 : clause.IndexOf(Concept.Last) >= 0 ? -1 : null;

    /// <summary>"font: Poppins", "the Poppins font": words that are unknown are the name; claimed.</summary>
    public static string? NameBeside(Clause clause, int noun)
    {
        var first = noun + 1;
        while (first < clause.Tokens.Count && IsMark(clause.Tokens[first]))
        {
            first++;
        }

        if (first < clause.Tokens.Count && clause.Tokens[first].Kind == TokenKind.Quote)
        {
            return clause.Claim(first).Content;
        }

        var last = first;
        while (last < clause.Tokens.Count && last - first < LongestName && clause.Tokens[last].Kind == TokenKind.Unknown)
        {
            last++;
        }

        if (last == first)
        {
            (first, last) = (FirstBefore(clause, noun), noun);
        }

        // 字体不太好看: what is thought of it.
        var isName = last > first && (!clause.IsChinese(clause.Tokens[first]) || clause.Has(Concept.Change, Concept.Use, Concept.To, Concept.Replace));
        return isName ? clause.TakeText(first, last) : null;
    }

    private static bool IsMark(Token token) => token.Kind == TokenKind.Colon
        || token.Concept is Concept.To or Concept.Filler or Concept.Called or Concept.Change or Concept.Use or Concept.It;

    /// <summary>Where the unknown words right before the noun begin.</summary>
    private static int FirstBefore(Clause clause, int noun)
    {
        var first = noun;
        while (first > 0 && noun - first < LongestName && clause.Tokens[first - 1].Kind == TokenKind.Unknown)
        {
            first--;
        }

        return first;
    }

    /// <summary>"change the font", 字体太丑了: any other will do; "a bigger font" is about its size.</summary>
    public static bool AsksForOther(Clause clause, int noun)
    {
        var asks = clause.HasWord(WordLists.Different) || clause.Has(
            Concept.Change, Concept.Another, Concept.Vague, Concept.OtherOne, Concept.Use, Concept.CanYou, Concept.Replace, Concept.Add);
        return asks && !clause.Tokens.Where((_, i) => i != noun).Any(t => IsOtherLook(clause, t));
    }

    private static bool IsOtherLook(Clause clause, Token token) => Verbs.IsLook(token.Concept) || token.Concept == Concept.ColorWord
        || token.Kind is TokenKind.Color or TokenKind.Percent or TokenKind.Factor or TokenKind.Number
        || clause.TextOf(token).ToLowerInvariant() is "size" or "大小" or "字号";
}
