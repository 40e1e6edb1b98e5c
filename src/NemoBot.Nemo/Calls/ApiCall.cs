using NemoBot.Nemo.Transport;

namespace NemoBot.Nemo.Calls;

/// <summary>One call of the API.</summary>
/// <param name="Method">GET, POST or DELETE.</param>
/// <param name="Path">Relative to the API's base, escaped.</param>
internal sealed record ApiCall(HttpMethod Method, string Path)
{
    /// <summary>Creates the body, once for each attempt.</summary>
    public Func<TrackedContent>? Body { get; init; }

    /// <summary>When the call may be made again.</summary>
    public Repeat Repeat { get; init; } = Repeat.Safely;

    /// <summary>For example <c>text/event-stream</c>.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>
    /// An error without a meaning of its own may belong to the thing that was asked about: the answer comes back with it, for the
    /// caller to look inside.
    /// </summary>
    public bool MayFailInside { get; init; }

    /// <summary>A read that changes nothing.</summary>
    public static ApiCall Get(string path) => new(HttpMethod.Get, path);

    /// <summary>A change.</summary>
    public static ApiCall Post(string path, Func<TrackedContent>? body, Repeat repeat) => new(HttpMethod.Post, path) { Body = body, Repeat = repeat };
}
