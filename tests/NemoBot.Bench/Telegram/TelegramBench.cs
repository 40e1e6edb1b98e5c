using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Telegram;

namespace NemoBot.Bench.Telegram;

/// <summary>Load on the real Telegram platform against a server on loopback, in real time.</summary>
public static class TelegramBench
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    /// <summary>Arguments: <c>chats</c> (2000 chats with a running turn each) or <c>blocked</c> (50 chats, one blocked); both without any.</summary>
    public static async Task RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (!args.Contains("blocked"))
        {
            await ManyChatsAsync(2000, TimeSpan.FromSeconds(60));
        }

        if (!args.Contains("chats"))
        {
            await OneBlockedAsync("50 private chats, edits every 1.1 s: over the bot's pace", 1, TimeSpan.FromSeconds(1.1));
            await OneBlockedAsync("50 groups, edits every 3.1 s: within the bot's pace", -1, TimeSpan.FromSeconds(3.1));
        }
    }

    private static async Task ManyChatsAsync(int chats, TimeSpan turn)
    {
        await using var server = await BenchServer.StartAsync();
        ConcurrentQueue<double> edits = new(), finals = new();
        IChatPlatform? platform = null;
        var sink = new BenchSink(m => TurnAsync(platform!, m.Conversation, turn, edits, finals));
        await using var services = Build(server, sink);
        platform = services.GetRequiredService<IChatPlatform>();
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        for (var chat = 1; chat <= chats; chat++)
        {
            server.Say(chat, "make a video");
        }

        var run = platform.RunAsync(sink, stop.Token);
        while (sink.Turns.Count < chats)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), Clock);
        }

        Print($"{chats} updates taken in {watch.Elapsed.TotalSeconds:F1} s");
        var all = Task.WhenAll(sink.Turns);
        var memory = 0L;
        while (!all.IsCompleted)
        {
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(5), Clock));
            memory = Math.Max(memory, GC.GetTotalMemory(forceFullCollection: false));
        }

        await all;
        await stop.CancelAsync();
        await run;
        var ended = server.Taken.Where(t => t.Text == "Done").GroupBy(t => t.Chat).Select(g => g.Count()).ToList();
        Print($"lost {chats - sink.Distinct}, twice {sink.Twice}; statuses that ended {ended.Count}, more than once {ended.Count(n => n > 1)}");
        Print($"most in any second {Busiest(server)}; managed memory at most {memory >> 20} MB, process {Environment.WorkingSet >> 20} MB (with the server)");
        Print($"wait for an edit: {Spread(edits)}; for the last one: {Spread(finals)}; all over after {watch.Elapsed.TotalSeconds:F0} s");
    }

    private static async Task TurnAsync(
        IChatPlatform platform, ConversationKey chat, TimeSpan length, ConcurrentQueue<double> edits, ConcurrentQueue<double> finals)
    {
        var sent = await PatientAsync(() => platform.SendAsync(chat, new OutboundMessage { Kind = OutboundKind.Status, Text = "0 %" }, default));
        var until = Clock.GetUtcNow() + length;
        await KeepEditingAsync(platform, sent, TimeSpan.FromSeconds(1.1), until, edits.Enqueue);
        var since = Clock.GetTimestamp();
        await PatientAsync(() => platform.EditAsync(sent, new OutboundMessage { Kind = OutboundKind.Status, Text = "Done", IsFinal = true }, default));
        finals.Enqueue(Clock.GetElapsedTime(since).TotalMilliseconds);
    }

    private static async Task OneBlockedAsync(string title, int sign, TimeSpan interval)
    {
        await using var server = await BenchServer.StartAsync();
        var sink = new BenchSink(_ => Task.CompletedTask);
        await using var services = Build(server, sink);
        var platform = services.GetRequiredService<IChatPlatform>();
        List<MessageRef> all = [];
        for (var chat = 1; chat <= 50; chat++)
        {
            var key = new ConversationKey("telegram", (chat * sign).ToString(CultureInfo.InvariantCulture));
            all.Add(await PatientAsync(() => platform.SendAsync(key, new OutboundMessage { Text = "0 %" }, default)));
        }

        var before = await PhaseAsync(platform, all, interval, TimeSpan.FromSeconds(60));
        server.Block(sign, TimeSpan.FromSeconds(60));
        var during = await PhaseAsync(platform, all, interval, TimeSpan.FromSeconds(60));
        Print($"{title}: others wait {Spread(before)} before and {Spread(during)} while one is blocked");
        Print($"change of the mean {during.Average() - before.Average():F0} ms; calls to the blocked chat {server.Refused}; most in any second {Busiest(server)}");
    }

    private static async Task<ConcurrentQueue<double>> PhaseAsync(IChatPlatform platform, List<MessageRef> all, TimeSpan interval, TimeSpan length)
    {
        ConcurrentQueue<double> waits = new();
        var until = Clock.GetUtcNow() + length;
        await Task.WhenAll(all.Select((m, i) => KeepEditingAsync(platform, m, interval, until, ms =>
        {
            if (i > 0)
            {
                waits.Enqueue(ms);
            }
        })));
        return waits;
    }

    /// <summary>Edits at the chat's pace as the engine does: newest text, one at a time, sitting out what it is told to.</summary>
    private static async Task KeepEditingAsync(IChatPlatform platform, MessageRef message, TimeSpan interval, DateTimeOffset until, Action<double> note)
    {
        while (Clock.GetUtcNow() is var now && now < until)
        {
            await Task.Delay(interval, Clock);
            var since = Clock.GetTimestamp();
            DeliveryResult result;
            while ((result = await platform.EditAsync(message, Status($"{Clock.GetUtcNow():HH:mm:ss.fff}"), default)) is DeliveryResult.RateLimited limited
                && Clock.GetUtcNow() < until)
            {
                await Task.Delay(limited.RetryAfter < until - now ? limited.RetryAfter : TimeSpan.FromSeconds(1), Clock);
            }

            if (result is DeliveryResult.Delivered)
            {
                note(Clock.GetElapsedTime(since).TotalMilliseconds);
            }
        }
    }

    private static OutboundMessage Status(string text) => new() { Kind = OutboundKind.Status, Text = text };

    private static async Task<MessageRef> PatientAsync(Func<Task<DeliveryResult>> call)
    {
        while (true)
        {
            switch (await call())
            {
                case DeliveryResult.Delivered delivered:
                    return delivered.Message;
                case DeliveryResult.RateLimited limited:
                    await Task.Delay(limited.RetryAfter, Clock);
                    break;
                case var other:
                    throw new InvalidOperationException(other.ToString());
            }
        }
    }

    private static ServiceProvider Build(BenchServer server, BenchSink sink)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Token", "1:bench"), new("ApiBaseUrl", server.Address)]).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IPlatformCursors>(sink).AddTelegram(settings).BuildServiceProvider();
    }

    private static int Busiest(BenchServer server)
    {
        var times = server.Taken.Select(t => t.At).Order().ToList();
        var most = 0;
        for (int last = 0, first = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= TimeSpan.FromSeconds(1))
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private static string Spread(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0
            ? "nothing"
            : $"mean {sorted.Average():F0}, median {sorted[sorted.Count / 2]:F0}, p95 {sorted[sorted.Count * 95 / 100]:F0} ms ({sorted.Count} edits)";
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
