namespace NemoBot.Core.Backend;

/// <summary>One poll's answer.</summary>
/// <param name="State">The state.</param>
/// <param name="Progress">0 to 1; null if unknown.</param>
/// <param name="Url">Where the video is, once completed; may be signed and expire.</param>
/// <param name="Duration">Length of the video; null if unknown.</param>
/// <param name="Size">Bytes of the video; null if unknown.</param>
/// <param name="Message">The backend's own words on a failure.</param>
public sealed record RenderStatus(RenderState State, double? Progress, string? Url, TimeSpan? Duration, long? Size, string? Message)
{
    /// <summary>What people should hear about the result or the failure, in their language; null if there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>How many others the backend makes before this one, while it waits; null if it does not wait or the backend does not say.</summary>
    public int? Ahead { get; init; }

    /// <summary>Requests that can be sent next, in people's language.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];
}
