namespace NemoBot.Discord.Rest;

/// <summary>One request, as the pacing needs to know it.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Relative to the API's address.</param>
/// <param name="Route">The path without ids other than the major one: requests with the same route and major id share a bucket.</param>
/// <param name="Major">The channel, server or webhook by which Discord tells buckets apart.</param>
internal sealed record RestCall(HttpMethod Method, string Path, string Route, string Major = "")
{
    /// <summary>Makes the body; called again for each repetition.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>True for answers to interactions: they carry their own token and stand outside the global limit.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>True for edits that a newer one may replace: they leave room for everything else.</summary>
    public bool IsDroppable { get; init; }

    /// <summary>True if a repetition after a lost answer does no harm.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>How long the request may wait for its turn.</summary>
    public required TimeSpan Patience { get; init; }

    /// <summary>True if the body is long: what counts is that bytes go on moving, not the whole time.</summary>
    public bool IsUpload { get; init; }
}
