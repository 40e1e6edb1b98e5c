namespace NemoBot.Speech.Protocol;

/// <summary>A word of a segment; times in seconds.</summary>
internal sealed record WorkerWord(double Start, double End, string Text);
