using System.Net;
using NemoBot.Cluster.Membership;
using NemoBot.Tests.Storage.Postgres;
using Npgsql;
using Xunit;

namespace NemoBot.Tests.Cluster;

public sealed class MembershipTableTests : IAsyncLifetime
{
    private NpgsqlDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        using var store = PostgresTestDatabase.Make(connection);
        await store.InitializeAsync(TestContext.Current.CancellationToken);
        _source = NpgsqlDataSource.Create(connection);
    }

    public async ValueTask DisposeAsync() => await _source.DisposeAsync();

    [Fact]
    public async Task A_member_comes_back_as_it_was_written()
    {
        var table = new PostgresMembershipTable(_source);
        var entry = Entry(1);
        Assert.True(await table.InsertRow(entry, (await table.ReadAll()).Version.Next()));
        var read = await table.ReadRow(entry.SiloAddress);
        var (found, _) = Assert.Single(read.Members);
        Assert.Equal(1, read.Version.Version);
        Assert.Equal(
            (entry.SiloName, entry.Status, entry.StartTime, entry.IAmAliveTime), (found.SiloName, found.Status, found.StartTime, found.IAmAliveTime));
        Assert.Equal(entry.SuspectTimes, found.SuspectTimes);
    }

    [Fact]
    public async Task A_change_on_an_older_version_of_the_table_or_row_is_refused()
    {
        var table = new PostgresMembershipTable(_source);
        var entry = Entry(1);
        var first = (await table.ReadAll()).Version.Next();
        Assert.True(await table.InsertRow(entry, first));
        Assert.False(await table.InsertRow(Entry(2), first));
        Assert.False(await table.InsertRow(entry, (await table.ReadAll()).Version.Next()));
        var (found, etag) = Assert.Single((await table.ReadAll()).Members);
        found.Status = SiloStatus.Dead;
        Assert.True(await table.UpdateRow(found, etag, (await table.ReadAll()).Version.Next()));
        Assert.False(await table.UpdateRow(found, etag, (await table.ReadAll()).Version.Next()));
        Assert.Equal(2, (await table.ReadAll()).Version.Version);
    }

    [Fact]
    public async Task A_sign_of_life_changes_no_version_and_the_long_dead_are_removed()
    {
        var table = new PostgresMembershipTable(_source);
        var (dead, alive) = (Entry(1), Entry(2));
        dead.Status = SiloStatus.Dead;
        Assert.True(await table.InsertRow(dead, (await table.ReadAll()).Version.Next()));
        Assert.True(await table.InsertRow(alive, (await table.ReadAll()).Version.Next()));
        alive.IAmAliveTime = alive.IAmAliveTime.AddHours(1);
        await table.UpdateIAmAlive(alive);
        Assert.Equal(2, (await table.ReadAll()).Version.Version);
        await table.CleanupDefunctSiloEntries(new DateTimeOffset(alive.IAmAliveTime, TimeSpan.Zero));
        Assert.Equal(alive.IAmAliveTime, Assert.Single((await table.ReadAll()).Members).Item1.IAmAliveTime);
    }

    private static MembershipEntry Entry(int generation)
    {
        var noon = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
        return new MembershipEntry
        {
            SiloAddress = SiloAddress.New(IPAddress.Loopback, 11111, generation),
            SiloName = "one|chat",
            HostName = "host",
            Status = SiloStatus.Active,
            StartTime = noon,
            IAmAliveTime = noon.AddMinutes(1),
            SuspectTimes = [Tuple.Create(SiloAddress.New(IPAddress.Loopback, 11112, 7), noon)],
        };
    }
}
