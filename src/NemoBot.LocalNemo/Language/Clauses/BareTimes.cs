using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Reads a number without a unit as a moment: "kill it at 40", "start the music at 5".</summary>
internal static class BareTimes
{
    // "the first 2" may be two of something.
    private const int FewestSeconds = 4;

    /// <summary>The tokens of a clause with a time for each such number.</summary>
    public static List<Token> Read(string text, List<Token> tokens) =>
        tokens.Exists(IsMeasure) ? Ranges(text, tokens) : AtEdges(Unmarked(text, NamedSeconds.Read(text, AsStart(text, tokens))));

    /// <summary>"slow motion from 5 to 8": the other numbers of such a clause are no times.</summary>
    private static List<Token> Ranges(string text, List<Token> tokens) => [.. tokens.Select((t, i) => IsInRange(text, tokens, i) || IsDashed(tokens, i) ? AsMoment(t) : t)];

    /// <summary>"2 off the back": the end.</summary>
    public static bool IsBack(string text, Token token) => Word(text, token) is "back" or "the back";

    private static string Word(string text, Token token) => text[token.Start..token.End].ToLowerInvariant();

    private static Token AsMoment(Token number) => number with { Kind = TokenKind.Time, Time = TimeSpan.FromSeconds(number.Value) };

    private static Token AsLength(Token number) => number with { Kind = TokenKind.Duration, Time = TimeSpan.FromSeconds(number.Value) };

    /// <summary>"start at 4": seconds.</summary>
    private static List<Token> AsStart(string text, List<Token> tokens)
    {
        var isStart = tokens.FindAll(t => t.Concept != Concept.Filler) is [{ Concept: Concept.From } from, { Kind: TokenKind.Number }]
            && text[from.Start..from.End].Contains(' ', StringComparison.Ordinal);
        return isStart ? [.. tokens.Select(t => t is { Kind: TokenKind.Number, Concept: not Concept.Filler } ? AsMoment(t) : t)] : tokens;
    }

    /// <summary>"just the first 10", "remove the first 4 and the last 2 seconds": seconds.</summary>
    private static List<Token> AtEdges(List<Token> tokens)
    {
        if (!tokens.Exists(IsCut) || !tokens.TrueForAll(IsOfCut))
        {
            return tokens;
        }

        return [.. tokens.Select((t, i) => IsLengthOfEdge(tokens, i) ? AsLength(t) : t)];
    }

    private static bool IsLengthOfEdge(List<Token> tokens, int index) =>
        tokens[index] is { Kind: TokenKind.Number } number
        && (number.Value >= FewestSeconds || tokens.Exists(o => o.IsTime))
        && index > 0
        && tokens[index - 1].Concept is Concept.First or Concept.Last;

    private static bool IsCut(Token token) => token.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep or Concept.Only;

    /// <summary>A clause of these says what is cut or kept and nothing else.</summary>
    private static bool IsOfCut(Token token) =>
        token.IsTime
        || token.Kind is TokenKind.Number or TokenKind.Dash
        || IsCut(token)
        || token.Concept is Concept.First or Concept.Last or Concept.And or Concept.Filler or Concept.CanYou or Concept.AllOf or Concept.It;

    private static List<Token> Unmarked(string text, List<Token> tokens) => [.. tokens.Select((t, i) => Unmarked(text, tokens, i))];

    private static Token Unmarked(string text, List<Token> tokens, int index)
    {
        var token = tokens[index];
        if (token.Kind != TokenKind.Number)
        {
            return token;
        }

        if (IsOffEnd(text, tokens, index))
        {
            return AsLength(token);
        }

        var isMoment = (Starts(tokens) && IsMoment(text, tokens, index)) || IsStop(text, tokens, index) || IsInRange(text, tokens, index);
        return isMoment ? AsMoment(token) : token;
    }

    /// <summary>"start at 4 seconds and stop at 12".</summary>
    private static bool IsStop(string text, List<Token> tokens, int index) =>
        index > 0
        && Word(text, tokens[index - 1]) is "stop at" or "end at" or "finish at"
        && tokens.Take(index).LastOrDefault(t => t.IsTime) is { } start
        && start.Time.TotalSeconds < tokens[index].Value;

