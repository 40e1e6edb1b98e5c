namespace NemoBot.Speech.Recognition;

/// <summary>A recognized phrase.</summary>
/// <param name="Start">Position in the sound.</param>
/// <param name="End">Position in the sound.</param>
/// <param name="Text">Without spaces around it.</param>
/// <param name="Words">Ordered and inside of the segment; empty if unknown.</param>
public sealed record SpeechSegment(TimeSpan Start, TimeSpan End, string Text, IReadOnlyList<SpeechWord> Words);
