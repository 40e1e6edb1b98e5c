using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Reads fades with their lengths.</summary>
internal static class FadeLengths
{
    /// <summary>Reads and claims them.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="usual">Length of a fade when none is said.</param>
    /// <returns>Lengths of the fades that were asked for.</returns>
    public static (TimeSpan? In, TimeSpan? Out) Read(Clause clause, TimeSpan usual)
    {
        var fades = Enumerable.Range(0, clause.Tokens.Count)
            .Where(i => !clause.IsClaimed(i) && clause.Tokens[i].Concept is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth).ToList();
        TimeSpan? fadeIn = null, fadeOut = null;
        foreach (var (order, at) in fades.Index())
        {
            var next = order + 1 < fades.Count ? fades[order + 1] : clause.Tokens.Count;
            var length = FindLength(clause, at, next) ?? usual;
            var concept = Direction(clause, at, next);
            clause.Claim(at);
            fadeIn = concept is Concept.FadeIn or Concept.FadeBoth ? length : fadeIn;
            fadeOut = concept is Concept.FadeOut or Concept.FadeBoth ? length : fadeOut;
        }

        if (fades.Count > 0)
        {
            (fadeIn, fadeOut) = ReadOther(clause, fadeIn, fadeOut);
            clause.ClaimAll(Concept.For);
        }

        return (fadeIn, fadeOut);
    }

    /// <summary>"fade the title in": a word for both directions followed by one of them.</summary>
    private static Concept Direction(Clause clause, int at, int next)
    {
        var concept = clause.Tokens[at].Concept;
        var (begins, ends) = (clause.Has(Concept.Begin, Concept.First), clause.Has(Concept.End, Concept.Last));
        if (concept == Concept.FadeBoth && begins != ends && clause.TextOf(clause.Tokens[at]).ToLowerInvariant() is "fade" or "fades" or "fading")
        {
            // "fade 0.5 s at the end".
            return begins ? Concept.FadeIn : Concept.FadeOut;
        }

        var words = clause.Tokens.Skip(at + 1).Take(Math.Min(next - at - 1, 5)).Select(t => clause.TextOf(t).ToLowerInvariant()).ToList();
        return concept != Concept.FadeBoth || words.Contains("in") == words.Contains("out") ? concept : words.Contains("in") ? Concept.FadeIn : Concept.FadeOut;
    }

    /// <summary>"fade in 1 second and out 3 seconds".</summary>
    private static (TimeSpan? In, TimeSpan? Out) ReadOther(Clause clause, TimeSpan? fadeIn, TimeSpan? fadeOut)
    {
        for (var i = 0; i + 1 < clause.Tokens.Count; i++)
        {
            var word = clause.TextOf(clause.Tokens[i]).ToLowerInvariant();
            var at = i + 2 < clause.Tokens.Count && clause.Tokens[i + 1].Concept == Concept.For ? i + 2 : i + 1;
            if (word is not ("in" or "out") || clause.Tokens[at].Kind is not (TokenKind.Duration or TokenKind.Number) || clause.IsClaimed(at))
            {
                continue;
            }

            var token = clause.Claim(at);
            TimeSpan? length = token.Kind == TokenKind.Duration ? token.Time : TimeSpan.FromSeconds(Math.Clamp(token.Value, 0, 60));
            (fadeIn, fadeOut) = word == "in" ? (length, fadeOut) : (fadeIn, length);
        }

        return (fadeIn, fadeOut);
    }

    /// <summary>After the fade and before the next one, or right before it: "fade in over 2 s", "a 2 second fade in", 2秒淡入.</summary>
    private static TimeSpan? FindLength(Clause clause, int at, int next)
    {
        if (at > 0 && clause.Tokens[at - 1].Kind == TokenKind.Duration && !clause.IsClaimed(at - 1))
        {
            return clause.Claim(at - 1).Time;
        }

        for (var i = at + 1; i < next; i++)
        {
            var token = clause.Tokens[i];
            // "fade in from 0:05 to 0:10" is about when, not how long.
            var isEdgeAlone = token.Concept is Concept.First or Concept.Last && !(i + 1 < next && clause.Tokens[i + 1].Kind == TokenKind.Duration);
            if (isEdgeAlone || token.Concept is Concept.From or Concept.At or Concept.After)
            {
                return null;
            }

            // The length in front of the next fade belongs to that one: "fade in and a 3 second fade out".
            var isOfNext = i != at + 1 && i + 1 == next && next < clause.Tokens.Count && clause.Tokens[i - 1].Concept != Concept.For;
            if (token.Kind == TokenKind.Duration && !clause.IsClaimed(i) && !isOfNext)
            {
                return clause.Claim(i).Time;
            }

            if (token.Kind == TokenKind.Number && !clause.IsClaimed(i))
            {
                return TimeSpan.FromSeconds(Math.Clamp(clause.Claim(i).Value, 0, 60));
            }
        }

        return null;
    }
}