    /// <summary>"add 'SOLD OUT' from 3 to 6".</summary>
    private static bool IsInRange(string text, List<Token> tokens, int index)
    {
        var from = tokens.FindIndex(t => t.Concept == Concept.From && Word(text, t) is "from" or "between" or "从");
        if (from < 0 || from + 3 >= tokens.Count || (index != from + 1 && index != from + 3))
        {
            return false;
        }

        var (first, mark, last) = (tokens[from + 1], tokens[from + 2], tokens[from + 3]);
        var isRange = first.Kind == TokenKind.Number && mark.Concept is Concept.To or Concept.And && SecondsOf(last) > first.Value;
        return isRange && tokens[index].Kind == TokenKind.Number && tokens.Exists(IsOfPart);
    }

    /// <summary>"slow down 10-14": seconds.</summary>
    private static bool IsDashed(List<Token> tokens, int index)
    {
        var dash = index > 0 && tokens[index - 1].Kind == TokenKind.Dash ? index - 1 : index + 1;
        return dash > 0 && dash + 1 < tokens.Count && tokens[dash].Kind == TokenKind.Dash
            && tokens[dash - 1] is { Kind: TokenKind.Number } from && tokens[dash + 1] is { Kind: TokenKind.Number } to && from.Value < to.Value
            && tokens.Exists(t => t.Concept is Concept.Faster or Concept.Slower or Concept.Louder or Concept.Quieter);
    }

    private static double SecondsOf(Token token) => token.IsTime ? token.Time.TotalSeconds : token.Kind == TokenKind.Number ? token.Value : 0;

    /// <summary>What is shown, heard or changed for a part of the time.</summary>
    private static bool IsOfPart(Token token) => token.Kind is TokenKind.Quote or TokenKind.Factor
        || token.Concept is Concept.Title or Concept.Music or Concept.Voice or Concept.Mute or Concept.Faster or Concept.Slower;

    /// <summary>"shave 3 seconds off the start and 5 off the end".</summary>
    private static bool IsOffEnd(string text, List<Token> tokens, int index) =>
        index + 2 < tokens.Count
        && Word(text, tokens[index + 1]) is "off" or "from"
        && tokens.Skip(index + 2).FirstOrDefault(t => t.Concept != Concept.Filler) is { } edge
        && (edge.Concept is Concept.Begin or Concept.End || IsBack(text, edge))
        && tokens.Exists(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim);

    /// <summary>The clause may say when something is to happen.</summary>
    private static bool Starts(List<Token> tokens) => IsOnlyWhen(tokens) || (tokens.Exists(BeginsOrEnds) && tokens.Exists(IsTimed));

    /// <summary>"to 40", "and gone at 12": when, and nothing else.</summary>
    private static bool IsOnlyWhen(List<Token> tokens) =>
        tokens.Exists(t => t.Concept is Concept.At or Concept.To)
        && (tokens is [{ Concept: Concept.To }, ..] || tokens.Exists(t => t.Concept is Concept.Remove or Concept.End))
        && tokens.TrueForAll(t => t.Kind == TokenKind.Number || t.Concept is Concept.To or Concept.Remove or Concept.End or Concept.At or Concept.Filler);

    private static bool BeginsOrEnds(Token token) =>
        token.Concept is Concept.Remove or Concept.Cut or Concept.Begin or Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth;

    /// <summary>Something that is shown or heard for a time.</summary>
    private static bool IsTimed(Token token) => token.Concept is Concept.It or Concept.Music or Concept.Title or Concept.Logo;

    /// <summary>A clause about another quantity.</summary>
    private static bool IsMeasure(Token token) =>
        token.Kind is TokenKind.Percent or TokenKind.Decibel or TokenKind.Factor
        || token.Concept is Concept.Volume or Concept.Louder or Concept.Quieter
            or Concept.SpeedWord or Concept.Faster or Concept.Slower or Concept.FrameRateWord;

    private static bool IsMoment(string text, List<Token> tokens, int index) =>
        tokens[index].Value >= 1
        && index > 0
        && Word(text, tokens[index - 1]) is "at" or "after" or "from" or "until" or "stop at" or "end at" or "finish at";
}
