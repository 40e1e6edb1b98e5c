using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Reads seconds that are counted or named as moments: "from second 3 to second 6", "from the tenth second on".</summary>
internal static class NamedSeconds
{
    /// <summary>The tokens of a clause with a time for each such second.</summary>
    public static List<Token> Read(string text, List<Token> tokens)
    {
        tokens = LengthsAsMoments(text, tokens);
        tokens = OneSecondOff(text, tokens);
        MarkRangeOfSeconds(text, tokens);
        return AfterTheWord(text, Counted(text, tokens));
    }

    private static string Word(string text, Token token) => text[token.Start..token.End].ToLowerInvariant();

    /// <summary>20秒那里, "5 seconds before the end": moments, not lengths.</summary>
    private static List<Token> LengthsAsMoments(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Duration)
            {
                continue;
            }

            if (IsPlaceInTime(text[tokens[i + 1].Start..tokens[i + 1].End]))
            {
                tokens[i] = tokens[i] with { Kind = TokenKind.Time };
            }
            else if (tokens[i + 1].Concept == Concept.Before && EndAfter(tokens, i + 2) is { } end)
            {
                var beforeEnd = tokens[i] with { Kind = TokenKind.Time, Length = tokens[end].End - tokens[i].Start, Time = -tokens[i].Time };
                tokens = [.. tokens.Take(i), beforeEnd, .. tokens.Skip(end + 1)];
            }
        }

        return tokens;
    }

    private static bool IsPlaceInTime(string word) =>
        word is "那里" or "那儿" or "那块" or "那里的" or "处" or "那一下" or "那边" or "时" or "的时候" or "时候";

    /// <summary>The place of "the end" from here on, with one small word before it at most; null if something else is here.</summary>
    private static int? EndAfter(List<Token> tokens, int from) =>
        tokens.FindIndex(from, t => t.Concept != Concept.Filler) is >= 0 and var edge && tokens[edge].Concept == Concept.End && edge <= from + 1 ? edge : null;

    /// <summary>"a second too early": one second, not the second of something.</summary>
    private static List<Token> OneSecondOff(string text, List<Token> tokens)
    {
        var shift = tokens.FindIndex(t => t.Concept is Concept.Later or Concept.Earlier);
        var unit = shift < 0 ? -1 : tokens.FindLastIndex(shift, t => t is { Kind: TokenKind.Ordinal, Value: 2 });
        if (unit <= 0 || Word(text, tokens[unit - 1]) is not ("a" or "one" or "half a"))
        {
            return tokens;
        }

        var (start, end) = (tokens[unit - 1].Start, tokens[unit].End);
        var second = new Token(TokenKind.Duration, start, end - start) { Time = TimeSpan.FromSeconds(text[start] is 'h' or 'H' ? 0.5 : 1) };
        return [.. tokens.Take(unit - 1), second, .. tokens.Skip(unit + 1)];
    }

    /// <summary>"from the 5th to the 12th second": the first number counts seconds as well.</summary>
    private static void MarkRangeOfSeconds(string text, List<Token> tokens)
    {
        var to = tokens.FindIndex(t => t.Concept == Concept.To);
        if (to <= 0 || tokens[to - 1].Kind != TokenKind.Ordinal)
        {
            return;
        }

        var until = tokens.FindIndex(to, t => t.Kind == TokenKind.Ordinal);
        if (until > 0 && until <= to + 2 && until + 1 < tokens.Count && Word(text, tokens[until + 1]) == "second")
        {
            tokens[to - 1] = tokens[to - 1] with { Kind = TokenKind.Time, Time = TimeSpan.FromSeconds(tokens[to - 1].Value) };
        }
    }

    /// <summary>"from the tenth second on".</summary>
    private static List<Token> Counted(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var (ordinal, unit) = (tokens[i], tokens[i + 1]);
            if (ordinal.Kind == TokenKind.Ordinal && Word(text, unit) is "second" or "minute")
            {
                var seconds = ordinal.Value * (text[unit.Start] is 'm' or 'M' ? 60 : 1);
                var moment = ordinal with { Kind = TokenKind.Time, Length = unit.End - ordinal.Start, Time = TimeSpan.FromSeconds(seconds) };
                tokens = [.. tokens.Take(i), moment, .. tokens.Skip(i + 2)];
            }
        }

        return tokens;
    }

    /// <summary>"from second 3 to second 6".</summary>
    private static List<Token> AfterTheWord(string text, List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            var (before, unit, number) = (tokens[i - 1], tokens[i], tokens[i + 1]);
            if (number.Kind == TokenKind.Number && IsBeforeMoment(before) && Word(text, unit) is "second" or "seconds" or "sec")
            {
                var time = TimeSpan.FromSeconds(number.Value);
                var moment = number with { Kind = TokenKind.Time, Start = unit.Start, Length = number.End - unit.Start, Time = time };
                tokens = [.. tokens.Take(i), moment, .. tokens.Skip(i + 2)];
            }
        }

        return tokens;
    }

    private static bool IsBeforeMoment(Token token) =>
        token.Concept is Concept.From or Concept.To or Concept.At or Concept.After or Concept.Before or Concept.And;
}
