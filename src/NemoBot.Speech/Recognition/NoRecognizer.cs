namespace NemoBot.Speech.Recognition;

/// <summary>Speech recognition is switched off.</summary>
internal sealed class NoRecognizer : ISpeechRecognizer
{
    /// <inheritdoc/>
    public Task<SpeechTranscript> RecognizeAsync(SpeechRequest request, IProgress<SpeechProgress> progress, CancellationToken cancellationToken) =>
        Task.FromException<SpeechTranscript>(new SpeechException(SpeechProblem.Off, "The engine is Off."));
}
