namespace NemoBot.Speech.Recognition;

/// <summary>What was said.</summary>
/// <param name="Segments">Ordered by start; empty if there is no speech.</param>
/// <param name="Language">ISO 639-1 code; null if there is no speech or it is unknown.</param>
public sealed record SpeechTranscript(IReadOnlyList<SpeechSegment> Segments, string? Language);
