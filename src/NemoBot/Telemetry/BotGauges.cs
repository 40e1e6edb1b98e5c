using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Telemetry;

namespace NemoBot.Telemetry;

/// <summary>Gauges that are read from objects whenever somebody asks.</summary>
internal sealed class BotGauges : IHostedService
{
    /// <param name="queues">Turns that run or wait.</param>
    /// <param name="renders">Renders that run or wait.</param>
    /// <param name="clock">Time.</param>
    /// <param name="page">Listens from the start.</param>
    public BotGauges(ConversationQueues queues, RenderQueue renders, TimeProvider clock, MetricsPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var since = clock.GetTimestamp();
        var meter = BotMetrics.Meter;
        meter.CreateObservableGauge("nemobot.queue.turns", () => (long)queues.Count, "{turn}", "Turns that run or wait.");
        meter.CreateObservableGauge("nemobot.queue.renders", () => (long)renders.Count, "{render}", "Renders that run or wait.");
        meter.CreateObservableGauge("nemobot.memory", () => Environment.WorkingSet, "By", "Memory of the process.");
        meter.CreateObservableGauge("nemobot.uptime", () => Math.Round(clock.GetElapsedTime(since).TotalSeconds), "s", "Time since the start.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
