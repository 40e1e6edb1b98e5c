using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Recognizes clauses that only deny something, while another says what is wanted: "but not the title", 不要蓝色的，要绿色的.</summary>
internal static class Denials
{
    /// <summary>"but not the title", 不是音乐太大声，是人声太小: what is denied is no wish.</summary>
    public static bool DeniesThing(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        var head = clause.TextOf(clause.Tokens[0]);
        var denies = clause.Tokens[0].Concept == Concept.Not || head is "不是" or "唔系";
        var isChinese = head[0] >= 0x2E80;
        // 太糊了，别虚化: a verb, and a wish.
        if (reading.Clauses.Count < 2 || !denies || (isChinese && clause.Has(Concept.Blur)))
        {
            return false;
        }

        return clause.Tokens.Skip(1).All(t => t.Concept is Concept.Filler or Concept.AllOf || Verbs.IsThing(t.Concept))
            || (isChinese && index + 1 < reading.Clauses.Count && reading.Clauses[index + 1] is var next && next.TextOf(next.Tokens[0])[0] is '是' or '而');
    }

    /// <summary>不要蓝色的，要绿色的: the next clause says which.</summary>
    public static bool DeniesColorAlone(Reading reading, int index) =>
        reading.Clauses[index] is var clause
        && index + 1 < reading.Clauses.Count
        && reading.Clauses[index + 1].Tokens.Any(t => t.Kind == TokenKind.Color)
        && (BeginsWithNo(clause) || clause.TextOf(clause.Tokens[0]) is "不是")
        && clause.Tokens.Skip(1).All(t => t.Kind == TokenKind.Color || t.Concept is Concept.Filler or Concept.ColorWord);

    /// <summary>标题颜色不要白的.</summary>
    public static bool DeniesColor(Clause clause) =>
        SubjectOf(clause) is not null
        && clause.Tokens.Index().Any(t => IsDenial(clause, t.Item) && IsBeforeColor(clause, t.Index))
        && clause.Tokens.Count(t => t.Kind == TokenKind.Color) == 1
        && !clause.Tokens.Any(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Add or Concept.Change or Concept.Move);

    /// <summary>别…, 不要…, "don't …".</summary>
    public static bool BeginsWithNo(Clause clause) =>
        clause.Tokens[0].Concept == Concept.Not || WordLists.Declining.Contains(clause.TextOf(clause.Tokens[0]));

    /// <summary>The first thing that the clause names; null if it names none.</summary>
    public static Subject? SubjectOf(Clause clause)
    {
        var subject = clause.Tokens.Select(t => Clause.SubjectOf(t.Concept)).FirstOrDefault(s => s != Subject.None);
        return subject == Subject.None ? null : subject;
    }

    private static bool IsDenial(Clause clause, Token token) =>
        token.Concept == Concept.Not || WordLists.Declining.Contains(clause.TextOf(token)) || clause.TextOf(token) is "不是";

    private static bool IsBeforeColor(Clause clause, int index) =>
        clause.Tokens.Skip(index + 1).FirstOrDefault(t => t.Concept is not (Concept.Filler or Concept.Use)) is { Kind: TokenKind.Color };
}
