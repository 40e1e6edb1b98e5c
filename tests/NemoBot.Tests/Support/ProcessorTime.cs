using System.Runtime.InteropServices;
using Xunit;

namespace NemoBot.Tests.Support;

/// <summary>Measures how the cost of work grows with its input, in processor time of this thread: other load on the machine does not count.</summary>
internal static class ProcessorTime
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    private const int Tries = 10;

    /// <summary>
    /// Asserts that eight times the input costs less than 32 times the processor time.
    /// Linear work needs 8 times, quadratic work 64 times.
    /// </summary>
    /// <param name="work">Does the work for an input of the given length. Runs on the calling thread.</param>
    /// <param name="length">Length of the longer input.</param>
    public static void AssertScales(Action<int> work, int length)
    {
        work(length / 8);
        var shorter = Enumerable.Range(0, 3).Min(_ => Measure(work, length / 8));
        var floor = TimeSpan.FromMilliseconds(0.5); // Below this the clock and the first touch of caches decide.
        var most = 32 * (shorter > floor ? shorter : floor);
        // A collection of what all other tests left behind may fall on this thread: only the cheapest of many tries is the work's own.
        var tries = new List<TimeSpan>();
        do
        {
            tries.Add(Measure(work, length));
        }
        while (tries[^1] >= most && tries.Count < Tries);
        Assert.True(tries[^1] < most, $"{length / 8}: {shorter}, {length}: {tries.Min()}");
    }

    private static TimeSpan Measure(Action<int> work, int length)
    {
        var before = Now();
        work(length);
        return Now() - before;
    }

    private static TimeSpan Now()
    {
        Assert.Equal(0, clock_gettime(ThreadCpuTime, out var time));
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100);
    }

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
