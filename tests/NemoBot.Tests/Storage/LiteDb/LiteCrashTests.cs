using System.Diagnostics;
using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Settings;
using Xunit;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>A process that writes at full speed is killed again and again; everything it had acknowledged is there.</summary>
public sealed class LiteCrashTests
{
    private const string FolderVariable = "NEMOBOT_CRASH_FOLDER";
    private const string SeedVariable = "NEMOBOT_CRASH_SEED";
    private static readonly ConversationKey Here = new("web", "a");

    /// <summary>How often to kill; <c>tests/storekills.sh</c> asks for more.</summary>
    private static readonly int Kills =
        int.Parse(Environment.GetEnvironmentVariable("NEMOBOT_STORE_KILLS") ?? "3", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_process_is_killed()
    {
        using var database = new LiteDatabase();
        var random = new Random(6);
        var known = new Dictionary<long, TurnState>();
        for (var kill = 0; kill < Kills; kill++)
        {
            foreach (var (id, state) in await KillWriterAsync(database.Folder, kill, random.Next(30, 400)))
            {
                known[id] = state;
            }

            using var store = await database.OpenAsync(o => o.CheckpointPages = 50);
            foreach (var (id, state) in known)
            {
                var turn = await store.GetTurnAsync(id, Stop);
                Assert.True(turn is not null && Rank(turn.State) >= Rank(state), $"Turn {id} was acknowledged as {state} and is {turn?.State.ToString() ?? "gone"}.");
            }

            // Replies and open turns must agree with the turns: each was written in one transaction with its turn.
            var replies = (await store.ClaimPendingRepliesAsync("one", Samples.Noon, Samples.Noon, Stop)).Select(r => r.TurnId).ToHashSet();
            var open = (await store.ClaimOpenTurnsAsync("one", Samples.Noon, Samples.Noon, Stop)).Select(t => t.Id).ToHashSet();
            Assert.All(known.Keys, id => Assert.True(replies.Contains(id) != open.Contains(id)));
        }
    }

    /// <summary>Not a test but the process that is killed: eight writers that print each outcome once it was acknowledged.</summary>
    [Fact(Explicit = true)]
    public async Task Write_until_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "Runs only as the process of another test.");
        var seed = Environment.GetEnvironmentVariable(SeedVariable);
        var store = LiteDatabase.Make(new StorageOptions { DataFolder = folder!, CheckpointPages = 50 });
        await store.InitializeAsync(Stop);
        using var output = Console.OpenStandardOutput();
        using var writer = TextWriter.Synchronized(new StreamWriter(output) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                var turn = await store.AddTurnAsync(Samples.Turn(Here, $"{seed}-{w}-{i}"), Stop);
                writer.WriteLine($"ack {turn!.Id} {TurnState.Queued} end");
                await store.UpdateTurnAsync(turn.Id, t => t with { State = TurnState.Sent, Reply = new string('r', i % 40 * 100) }, Stop);
                writer.WriteLine($"ack {turn.Id} {TurnState.Sent} end");
                await store.EndTurnAsync(turn.Id, t => t with { State = TurnState.Done }, Samples.FullEnding(Here) with { TurnId = turn.Id }, Stop);
                writer.WriteLine($"ack {turn.Id} {TurnState.Done} end");
            }
        })));
    }

    private static int Rank(TurnState state) => state switch
    {
        TurnState.Queued => 0,
        TurnState.Sent => 1,
        _ => 2,
    };

    private static async Task<List<(long Id, TurnState State)>> KillWriterAsync(string folder, int seed, int acknowledgements)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        var method = $"{typeof(LiteCrashTests).FullName}.{nameof(Write_until_killed)}";
        foreach (var argument in new[] { "-explicit", "only", "-method", method, "-noColor" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[FolderVariable] = folder;
        start.Environment[SeedVariable] = seed.ToString(CultureInfo.InvariantCulture);
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

    private static async Task<List<(long Id, TurnState State)>> ReadUntilKilledAsync(Process process, int acknowledgements)
    {
        var acknowledged = new List<(long, TurnState)>();
        while (await process.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            // The last line may be cut by the kill: a whole one says so.
            if (line.Split(' ') is ["ack", var id, var state, "end"])
            {
                acknowledged.Add((long.Parse(id, CultureInfo.InvariantCulture), Enum.Parse<TurnState>(state)));
            }

            if (acknowledged.Count == acknowledgements)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync(Stop);
        Assert.True(acknowledged.Count >= acknowledgements);
        return acknowledged;
    }
}
