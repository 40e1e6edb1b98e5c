using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NemoBot.Core.Telemetry;

/// <summary>What the bot measures. Recording costs next to nothing while nothing listens.</summary>
public static class BotMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "NemoBot";

    private const string Seconds = "s";

    private static readonly InstrumentAdvice<double> Times = new()
    {
        HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800],
    };

    private static readonly InstrumentAdvice<double> Factors = new() { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16] };

    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("nemobot.turns", "{turn}", "Turns that ended, by platform and state.");
    private static readonly Histogram<double> TurnTimes = CreateTimes("nemobot.turn.duration", "From a message to the end of its turn, by platform and state.");
    private static readonly Histogram<double> FirstEdits = CreateTimes("nemobot.first_edit.delay", "From a message to the first sign of life in its chat.");
    private static readonly Histogram<double> EditDelays = CreateTimes("nemobot.edit.delay", "From news to the edit that shows them.");
    private static readonly Counter<long> Edits =
        Meter.CreateCounter<long>("nemobot.edits", "{edit}", "Edits of status messages: shown, or dropped because newer ones replaced them.");
    private static readonly Counter<long> RateLimits = Meter.CreateCounter<long>("nemobot.rate_limits", "{response}", "Responses 429, by service.");
    private static readonly Histogram<double> BackendTimes =
        CreateTimes("nemobot.backend.duration", "Until the headers of a backend's response, by endpoint and code.");
    private static readonly Counter<long> Renders = Meter.CreateCounter<long>("nemobot.renders", "{render}", "Renders that ended, by backend and state.");
    private static readonly Histogram<double> RenderTimes = CreateTimes("nemobot.render.duration", "From the request of a render to its end.");

    private static readonly Histogram<double> RenderSpeeds = Meter.CreateHistogram(
        "nemobot.render.speed", null, "Seconds of video per second of rendering.", tags: null, advice: Factors);

    private static readonly Counter<long> Credits = Meter.CreateCounter<long>("nemobot.credits", "{credit}", "Credits that turns used.");
    private static readonly Counter<long> Bytes =
        Meter.CreateCounter<long>("nemobot.transferred", "By", "Bytes of files, by direction: uploaded, downloaded, delivered.");
    private static readonly UpDownCounter<long> Streams =
        Meter.CreateUpDownCounter<long>("nemobot.streams", "{stream}", "Open event streams, by kind: backend, web.");

    private static readonly Counter<long> StaleWrites =
        Meter.CreateCounter<long>("nemobot.stale_writes", "{write}", "Writes of this instance to conversations that another one has taken over.");

    /// <summary>The meter, for gauges that are read from objects.</summary>
    public static Meter Meter => Instruments.Meter;

    /// <summary>A turn ended.</summary>
    public static void TurnEnded(string platform, string state, TimeSpan duration)
    {
        var tags = new TagList { { "platform", platform }, { "state", state } };
        Turns.Add(1, tags);
        TurnTimes.Record(duration.TotalSeconds, tags);
    }

    /// <summary>A chat shows for the first time that a message is worked on.</summary>
    public static void FirstEdit(string platform, TimeSpan delay) => FirstEdits.Record(delay.TotalSeconds, Tag("platform", platform));

    /// <summary>This instance wrote to a conversation that another one has taken over.</summary>
    public static void StaleWrite() => StaleWrites.Add(1);

    /// <summary>A platform accepted a status message.</summary>
    public static void EditShown(string platform, TimeSpan delay)
    {
        Edits.Add(1, Tag("platform", platform), Tag("outcome", "shown"));
        EditDelays.Record(delay.TotalSeconds, Tag("platform", platform));
    }

    /// <summary>Newer content replaced an edit before the platform's pace let it out.</summary>
    public static void EditDropped(string platform) => Edits.Add(1, Tag("platform", platform), Tag("outcome", "dropped"));

    /// <summary>A service answered 429.</summary>
    public static void RateLimited(string service) => RateLimits.Add(1, Tag("service", service));

    /// <summary>A backend answered, or failed to.</summary>
    /// <param name="backend">Its name.</param>
    /// <param name="endpoint">Method and path without ids.</param>
    /// <param name="code">The HTTP status, or <c>none</c>.</param>
    /// <param name="duration">Until the headers of the response.</param>
    public static void BackendAnswered(string backend, string endpoint, string code, TimeSpan duration) =>
        BackendTimes.Record(duration.TotalSeconds, Tag("backend", backend), Tag("endpoint", endpoint), Tag("code", code));

    /// <summary>A render ended.</summary>
    public static void RenderEnded(string backend, string state, TimeSpan duration)
    {
        var tags = new TagList { { "backend", backend }, { "state", state } };
        Renders.Add(1, tags);
        RenderTimes.Record(duration.TotalSeconds, tags);
    }

    /// <summary>A video of a length was rendered in a time.</summary>
    public static void Rendered(string backend, TimeSpan video, TimeSpan duration)
    {
        if (video > TimeSpan.Zero && duration > TimeSpan.Zero)
        {
            RenderSpeeds.Record(video / duration, Tag("backend", backend));
        }
    }

    /// <summary>A turn used credits.</summary>
    public static void CreditsUsed(string platform, long credits) => Credits.Add(credits, Tag("platform", platform));

    /// <summary>Bytes of files were moved.</summary>
    /// <param name="direction"><c>uploaded</c> to the backend, <c>downloaded</c> from it, <c>delivered</c> to a chat.</param>
    /// <param name="bytes">How many.</param>
    public static void Transferred(string direction, long bytes) => Bytes.Add(bytes, Tag("direction", direction));

    /// <summary>Counts an event stream as open until the result is disposed.</summary>
    public static IDisposable StreamOpened(string kind)
    {
        Streams.Add(1, Tag("kind", kind));
        return new OpenStream(kind);
    }

    private static Histogram<double> CreateTimes(string name, string description) =>
        Meter.CreateHistogram(name, Seconds, description, tags: null, advice: Times);

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    /// <summary>Created before the instruments, whatever the order of the fields above.</summary>
    private static class Instruments
    {
        public static readonly Meter Meter = new(MeterName);
    }

    private sealed class OpenStream(string kind) : IDisposable
    {
        public void Dispose() => Streams.Add(-1, Tag("kind", kind));
    }
}
