namespace NemoBot.Speech.Remote;

/// <summary>A segment or a word of an answer; times in seconds.</summary>
internal sealed record RemoteSegment
{
    public double Start { get; init; }

    public double End { get; init; }

    /// <summary>A segment's text.</summary>
    public string? Text { get; init; }

    /// <summary>A word.</summary>
    public string? Word { get; init; }
}
