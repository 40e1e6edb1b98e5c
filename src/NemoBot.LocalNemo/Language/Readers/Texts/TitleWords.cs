using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads changes of some of a title's words: 标题前面加个🎙️, 把Morning改成Evening, 删掉标题里的Show.</summary>
internal static class TitleWords
{
    /// <summary>True if the clause asks for one.</summary>
    public static bool Read(Clause clause, Reading reading) =>
        reading.TitleTexts.Count > 0 && (AddWords(clause, reading) || ReplaceWords(clause, reading) || RemoveWords(clause, reading));

    private static bool AddWords(Clause clause, Reading reading)
    {
        var title = clause.FreeIndexOf(Concept.Title);
        var side = title < 0 ? -1 : clause.Tokens.ToList().FindIndex(title + 1, t => t.Concept is not Concept.Filler);
        if (side < 0 || !clause.Has(Concept.Add) || clause.HasTime
            || SideOf(clause, side) is not { } before || Added(clause, side) is not { Length: > 0 } added)
        {
            return false;
        }

        var now = reading.TitleTexts[^1];
        var isMark = added.Length == 1 && char.IsPunctuation(added[0]);
        Rename(clause, reading, now, before ? $"{added} {now}" : isMark ? now + added : $"{now} {added}");
        return true;
    }

    private static bool ReplaceWords(Clause clause, Reading reading)
    {
        var mark = clause.Tokens.ToList().FindIndex(t => t.Concept is Concept.Change or Concept.Replace && clause.IsChinese(t));
        if (mark < 1 || mark + 1 >= clause.Tokens.Count
            || clause.Tokens.Skip(mark + 1).Any(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept)) || Part(clause, reading, mark) is not { } part)
        {
            return false;
        }

        var words = WordsBetween(clause, mark + 1, clause.Tokens.Count);
        Rename(clause, reading, part.Title, part.Title.Replace(part.Words, words, StringComparison.OrdinalIgnoreCase));
        return true;
    }

    private static bool RemoveWords(Clause clause, Reading reading)
    {
        var verb = clause.IndexOf(Concept.Remove, Concept.Cut);
        var inside = clause.Tokens.ToList().FindIndex(t => t.Concept == Concept.Title) + 1;
        if (verb < 0 || inside < 1 || inside >= clause.Tokens.Count || clause.TextOf(clause.Tokens[inside])[0] is not ('里' or '中')
            || Part(clause, reading, verb > inside ? verb : clause.Tokens.Count) is not { } part)
        {
            return false;
        }

        Rename(clause, reading, part.Title, part.Title.Replace(part.Words, "", StringComparison.OrdinalIgnoreCase).Trim());
        return true;
    }

    /// <summary>The words that end before a token and are a part of a title, with that title.</summary>
    private static (string Title, string Words)? Part(Clause clause, Reading reading, int end)
    {
        for (var first = 0; first < end; first++)
        {
            var words = WordsBetween(clause, first, end);
            bool IsPart(string title) => title.Length > words.Length && title.Contains(words, StringComparison.OrdinalIgnoreCase);
            if (words.Length > 1 && reading.TitleTexts.FindLast(IsPart) is { } title)
            {
                return (title, words);
            }
        }

        return null;
    }

    private static string WordsBetween(Clause clause, int first, int end) => end == first + 1 && clause.Tokens[first].Kind == TokenKind.Quote
        ? clause.Tokens[first].Content
        : clause.TextBetween(clause.Tokens[first].Start, clause.Tokens[end - 1].End).Trim();

    private static void Rename(Clause clause, Reading reading, string title, string text)
    {
        clause.ClaimEverything();
        reading.Add(new SetTitle(reading.TitleTexts.Count == 1 ? TitleRef.Last : new TitleRef { Text = title }) { Text = text }, Subject.Title);
    }

    /// <summary>True: before it; false: after it; null: neither.</summary>
    private static bool? SideOf(Clause clause, int index) => clause.TextOf(clause.Tokens[index]) switch
    {
        "前" or "前面" or "前边" or "开头" or "前头" or "最前面" => true,
        "后" or "后面" or "后边" or "结尾" or "后头" or "末尾" or "最后面" or "最后" => false,
        _ => null,
    };

    /// <summary>One quoted text or the signs that stand together at the end.</summary>
    private static string? Added(Clause clause, int side)
    {
        if (clause.Free(TokenKind.Quote).ToList() is [var quote])
        {
            return quote > side ? clause.Tokens[quote].Content : null;
        }

        var first = clause.Tokens.ToList().FindIndex(side, t => t.Kind == TokenKind.Symbol);
        return first > 0 && clause.Tokens.Skip(first).All(t => t.Kind == TokenKind.Symbol)
            ? clause.TextBetween(clause.Tokens[first].Start, clause.Tokens[^1].End) : null;
    }
}
