using System.Diagnostics;

namespace NemoBot.Bench.Rendering;

/// <summary>What it took to make a file.</summary>
/// <param name="Processor">Seconds of processor time, children included.</param>
/// <param name="Wall">Seconds.</param>
/// <param name="Bytes">Size of the file.</param>
internal sealed record Cost(double Processor, double Wall, long Bytes)
{
    public static async Task<Cost> MeasureAsync(string target, Func<string, Task> work)
    {
        var (watch, before) = (Stopwatch.StartNew(), ProcessorTime.Seconds());
        await work(target);
        return new Cost(ProcessorTime.Seconds() - before, watch.Elapsed.TotalSeconds, new FileInfo(target).Length);
    }

    public string Describe(double seconds) =>
        FormattableString.Invariant($"{Processor:0.0} s of processor time, {Wall:0.0} s, {seconds / Wall:0.0} x real time, {Bytes / 1e6 / (seconds / 60):0.00} MB a minute");
}
