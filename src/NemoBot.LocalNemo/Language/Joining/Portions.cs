using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Turns halves, thirds and quarters of the timeline into times: "the first half" is "the first" and a duration.</summary>
internal static class Portions
{
    private static readonly (Concept Concept, Concept Edge, double Part)[] All =
    [
        (Concept.FirstHalf, Concept.First, 1 / 2.0), (Concept.LastHalf, Concept.Last, 1 / 2.0), (Concept.FirstThird, Concept.First, 1 / 3.0),
        (Concept.LastThird, Concept.Last, 1 / 3.0), (Concept.FirstQuarter, Concept.First, 1 / 4.0), (Concept.LastQuarter, Concept.Last, 1 / 4.0),
    ];

    /// <summary>The tokens with times for the portions; unchanged while the length is not known.</summary>
    public static IReadOnlyList<Token> Resolve(IReadOnlyList<Token> tokens, TimeSpan length) =>
        length > TimeSpan.Zero && MiddleThird(tokens) is >= 0 and var at ? [.. tokens.Take(at), .. MiddleOf(tokens, at, length), .. tokens.Skip(at + 2)]
        : length > TimeSpan.Zero && tokens.Any(t => t.Concept is Concept.Halfway or Concept.Half || PartOf(t.Concept) is not null)
            ? [.. WithSecondHalf(tokens).SelectMany(t => Resolve(t, length))] : tokens;

    /// <summary>"keep the middle third": where it is; -1 if nothing says so.</summary>
    private static int MiddleThird(IReadOnlyList<Token> tokens) => Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).FirstOrDefault(
        i => i + 1 < tokens.Count && tokens[i].Concept == Concept.Middle && tokens[i + 1] is { Kind: TokenKind.Ordinal, Value: 3 } && tokens.Take(i).Any(t => t.Concept is Concept.Keep or Concept.Use or Concept.Only or Concept.Cut or Concept.Remove), -1);

    private static IEnumerable<Token> MiddleOf(IReadOnlyList<Token> tokens, int at, TimeSpan length) =>
    [
        tokens[at] with { Kind = TokenKind.Time, Concept = Concept.None, Time = Rounded(length / 3) }, new Token(TokenKind.Dash, tokens[at].End, 0),
        tokens[at + 1] with { Kind = TokenKind.Time, Concept = Concept.None, Time = Rounded(length * 2 / 3) },
    ];

    /// <summary>"second" is an ordinal before it is part of a phrase.</summary>
    private static IEnumerable<Token> WithSecondHalf(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var second = tokens[i] is { Kind: TokenKind.Ordinal, Value: 2 } && i + 1 < tokens.Count && tokens[i + 1].Concept == Concept.Half;
            yield return second ? new Token(TokenKind.Word, tokens[i].Start, tokens[i + 1].End - tokens[i].Start) { Concept = Concept.LastHalf } : tokens[i];
            i += second ? 1 : 0;
        }
    }

    private static (Concept Edge, double Part)? PartOf(Concept concept)
    {
        foreach (var (known, edge, part) in All)
        {
            if (known == concept)
            {
                return (edge, part);
            }
        }

        return null;
    }

    private static IEnumerable<Token> Resolve(Token token, TimeSpan length)
    {
        if (token.Concept == Concept.Halfway)
        {
            return [token with { Kind = TokenKind.Time, Concept = Concept.None, Time = Rounded(length / 2) }];
        }

        return PartOf(token.Concept) is { } portion
            ? [token with { Concept = portion.Edge }, token with { Kind = TokenKind.Duration, Concept = Concept.None, Time = Rounded(length * portion.Part) }]
            : [token];
    }

    private static TimeSpan Rounded(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds));
}
