using System.Text.Json;

namespace NemoBot.Core.Backend;

/// <summary>One event of a running turn. The last event of a stream is always <see cref="Ended"/> or <see cref="Lost"/>.</summary>
public abstract record BackendEvent
{
    private BackendEvent()
    {
    }

    /// <summary>A piece of the current text, to be appended.</summary>
    public sealed record TextDelta(string Text) : BackendEvent;

    /// <summary>
    /// A text is complete. It takes the place of the deltas since the previous <see cref="TextDone"/>: every text is shown once.
    /// </summary>
    public sealed record TextDone(string Text) : BackendEvent;

    /// <summary>A tool started; its name may be known as a stage.</summary>
    /// <param name="Name">The tool's name.</param>
    /// <param name="Arguments">Its arguments as received; an object.</param>
    public sealed record ToolStarted(string Name, JsonElement Arguments) : BackendEvent;

    /// <summary>A tool ended.</summary>
    public sealed record ToolFinished(string Name) : BackendEvent;

    /// <summary>The session's state changed.</summary>
    /// <param name="Delta">The changed keys, an object.</param>
    public sealed record StateChanged(JsonElement Delta) : BackendEvent;

    /// <summary>Still there, nothing new.</summary>
    public sealed record Heartbeat : BackendEvent;

    /// <summary>A true error inside the stream; more events may follow.</summary>
    /// <param name="Error">What it means.</param>
    /// <param name="Code">The stream's own code, for the log.</param>
    public sealed record Failed(BackendError Error, string? Code) : BackendEvent;

    /// <summary>The service closed the stream: the turn is over.</summary>
    public sealed record Ended : BackendEvent;

    /// <summary>
    /// The stream broke, or only heartbeats came for too long. The turn may still be worked on: it is never sent again, the state
    /// reports the outcome.
    /// </summary>
    /// <param name="Reason">For the log.</param>
    public sealed record Lost(string Reason) : BackendEvent;
}
