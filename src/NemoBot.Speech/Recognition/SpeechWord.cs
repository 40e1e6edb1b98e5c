namespace NemoBot.Speech.Recognition;

/// <summary>A recognized word.</summary>
/// <param name="Start">Position in the sound.</param>
/// <param name="End">Position in the sound.</param>
/// <param name="Text">With its punctuation, without spaces.</param>
public sealed record SpeechWord(TimeSpan Start, TimeSpan End, string Text);
