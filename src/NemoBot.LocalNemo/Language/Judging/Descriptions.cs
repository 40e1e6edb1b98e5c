using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Recognizes unknown words that describe a thing and ask for nothing: "my cooking podcast", 我们公司的logo.</summary>
internal static class Descriptions
{
    /// <summary>"a teaser for our charity run": what it is for.</summary>
    public static bool IsPurpose(Clause clause, int index)
    {
        var first = index;
        while (first > 0 && clause.Tokens[first - 1].Kind == TokenKind.Unknown)
        {
            first--;
        }

        var hasArticle = first > 0 && IsBeforePurpose(Word(clause, first - 1));
        var mark = hasArticle ? first - 2 : first - 1;
        if (mark <= 0 || !Enumerable.Range(0, mark).Any(clause.IsClaimed))
        {
            return false;
        }

        return (hasArticle && clause.Tokens[mark].Concept == Concept.For) || (Word(clause, mark) is "of" or "about" or "from" && !CanSayWhich(clause));
    }

    /// <summary>我们公司的logo: whose it is.</summary>
    public static bool IsPossessor(Clause clause, int index)
    {
        var (first, next) = (index, index);
        while (first > 0 && clause.Tokens[first].Kind == TokenKind.Unknown)
        {
            first--;
        }

        while (next < clause.Tokens.Count && clause.Tokens[next].Kind == TokenKind.Unknown)
        {
            next++;
        }

        return IsOwner(clause.TextOf(clause.Tokens[first]))
            && next + 1 < clause.Tokens.Count
            && clause.TextOf(clause.Tokens[next]) == "的"
            && (Verbs.IsThing(clause.Tokens[next + 1].Concept) || IsMaterial(clause.Tokens[next + 1].Concept));
    }

    /// <summary>"my cooking podcast", "I run a tiny gardening podcast", "Graduation video!": what the material is like.</summary>
    public static bool IsOfMaterial(Clause clause, int index)
    {
        var (first, noun) = (index, index);
        while (noun < clause.Tokens.Count && IsAdjective(clause, noun))
        {
            noun++;
        }

        while (first >= 0 && IsAdjective(clause, first))
        {
            first--;
        }

        if (noun == index || noun >= clause.Tokens.Count || !IsMaterial(clause.Tokens[noun].Concept))
        {
            return false;
        }

        if (first < 0)
        {
            return clause.Tokens.Count == noun + 1 && noun == 1;
        }

        return clause.Tokens[noun].Concept != Concept.Video && Introduces(clause, Word(clause, first));
    }

    private static string Word(Clause clause, int index) => clause.TextOf(clause.Tokens[index]).ToLowerInvariant();

    private static bool IsBeforePurpose(string word) => word is "our" or "my" or "his" or "her" or "their" or "the" or "a" or "an" or "this" or "last";

    /// <summary>"cut the part about taxes": which part, not what it is for.</summary>
    private static bool CanSayWhich(Clause clause) =>
        clause.Has(Concept.Cut, Concept.Remove, Concept.Mute, Concept.Keep, Concept.Trim, Concept.Replace, Concept.Swap);

    private static bool IsOwner(string word) =>
        word is "我" or "我们" or "我的" or "我们的" or "咱们" or "咱" or "他" or "她" or "他们" or "他们的";

    private static bool IsMaterial(Concept concept) => concept is Concept.Voice or Concept.Recording or Concept.Episode or Concept.Video;

    private static bool IsAdjective(Clause clause, int index) =>
        clause.Tokens[index] is { Kind: TokenKind.Unknown } or { Concept: Concept.Tiny or Concept.Small }
        && clause.TextOf(clause.Tokens[index])[0] < 0x2E80;

    /// <summary>"my …", "I run a …".</summary>
    private static bool Introduces(Clause clause, string mark) => mark switch
    {
        "my" or "our" or "the" or "this" or "his" or "her" or "their" or "its" or "your" => true,
        "a" or "an" => Word(clause, 0).Split(' ')[0] is "i" or "we" or "im" or "i'm",
        _ => false,
    };
}
