using System.Diagnostics;
using System.Globalization;
using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Storage;

/// <summary>A process that writes is killed in the middle; what it had acknowledged is there.</summary>
public sealed class SqliteCrashTests
{
    private const string FolderVariable = "NEMOBOT_TESTS_CRASH_FOLDER";
    private static readonly ConversationKey Here = new("web", "a");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public async Task A_killed_writer_loses_nothing_that_was_acknowledged(int acknowledgements)
    {
        using var database = new SqliteDatabase();
        var acknowledged = await KillWriterAsync(database.Folder, acknowledgements);
        var store = await database.OpenAsync();
        using var closing = store as IDisposable;
        var open = await store.ClaimOpenTurnsAsync("one", Samples.Noon, Samples.Noon, Stop);
        var kept = open.Select(t => (t.Id, t.Message.MessageId)).ToHashSet();
        Assert.True(acknowledged.Count >= acknowledgements);
        Assert.DoesNotContain(acknowledged, a => !kept.Contains(a));
        Assert.Equal(kept.Count, kept.Select(k => k.MessageId).Distinct().Count());
        using var connection = database.Connect();
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", check.ExecuteScalar());
    }

    /// <summary>Not a test but the process that is killed: eight writers that say each id on standard output once it was acknowledged.</summary>
    [Fact(Explicit = true)]
    public async Task Write_until_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "Runs only as the process of another test.");
        var store = SqliteDatabase.Make(new NemoBot.Storage.StorageOptions { DataFolder = folder! });
        await store.InitializeAsync(Stop);
        using var output = Console.OpenStandardOutput();
        using var writer = TextWriter.Synchronized(new StreamWriter(output) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                var turn = await store.AddTurnAsync(Samples.Turn(Here, $"{w}-{i}"), Stop);
                writer.WriteLine($"ack {turn!.Id} {turn.Message.MessageId} end");
            }
        })));
    }

    private static async Task<List<(long Id, string MessageId)>> KillWriterAsync(string folder, int acknowledgements)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        var method = $"{typeof(SqliteCrashTests).FullName}.{nameof(Write_until_killed)}";
        foreach (var argument in new[] { "-explicit", "only", "-method", method, "-noColor" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[FolderVariable] = folder;
        using var process = Process.Start(start)!;
        try
        {
            return await ReadUntilKilledAsync(process, acknowledgements);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<List<(long Id, string MessageId)>> ReadUntilKilledAsync(Process process, int acknowledgements)
    {
        var acknowledged = new List<(long, string)>();
        while (await process.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            // The last line may be cut by the kill: it counts only when it is whole, and a whole one says so.
            if (line.Split(' ') is ["ack", var id, var messageId, "end"])
            {
                acknowledged.Add((long.Parse(id, CultureInfo.InvariantCulture), messageId));
            }

            if (acknowledged.Count == acknowledgements)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync(Stop);
        return acknowledged;
    }
}
