namespace NemoBot.Discord.Rest;

/// <summary>A request, with what the rate limits need to know.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Relative to the API's address.</param>
/// <param name="Route">The path without ids: requests with the same route and major id share a bucket.</param>
/// <param name="Major">The channel, server or webhook that separates buckets.</param>
internal sealed record RestRequest(HttpMethod Method, string Path, string Route, string Major = "")
{
    /// <summary>Creates the body; called for each attempt.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>True for replies to interactions: they carry their own token and are exempt from the global limit.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>True for edits a newer one may replace: they leave room for everything else.</summary>
    public bool IsDroppable { get; init; }

    /// <summary>True if a retry after a lost response is harmless.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Awaited before each attempt, after the waits for the rate limits; what it throws ends the request.</summary>
    public Func<CancellationToken, Task>? BeforeSend { get; init; }

    /// <summary>How long the request may wait for its turn.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>True if the body is long: the timeout applies to stalls, not to the whole transfer.</summary>
    public bool IsUpload { get; init; }
}
