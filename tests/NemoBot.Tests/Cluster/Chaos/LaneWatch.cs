using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>Looks at the lanes in the database of a cluster, from outside.</summary>
internal sealed class LaneWatch(string connection) : IAsyncDisposable
{
    private const string OpenWork = "EXISTS (SELECT 1 FROM turns t WHERE t.over_at IS NULL AND l.key = 'channel ' || t.channel)";
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection + ";Pooling=false");

    /// <summary>The lanes of conversations with open work, each with owner and epoch.</summary>
    public Task<Dictionary<string, (string Owner, long Epoch)>> ReadBusyAsync() => ReadAsync($"SELECT l.key, l.owner, l.epoch FROM lanes l WHERE {OpenWork}");

    /// <summary>The lanes of all conversations, each with owner and epoch.</summary>
    public Task<Dictionary<string, (string Owner, long Epoch)>> ReadAllAsync() => ReadAsync("SELECT key, owner, epoch FROM lanes WHERE key LIKE 'channel %'");

    /// <summary>Waits until none of the lanes of a process is left without a new owner.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> TakenUpAsync(IReadOnlyCollection<string> lanes, int process)
    {
        var watch = Stopwatch.StartNew();
        List<string> left = [];
        await ClusterRun.UntilAsync(
            async () =>
            {
                var now = await ReadBusyAsync();
                left = [.. lanes.Where(l => now.TryGetValue(l, out var lane) && (lane.Owner.Length == 0 || IsOf(lane.Owner, process)))];
                return left.Count == 0;
            },
            () => $"Not taken up: {string.Join(", ", left)}");
        return watch.Elapsed;
    }

    /// <summary>The position up to which updates of Telegram are stored; null before the first.</summary>
    public async Task<long?> ReadOffsetAsync()
    {
        await using var command = _source.CreateCommand("SELECT value FROM cursors WHERE name LIKE 'telegram:offset:%'");
        return await command.ExecuteScalarAsync() is string text ? long.Parse(text.Split('@')[0], CultureInfo.InvariantCulture) : null;
    }

    /// <summary>What is open: turns, renders and replies with the owners of their lanes.</summary>
    public async Task<string> DescribeOpenAsync()
    {
        await using var command = _source.CreateCommand(
            """
            SELECT w.kind, c.key, l.owner, w.record FROM (
                SELECT 'turn' AS kind, channel, record FROM turns WHERE over_at IS NULL
                UNION ALL SELECT 'render', channel, record FROM renders WHERE over_at IS NULL
                UNION ALL SELECT 'reply', channel, record FROM replies) AS w
            JOIN channels c ON c.id = w.channel LEFT JOIN lanes l ON l.key = 'channel ' || c.id
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var open = new List<string>();
        while (await reader.ReadAsync())
        {
            open.Add($"{reader.GetString(0)} of {reader.GetString(1)}, lane of {(reader.IsDBNull(2) ? "nobody" : reader.GetString(2))}: {reader.GetString(3)}");
        }

        return string.Join('\n', open);
    }

    /// <summary>Returns true if an owner's name is that of a process.</summary>
    public static bool IsOf(string owner, int process) => owner.Contains($"-{process}-", StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<Dictionary<string, (string Owner, long Epoch)>> ReadAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lanes = new Dictionary<string, (string, long)>();
        while (await reader.ReadAsync())
        {
            lanes[reader.GetString(0)] = (reader.GetString(1), reader.GetInt64(2));
        }

        return lanes;
    }
}
