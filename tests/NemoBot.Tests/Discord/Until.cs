using System.Diagnostics;

namespace NemoBot.Tests.Discord;

/// <summary>Waits for what sockets and disks bring about in real time.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(20))
            {
                throw new TimeoutException("It did not happen.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }
}
