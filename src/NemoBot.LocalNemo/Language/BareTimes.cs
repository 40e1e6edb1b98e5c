namespace NemoBot.LocalNemo.Language;

/// <summary>Reads a number without a unit as a moment: "kill it at 40", "start the music at 5".</summary>
internal static class BareTimes
{
    /// <summary>The tokens of a clause with a time for each such number.</summary>
    public static List<Token> Read(string text, List<Token> tokens) => tokens.Exists(IsMeasure) ? tokens
        : [.. tokens.Select((t, i) => IsOffEnd(text, tokens, i) ? t with { Kind = TokenKind.Duration, Time = TimeSpan.FromSeconds(t.Value) } : (Starts(tokens) && IsMoment(text, tokens, i)) || IsInRange(text, tokens, i) ? t with { Kind = TokenKind.Time, Time = TimeSpan.FromSeconds(t.Value) } : t)];

    /// <summary>"add 'SOLD OUT' from 3 to 6".</summary>
    private static bool IsInRange(string text, List<Token> tokens, int index)
    {
        var from = tokens.FindIndex(t => t.Concept == Concept.From && text[t.Start..t.End].ToLowerInvariant() is "from" or "between" or "从");
        return from >= 0 && from + 3 < tokens.Count && (index == from + 1 || index == from + 3) && tokens.Exists(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Title or Concept.Music)
            && tokens[from + 1].Kind == TokenKind.Number && tokens[from + 2].Concept is Concept.To or Concept.And && tokens[from + 3].Kind == TokenKind.Number && tokens[from + 3].Value > tokens[from + 1].Value;
    }

    /// <summary>"shave 3 seconds off the start and 5 off the end".</summary>
    private static bool IsOffEnd(string text, List<Token> tokens, int index) => tokens[index].Kind == TokenKind.Number && index + 2 < tokens.Count && text[tokens[index + 1].Start..tokens[index + 1].End].ToLowerInvariant() is "off" or "from"
        && tokens.Skip(index + 2).FirstOrDefault(t => t.Concept != Concept.Filler)?.Concept is Concept.Begin or Concept.End && tokens.Exists(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim);

    private static bool Starts(List<Token> tokens) => (tokens.Exists(t => t.Concept is Concept.At or Concept.To) && (tokens is [{ Concept: Concept.To }, ..] || tokens.Exists(t => t.Concept is Concept.Remove or Concept.End)) && tokens.TrueForAll(t => t.Kind == TokenKind.Number || t.Concept is Concept.To or Concept.Remove or Concept.End or Concept.At or Concept.Filler)) || tokens.Exists(t => t.Concept is Concept.Remove or Concept.Cut or Concept.Begin or Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth)
        && tokens.Exists(t => t.Concept is Concept.It or Concept.Music or Concept.Title or Concept.Logo);

    /// <summary>A clause about another quantity.</summary>
    private static bool IsMeasure(Token token) => token.Kind is TokenKind.Percent or TokenKind.Decibel or TokenKind.Factor
        || token.Concept is Concept.Volume or Concept.Louder or Concept.Quieter or Concept.SpeedWord or Concept.Faster or Concept.Slower or Concept.FrameRateWord;

    private static bool IsMoment(string text, List<Token> tokens, int index) => tokens[index].Kind == TokenKind.Number && tokens[index].Value >= 1 && index > 0
        && text[tokens[index - 1].Start..tokens[index - 1].End].ToLowerInvariant() is "at" or "after" or "from" or "until" or "stop at" or "end at" or "finish at";
}
