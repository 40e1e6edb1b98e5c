namespace NemoBot.Speech.Recognition;

/// <summary>What to recognize.</summary>
/// <param name="SoundPath">A WAV file: 16 kHz, one channel, 16 bits.</param>
/// <param name="Language">ISO 639-1 code; null: detected.</param>
public sealed record SpeechRequest(string SoundPath, string? Language);
