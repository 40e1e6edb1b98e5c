using System.Globalization;

namespace NemoBot.Bench.Rendering;

/// <summary>Processor time of this process and of the children that have ended, as Linux counts it.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;

    public static double Seconds()
    {
        // Fields 14 to 17 of proc(5) stat; the name in brackets may hold spaces.
        var stat = File.ReadAllText("/proc/self/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(4).Sum(t => long.Parse(t, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
