namespace NemoBot.Speech.Protocol;

/// <summary>The one line that the worker reads.</summary>
/// <param name="Sound">Path of the WAV file.</param>
/// <param name="Model">Path of the model.</param>
/// <param name="VoiceActivity">Path of the voice activity model; null: the sound's energy is used.</param>
/// <param name="Language">ISO 639-1 code; null: detected.</param>
/// <param name="Threads">For the recognizer.</param>
/// <param name="From">Seconds that are recognized already.</param>
internal sealed record WorkerRequest(string Sound, string Model, string? VoiceActivity, string? Language, int Threads, double From);
