using System.Globalization;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;

namespace NemoBot.Hosting;

/// <summary>A few numbers in the text form that Prometheus reads.</summary>
internal sealed class Metrics(ConversationQueues lanes, RenderQueue renders, TimeProvider clock)
{
    private readonly long _since = clock.GetTimestamp();

    public string Write()
    {
        (string Name, string Help, double Value)[] values =
        [
            ("nemobot_turns", "Turns that run or wait.", lanes.Count),
            ("nemobot_renders", "Renders that run or wait.", renders.Count),
            ("nemobot_memory_bytes", "Memory of the process.", Environment.WorkingSet),
            ("nemobot_uptime_seconds", "Time since the start.", Math.Round(clock.GetElapsedTime(_since).TotalSeconds)),
        ];
        return string.Concat(values.Select(v => string.Create(
            CultureInfo.InvariantCulture, $"# HELP {v.Name} {v.Help}\n# TYPE {v.Name} gauge\n{v.Name} {v.Value}\n")));
    }
}
