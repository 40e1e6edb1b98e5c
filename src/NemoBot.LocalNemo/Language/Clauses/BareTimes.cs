using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Reads a number without a unit as a moment: "kill it at 40", "start the music at 5".</summary>
internal static class BareTimes
{
    /// <summary>The tokens of a clause with a time for each such number.</summary>
    public static List<Token> Read(string text, List<Token> tokens) => tokens.Exists(IsMeasure) ? tokens : AtEdges(Unmarked(text, AtSecond(text, AsStart(text, tokens))));

    /// <summary>"start at 4": seconds.</summary>
    private static List<Token> AsStart(string text, List<Token> tokens) => tokens.FindAll(t => t.Concept != Concept.Filler) is [{ Concept: Concept.From } from, { Kind: TokenKind.Number } number] && text[from.Start..from.End].Contains(' ', StringComparison.Ordinal)
        ? [.. tokens.Select(t => t == number ? t with { Kind = TokenKind.Time, Time = TimeSpan.FromSeconds(t.Value) } : t)] : tokens;

    /// <summary>"just the first 10", "remove the first 4 and the last 2 seconds": seconds.</summary>
    private static List<Token> AtEdges(List<Token> tokens) => !tokens.Exists(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep or Concept.Only)
        || !tokens.TrueForAll(t => t.IsTime || t.Kind is TokenKind.Number or TokenKind.Dash || t.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep or Concept.Only or Concept.First or Concept.Last or Concept.And or Concept.Filler or Concept.CanYou or Concept.AllOf or Concept.It)
        ? tokens : [.. tokens.Select((t, i) => t.Kind == TokenKind.Number && (t.Value >= 4 || tokens.Exists(o => o.IsTime)) && i > 0 && tokens[i - 1].Concept is Concept.First or Concept.Last ? t with { Kind = TokenKind.Duration, Time = TimeSpan.FromSeconds(t.Value) } : t)];

