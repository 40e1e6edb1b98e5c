namespace NemoBot.Speech.Protocol;

/// <summary>One line of the worker's output. Every line counts as a heartbeat; the fields that are set determine its meaning.</summary>
internal sealed record WorkerMessage
{
    /// <summary>0 to 1.</summary>
    public double? Share { get; init; }

    /// <summary>Seconds of the sound that are finished; a new worker can go on there.</summary>
    public double? Finished { get; init; }

    /// <summary>The language, once it is fixed.</summary>
    public string? Language { get; init; }

    /// <summary>A segment's text.</summary>
    public string? Text { get; init; }

    /// <summary>A segment's start in seconds.</summary>
    public double Start { get; init; }

    /// <summary>A segment's end in seconds.</summary>
    public double End { get; init; }

    /// <summary>A segment's words.</summary>
    public IReadOnlyList<WorkerWord>? Words { get; init; }

    /// <summary>Name of a <see cref="Recognition.SpeechProblem"/>: the last line of a worker that failed.</summary>
    public string? Problem { get; init; }

    /// <summary>For the log.</summary>
    public string? Detail { get; init; }

    /// <summary>The last line of a worker that succeeded.</summary>
    public bool Done { get; init; }
}
