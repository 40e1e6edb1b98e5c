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

    /// <summary>The kind or the name that a word stands for; null for a noun and for slanted letters.</summary>
    public static string? KindOf(string word) => WordLists.SerifFonts.Contains(word) ? FontChoice.Serif
        : WordLists.SansFonts.Contains(word) ? FontChoice.Sans
        : WordLists.MonoFonts.Contains(word) ? FontChoice.Mono
        : WordLists.HandFonts.Contains(word) ? FontChoice.Handwriting
        : WordLists.OtherFonts.Contains(word) ? FontChoice.Other
        : WordLists.FontNouns.Contains(word) || WordLists.ItalicWords.Contains(word) ? null : word;

    /// <summary>"in Georgia", 换成Arial: a capital letter alone could begin a title.</summary>
    public static bool Names(Clause clause, int index) => clause.Tokens.Count == 1 || clause.HasWord(WordLists.FontNouns)
        || clause.TextOf(clause.Tokens[index - 1]).ToLowerInvariant() is "in" or "to" or "use" or "with" or "as" or "用" or "换成" or "改成" or "改为" or "成" or "为" or "使用";

    /// <summary>"not bold", 粗体去掉.</summary>
    public static bool IsNegated(Clause clause, int index) => clause.Tokens.Take(index).TakeLast(NegationReach).Any(t => t.Concept is Concept.Not or Concept.No or Concept.Remove)
        || clause.Tokens.Skip(index + 1).Any(t => t.Concept == Concept.Remove);

    /// <summary>"which fonts have you got".</summary>
    public static bool AsksWhich(Clause clause, List<int> words) => words.TrueForAll(i => WordLists.FontNouns.Contains(clause.TextOf(clause.Tokens[i])))
        && clause.Text.ToLowerInvariant() is var text && (text.StartsWith("which", StringComparison.Ordinal) || text.StartsWith("what", StringComparison.Ordinal) || text.Contains("哪些", StringComparison.Ordinal) || text.Contains("什么字体", StringComparison.Ordinal));

    /// <summary>"a bold circle": no letters.</summary>
    public static bool IsAboutVisual(Clause clause) => !clause.Has(Concept.Title, Concept.Captions, Concept.Font) && clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) is not (Subject.None or Subject.Title or Subject.Captions));

    /// <summary>A word beside the wish that asks for nothing of its own.</summary>
    public static bool IsFrame(Clause clause, Token token) => token.Kind is TokenKind.Colon or TokenKind.Quote or TokenKind.Ordinal
        || token.Concept is Concept.Title or Concept.Captions or Concept.Lyrics or Concept.It or Concept.Change or Concept.To or Concept.Filler or Concept.Use or Concept.Let or Concept.CanYou or Concept.AllOf or Concept.Add
            or Concept.Another or Concept.Vague or Concept.And or Concept.For or Concept.Replace or Concept.OtherOne or Concept.First or Concept.Last or Concept.QuestionWord or Concept.At or Concept.Useless
        || token.Concept == Concept.Taller;

    /// <summary>The number of a title, which the readers of titles claim.</summary>
    public static int? NumberOf(Clause clause) => clause.Tokens.FirstOrDefault(t => t.Kind == TokenKind.Ordinal) is { } ordinal ? (int)ordinal.Value
        : clause.IndexOf(Concept.First) >= 0 ? 1 : clause.IndexOf(Concept.Last) >= 0 ? -1 : null;

    /// <summary>"font: Poppins", "the Poppins font": words that are unknown are the name; claimed.</summary>
    public static string? NameBeside(Clause clause, int noun)
    {
        var first = noun + 1;
        while (first < clause.Tokens.Count && (clause.Tokens[first].Kind == TokenKind.Colon || clause.Tokens[first].Concept is Concept.To or Concept.Filler or Concept.Called or Concept.Change or Concept.Use or Concept.It))
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
            (first, last) = (noun, noun);
            while (first > 0 && last - first < LongestName && clause.Tokens[first - 1].Kind == TokenKind.Unknown)
            {
                first--;
            }
        }

        if (last == first)
        {
            return null;
        }

        var name = clause.TextBetween(clause.Tokens[first].Start, clause.Tokens[last - 1].End);
        if (name[0] >= '\u2E80' && !clause.Has(Concept.Change, Concept.Use, Concept.To, Concept.Replace))
        {
            // 字体不太好看: what is thought of it.
            return null;
        }

        for (var i = first; i < last; i++)
        {
            clause.Claim(i);
        }

        return name;
    }

    /// <summary>"change the font", 字体太丑了: any other will do; "a bigger font" is about its size.</summary>
    public static bool AsksForOther(Clause clause, int noun) =>
        clause.Has(Concept.Change, Concept.Another, Concept.Vague, Concept.OtherOne, Concept.Use, Concept.CanYou, Concept.Replace, Concept.Add) || clause.HasWord(WordLists.Different)
            ? !clause.Tokens.Where((_, i) => i != noun).Any(t => t.Kind is TokenKind.Color or TokenKind.Percent or TokenKind.Factor or TokenKind.Number || t.Concept == Concept.ColorWord || Verbs.IsLook(t.Concept) || clause.TextOf(t).ToLowerInvariant() is "size" or "大小" or "字号")
            : false;
}