    /// <summary>"from second 3 to second 6".</summary>
    private static List<Token> AtSecond(string text, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Duration && text[tokens[i + 1].Start..tokens[i + 1].End] is "那里" or "那儿" or "那块" or "那里的" or "处" or "那一下" or "那边" or "时" or "的时候" or "时候")
            {
                // 20秒那里: a moment.
                tokens[i] = tokens[i] with { Kind = TokenKind.Time };
            }
            else if (tokens[i].Kind == TokenKind.Duration && tokens[i + 1].Concept == Concept.Before && tokens.FindIndex(i + 2, t => t.Concept != Concept.Filler) is >= 0 and var edge && tokens[edge].Concept == Concept.End && edge <= i + 3)
            {
                // "5 seconds before the end".
                tokens = [.. tokens.Take(i), tokens[i] with { Kind = TokenKind.Time, Length = tokens[edge].End - tokens[i].Start, Time = -tokens[i].Time }, .. tokens.Skip(edge + 1)];
            }
        }

        if (tokens.FindIndex(t => t.Concept is Concept.Later or Concept.Earlier) is >= 0 and var shift && tokens.FindLastIndex(shift, t => t is { Kind: TokenKind.Ordinal, Value: 2 }) is > 0 and var unit
            && text[tokens[unit - 1].Start..tokens[unit - 1].End].ToLowerInvariant() is "a" or "one" or "half a")
        {
            // "a second too early".
            var (start, end) = (tokens[unit - 1].Start, tokens[unit].End);
            tokens = [.. tokens.Take(unit - 1), new Token(TokenKind.Duration, start, end - start) { Time = TimeSpan.FromSeconds(text[start] is 'h' or 'H' ? 0.5 : 1) }, .. tokens.Skip(unit + 1)];
        }

        if (tokens.FindIndex(t => t.Concept == Concept.To) is > 0 and var to && tokens[to - 1].Kind == TokenKind.Ordinal && tokens.FindIndex(to, t => t.Kind == TokenKind.Ordinal) is > 0 and var until
            && until <= to + 2 && until + 1 < tokens.Count && text[tokens[until + 1].Start..tokens[until + 1].End].Equals("second", StringComparison.OrdinalIgnoreCase))
        {
            // "from the 5th to the 12th second".
            tokens[to - 1] = tokens[to - 1] with { Kind = TokenKind.Time, Time = TimeSpan.FromSeconds(tokens[to - 1].Value) };
        }

        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Ordinal && text[tokens[i + 1].Start..tokens[i + 1].End].ToLowerInvariant() is "second" or "minute")
            {
                // "from the tenth second on".
                var (ordinal, named) = (tokens[i], tokens[i + 1]);
                tokens = [.. tokens.Take(i), ordinal with { Kind = TokenKind.Time, Length = named.End - ordinal.Start, Time = TimeSpan.FromSeconds(ordinal.Value * (text[named.Start] is 'm' or 'M' ? 60 : 1)) }, .. tokens.Skip(i + 2)];
            }
        }

        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (text[tokens[i].Start..tokens[i].End].ToLowerInvariant() is "second" or "seconds" or "sec" && tokens[i + 1].Kind == TokenKind.Number && tokens[i - 1].Concept is Concept.From or Concept.To or Concept.At or Concept.After or Concept.Before or Concept.And)
            {
                var number = tokens[i + 1];
                tokens = [.. tokens.Take(i), number with { Kind = TokenKind.Time, Start = tokens[i].Start, Length = number.End - tokens[i].Start, Time = TimeSpan.FromSeconds(number.Value) }, .. tokens.Skip(i + 2)];
            }
        }

        return tokens;
    }

    private static List<Token> Unmarked(string text, List<Token> tokens) =>
        [.. tokens.Select((t, i) => IsOffEnd(text, tokens, i) ? t with { Kind = TokenKind.Duration, Time = TimeSpan.FromSeconds(t.Value) } : (Starts(tokens) && IsMoment(text, tokens, i)) || IsStop(text, tokens, i) || IsInRange(text, tokens, i) ? t with { Kind = TokenKind.Time, Time = TimeSpan.FromSeconds(t.Value) } : t)];

    /// <summary>"start at 4 seconds and stop at 12".</summary>
    private static bool IsStop(string text, List<Token> tokens, int index) => index > 0 && tokens[index].Kind == TokenKind.Number && text[tokens[index - 1].Start..tokens[index - 1].End].ToLowerInvariant() is "stop at" or "end at" or "finish at"
        && tokens.Take(index).LastOrDefault(t => t.IsTime) is { } start && start.Time.TotalSeconds < tokens[index].Value;

    /// <summary>"add 'SOLD OUT' from 3 to 6".</summary>
    private static bool IsInRange(string text, List<Token> tokens, int index)
    {
        var from = tokens.FindIndex(t => t.Concept == Concept.From && text[t.Start..t.End].ToLowerInvariant() is "from" or "between" or "从");
        return from >= 0 && from + 3 < tokens.Count && (index == from + 1 || index == from + 3) && tokens.Exists(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Title or Concept.Music or Concept.Voice or Concept.Mute)
            && tokens[from + 1].Kind == TokenKind.Number && tokens[from + 2].Concept is Concept.To or Concept.And && tokens[from + 3].Kind == TokenKind.Number && tokens[from + 3].Value > tokens[from + 1].Value;
    }

    /// <summary>"shave 3 seconds off the start and 5 off the end".</summary>
    private static bool IsOffEnd(string text, List<Token> tokens, int index) => tokens[index].Kind == TokenKind.Number && index + 2 < tokens.Count && text[tokens[index + 1].Start..tokens[index + 1].End].ToLowerInvariant() is "off" or "from"
        && tokens.Skip(index + 2).FirstOrDefault(t => t.Concept != Concept.Filler) is { } edge && (edge.Concept is Concept.Begin or Concept.End || IsBack(text, edge)) && tokens.Exists(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim);

    /// <summary>"2 off the back": the end.</summary>
    public static bool IsBack(string text, Token token) => text[token.Start..token.End].ToLowerInvariant() is "back" or "the back";

    private static bool Starts(List<Token> tokens) => (tokens.Exists(t => t.Concept is Concept.At or Concept.To) && (tokens is [{ Concept: Concept.To }, ..] || tokens.Exists(t => t.Concept is Concept.Remove or Concept.End)) && tokens.TrueForAll(t => t.Kind == TokenKind.Number || t.Concept is Concept.To or Concept.Remove or Concept.End or Concept.At or Concept.Filler)) || tokens.Exists(t => t.Concept is Concept.Remove or Concept.Cut or Concept.Begin or Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth)
        && tokens.Exists(t => t.Concept is Concept.It or Concept.Music or Concept.Title or Concept.Logo);

    /// <summary>A clause about another quantity.</summary>
    private static bool IsMeasure(Token token) => token.Kind is TokenKind.Percent or TokenKind.Decibel or TokenKind.Factor
        || token.Concept is Concept.Volume or Concept.Louder or Concept.Quieter or Concept.SpeedWord or Concept.Faster or Concept.Slower or Concept.FrameRateWord;

    private static bool IsMoment(string text, List<Token> tokens, int index) => tokens[index].Kind == TokenKind.Number && tokens[index].Value >= 1 && index > 0
        && text[tokens[index - 1].Start..tokens[index - 1].End].ToLowerInvariant() is "at" or "after" or "from" or "until" or "stop at" or "end at" or "finish at";
}
