using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage;

namespace NemoBot.Bench.Store;

/// <summary>
/// What the store does in a second: turns of 2.8 KB added by 1, 8 and 256 writers, turns read beside writers, the memory that 2,000
/// running turns take, and the longest time that any call waited. Arguments: turns for each row (2,000; 0 for the running turns
/// alone, whose memory counts in a process of its own), data folder.
/// </summary>
internal static class StoreBench
{
    private const int RunningTurns = 2000;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(string[] args)
    {
        var turns = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
        var folder = args.Length > 1 ? args[1] : Directory.CreateTempSubdirectory("nemobot-bench-").FullName;
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = folder }).Build())
            .BuildServiceProvider();
        var store = services.GetRequiredService<IBotStore>();
        await store.InitializeAsync(CancellationToken.None);
        PrintMemory("resident at the start");
        Console.WriteLine($"{store.GetType().Name}, {turns} turns a row, in {folder}");
        if (turns > 0)
        {
            for (var i = 0; i < 100; i++)
            {
                // The first calls compile what they run.
                await store.AddTurnAsync(Turn("warm", i), CancellationToken.None);
            }

            await AddAsync(store, 1, turns / 4);
            await AddAsync(store, 8, turns);
            await AddAsync(store, 256, turns);
            await ReadAsync(store, turns, writers: 0);
            await ReadAsync(store, turns, writers: 32);
        }

        await KeepRunningAsync(store);
        if (args.Length < 2)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AddAsync(IBotStore store, int writers, int turns)
    {
        var timings = new Timings();
        await timings.MeasureAsync(writers, turns, i => store.AddTurnAsync(Turn($"add{writers}", i), CancellationToken.None));
        timings.Print($"add, {writers} writers");
    }

    private static async Task ReadAsync(IBotStore store, int turns, int writers)
    {
        using var stop = new CancellationTokenSource();
        var written = new Timings();
        var writing = writers == 0
            ? Task.CompletedTask
            : written.MeasureAsync(writers, int.MaxValue, i => store.AddTurnAsync(Turn("beside", i), CancellationToken.None), stop.Token);
        var read = new Timings();
        await read.MeasureAsync(8, turns, i => store.GetTurnAsync((i * 7919L % turns) + 1, CancellationToken.None));
        await stop.CancelAsync();
        await writing;
        read.Print($"read, 8 readers beside {writers} writers");
        if (writers > 0)
        {
            written.Print($"add, {writers} writers beside 8 readers");
        }
    }

    /// <summary>Many turns that run at once, with what the engine writes for each and the renewal of their leases.</summary>
    private static async Task KeepRunningAsync(IBotStore store)
    {
        var timings = new Timings();
        await timings.MeasureAsync(64, RunningTurns, async i =>
        {
            var key = new ConversationKey("web", $"run{i}");
            await store.AddConversationAsync(new ConversationRecord { Key = key, Skill = "a2e-ai", Language = "en", CreatedAt = Start, UpdatedAt = Start }, CancellationToken.None);
            var turn = await store.AddTurnAsync(Turn($"run{i}", i), CancellationToken.None);
            await store.UpdateTurnAsync(turn!.Id, t => t with { State = TurnState.Running, StatusMessageId = "s" }, CancellationToken.None);
            await store.UpdateTurnAsync(turn.Id, t => t with { State = TurnState.Sent, SentAt = Start }, CancellationToken.None);
        });
        timings.Print($"{RunningTurns} turns up to sent, 4 writes each");
        var claims = new Timings();
        await claims.MeasureAsync(1, 1, _ => store.ClaimOpenTurnsAsync("one", Start, Start.AddMinutes(2), CancellationToken.None));
        claims.Print("claim all open turns");
        var leases = new Timings();
        await leases.MeasureAsync(1, 20, i => store.RenewLeasesAsync("one", Start.AddMinutes(3 + i), CancellationToken.None));
        leases.Print("renew all leases");
        PrintMemory("resident now");
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        PrintMemory("resident without garbage");
    }

    private static void PrintMemory(string name)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"{name}: {process.WorkingSet64 / 1048576} MB, heap {GC.GetTotalMemory(forceFullCollection: false) / 1048576} MB");
    }

    private static TurnRecord Turn(string channel, int number) => new()
    {
        Message = new InboundMessage
        {
            Conversation = new ConversationKey("web", channel),
            MessageId = number.ToString(CultureInfo.InvariantCulture),
            Author = new Author("7", "Ana"),
            Text = new string('t', 2500),
        },
        CreatedAt = Start,
    };
}
