using System.Collections.Concurrent;
using System.Diagnostics;

namespace NemoBot.Bench.Store;

/// <summary>How long calls took, made by several callers that each wait for their own.</summary>
internal sealed class Timings
{
    private readonly ConcurrentBag<double> _milliseconds = [];
    private TimeSpan _total;
    private TimeSpan _processor;

    public async Task MeasureAsync(int callers, int calls, Func<int, Task> call, CancellationToken stop = default)
    {
        var next = -1;
        var before = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (int i; !stop.IsCancellationRequested && (i = Interlocked.Increment(ref next)) < calls;)
            {
                var begun = Stopwatch.GetTimestamp();
                await call(i);
                _milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }, CancellationToken.None)));
        _total = Stopwatch.GetElapsedTime(started);
        _processor = Environment.CpuUsage.TotalTime - before;
    }

    public void Print(string name)
    {
        var sorted = _milliseconds.Order().ToList();
        var median = sorted[sorted.Count / 2];
        var late = sorted[(int)(sorted.Count * 0.99)];
        Console.WriteLine(
            $"{name,-42} {sorted.Count / _total.TotalSeconds,8:0}/s  median {median,7:0.0} ms  p99 {late,7:0.0} ms  longest {sorted[^1],7:0.0} ms"
            + $"  processor {_processor.TotalMilliseconds / sorted.Count:0.00} ms");
    }
}
