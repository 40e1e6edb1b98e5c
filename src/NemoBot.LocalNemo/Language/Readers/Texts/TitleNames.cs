using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads the text of a title that nothing introduces: title My Great Show.</summary>
internal static class TitleNames
{
    /// <summary>Unknown words, or any with a capital, right after the noun; claimed.</summary>
    public static string? Read(Clause clause, int noun, bool exists)
    {
        if (WritingLists.Effects.Contains(clause.TextOf(clause.Tokens[^1])) || FirstOf(clause, noun) is not { } first
            || (exists && Describes(clause, noun, first)))
        {
            return null;
        }

        if (clause.Tokens[first].Length == 1 && clause.IsChinese(clause.Tokens[first]) && !IsRun(clause, first))
        {
            // 标题描个黑边: one unknown character is a verb more often than a text.
            return null;
        }

        var last = first + 1;
        while (last < clause.Tokens.Count && (IsPart(clause, last) || clause.Tokens[last].Kind is TokenKind.Number or TokenKind.Dash or TokenKind.Ordinal))
        {
            last++;
        }

        // 标题闪闪地出来: small words after it say that it is none.
        var isManner = clause.IsChinese(clause.Tokens[first]) && last < clause.Tokens.Count && clause.Tokens[last].Concept == Concept.Filler;
        return exists && isManner ? null : clause.TakeText(first, EndOf(clause, first, last, exists));
    }

    /// <summary>"title Welcome to my channel": common words go on with it, unless it may be a remark on the title that is there.</summary>
    private static int EndOf(Clause clause, int first, int last, bool exists)
    {
        var begins = clause.Tokens[first];
        var isSure = !clause.IsChinese(begins) && (!exists || char.IsUpper(clause.TextOf(begins)[0]));
        return isSure && !Enumerable.Range(last, clause.Tokens.Count - last).Any(clause.IsClaimed) ? NameEnds.Find(clause.Tokens, first, last, clause.TextOf) : last;
    }

    /// <summary>"the title's way too chunky", 标题是不是太大: says what it is like, not what it is to say.</summary>
    public static bool IsOpinion(Clause clause, int first)
    {
        if (first >= clause.Tokens.Count)
        {
            return false;
        }

        var (token, text) = (clause.Tokens[first], clause.TextOf(clause.Tokens[first]));
        return (token.Concept is Concept.Yes or Concept.CanYou && clause.IsChinese(token)) || (WordLists.Praising.Contains(text) && !char.IsUpper(text[0]));
    }

    /// <summary>The first word of the text, behind small words and looks; null if something else comes first.</summary>
    private static int? FirstOf(Clause clause, int noun)
    {
        for (var i = noun + 1; i < clause.Tokens.Count; i++)
        {
            if (IsPart(clause, i))
            {
                return i;
            }

            var concept = clause.Tokens[i].Concept;
            var isBetween = concept is Concept.Filler or Concept.It || Verbs.IsLook(concept);
            if (!IsOfWhole(clause, noun, i) && (!isBetween || IsOpinion(clause, i)))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The words say something of the title that is there: "that title hogs the screen", "the heading in a warmer color".</summary>
    private static bool Describes(Clause clause, int noun, int first)
    {
        var token = clause.Tokens[first];
        var isAside = token.Kind == TokenKind.Unknown && (first > noun + 1 || clause.HasTime);
        return IsRemark(clause, noun, first) || (isAside && (clause.IsChinese(token) || char.IsLower(clause.TextOf(token)[0])));
    }

    /// <summary>"the title of the episode is …": what has the title.</summary>
    private static bool IsOfWhole(Clause clause, int noun, int index) =>
        clause.Tokens[index].Concept is Concept.Episode or Concept.Voice or Concept.Recording or Concept.Video or Concept.Music
        && char.IsLower(clause.TextOf(clause.Tokens[index])[0])
        && clause.TextOf(clause.Tokens[noun + 1]).ToLowerInvariant() is "of" or "of the" or "of this" or "of my" or "for" or "for the" or "for this";

    /// <summary>"that title hogs the screen".</summary>
    private static bool IsRemark(Clause clause, int noun, int first) => noun > 0 && first == noun + 1 && char.IsLower(clause.TextOf(clause.Tokens[first])[0])
        && clause.TextOf(clause.Tokens[noun - 1]).ToLowerInvariant() is "the" or "that" or "this" or "my" or "our" or "your" or "its"
        && !clause.Tokens.Take(noun).Any(t => Verbs.IsVerb(t.Concept) || clause.TextOf(t).Equals("with", StringComparison.OrdinalIgnoreCase));

    private static bool IsRun(Clause clause, int first) => first + 1 == clause.Tokens.Count || IsPart(clause, first + 1);

    private static bool IsPart(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        var isCapital = token.Kind is TokenKind.Word or TokenKind.Color or TokenKind.Duration && char.IsUpper(clause.TextOf(token)[0]);
        return !clause.IsClaimed(index) && !WordLists.Obscuring.Contains(clause.TextOf(token))
            && (token.Kind is TokenKind.Unknown or TokenKind.Symbol || token.IsGuess || isCapital);
    }
}
