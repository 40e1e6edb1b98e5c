namespace NemoBot.Speech.Recognition;

/// <summary>Turns speech into text.</summary>
public interface ISpeechRecognizer
{
    /// <summary>Recognizes a sound.</summary>
    /// <param name="request">The sound.</param>
    /// <param name="progress">Never falls within a stage.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="SpeechException">It failed.</exception>
    Task<SpeechTranscript> RecognizeAsync(SpeechRequest request, IProgress<SpeechProgress> progress, CancellationToken cancellationToken);
}
