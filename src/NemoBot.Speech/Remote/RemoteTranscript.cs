namespace NemoBot.Speech.Remote;

/// <summary>The answer in the form <c>verbose_json</c>.</summary>
internal sealed record RemoteTranscript
{
    /// <summary>A code or an English name.</summary>
    public string? Language { get; init; }

    public string? Text { get; init; }

    public double Duration { get; init; }

    public IReadOnlyList<RemoteSegment>? Segments { get; init; }

    public IReadOnlyList<RemoteSegment>? Words { get; init; }
}
