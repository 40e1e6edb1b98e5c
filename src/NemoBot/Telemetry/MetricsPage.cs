using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Telemetry;

namespace NemoBot.Telemetry;

/// <summary><c>GET /metrics</c>: listens to the meters of the bot, of ASP.NET, of Polly and of the runtime, and writes their values as Prometheus reads them.</summary>
internal sealed class MetricsPage : IDisposable
{
    /// <summary>The meters that are shown and exported.</summary>
    public static readonly string[] Meters = [BotMetrics.MeterName, "Polly", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private readonly ConversationQueues _queues;
    private readonly RenderQueue _renders;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = new();

    public MetricsPage(ConversationQueues queues, RenderQueue renders)
    {
        _queues = queues;
        _renders = renders;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name, StringComparer.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument, static i => new MetricFamily(i)));
            }
        };
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => ((MetricFamily)state!).Record(value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => ((MetricFamily)state!).Record(value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => ((MetricFamily)state!).Record(value, tags));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();

        // The first names of the two queues; dashboards may ask for them.
        text.Append($"# HELP nemobot_turns Turns that run or wait.\n# TYPE nemobot_turns gauge\nnemobot_turns {_queues.Count}\n");
        text.Append($"# HELP nemobot_renders Renders that run or wait.\n# TYPE nemobot_renders gauge\nnemobot_renders {_renders.Count}\n");
        foreach (var family in _families.Values.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            family.Write(text);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();
}
