namespace NemoBot.Tests.Support;

/// <summary>How long a test waits for other processes, the disk or the network: only a hang meets it, however busy the machine is.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
}
