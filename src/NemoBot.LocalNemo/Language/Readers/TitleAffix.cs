using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads 标题前面加个🎙️: something that is put before or after the words that a title has.</summary>
internal static class TitleAffix
{
    /// <summary>True if the clause asks for it.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var title = clause.FreeIndexOf(Concept.Title);
        var side = title < 0 ? -1 : Enumerable.Range(title + 1, clause.Tokens.Count - title - 1).FirstOrDefault(i => clause.Tokens[i].Concept is not Concept.Filler, -1);
        if (side < 0 || reading.TitleTexts.Count == 0 || !clause.Has(Concept.Add) || clause.Tokens.Any(t => t.IsTime) || SideOf(clause, side) is not { } before || Added(clause, side) is not { Length: > 0 } added)
        {
            return false;
        }

        var now = reading.TitleTexts[^1];
        clause.ClaimEverything();
        reading.Add(new SetTitle(TitleRef.Last) { Text = before ? $"{added} {now}" : $"{now} {added}" }, Subject.Title);
        return true;
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
        return first > 0 && clause.Tokens.Skip(first).All(t => t.Kind == TokenKind.Symbol) ? clause.TextBetween(clause.Tokens[first].Start, clause.Tokens[^1].End) : null;
    }
}
