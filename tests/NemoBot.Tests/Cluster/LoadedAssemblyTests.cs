using Xunit;

namespace NemoBot.Tests.Cluster;

public sealed class LoadedAssemblyTests
{
    [Fact]
    public async Task Without_a_database_and_a_bucket_nothing_for_them_is_loaded()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process has loaded is read from /proc.");
        await using var alone = await Instance.StartAsync([]);
        await alone.SayAsync("room", "/help");
        var loaded = await alone.LoadedAsync();
        Assert.Contains("LiteDB.dll", loaded);
        Assert.DoesNotContain(loaded, f => f.StartsWith("Orleans", StringComparison.Ordinal) || f.StartsWith("AWSSDK", StringComparison.Ordinal) || f is "Npgsql.dll" or "NemoBot.Cluster.dll");
    }
}
