using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Discord;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Configuration;
using NemoBot.Tests.Discord.StandIn;
using NemoBot.Tests.Support;

namespace NemoBot.Bench.Discord;

/// <summary>
/// 2,500 servers in the burst after READY, then 2,000 conversations with a running turn each, with the connection cut in the middle:
/// memory per server, start time, delay of events, and whether anything was lost or doubled.
/// </summary>
internal static class DiscordBench
{
    private const int Servers = 2500;

    /// <summary>Runs it; the first argument may be the number of conversations.</summary>
    public static async Task RunAsync(string[] args)
    {
        var conversations = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 2000;
        await using var discord = await DiscordStandIn.StartAsync(TimeProvider.System);
        discord.Gateway.Burst = (_, _) => Enumerable.Range(0, Servers).Select(i => ("GUILD_CREATE", (JsonNode)Guilds.Make(i)));
        var options = new DiscordOptions { Token = DiscordStandIn.Token, ApiBaseUrl = discord.Api };
        await using var services = DiscordInstance.Make(options, new MemoryCursors(), TimeProvider.System);
        var platform = services.GetRequiredService<DiscordPlatform>();
        var tiers = services.GetRequiredService<GuildTiers>();
        var sink = new TurnSink(platform);
        using var stop = new CancellationTokenSource();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var running = platform.RunAsync(sink, stop.Token);
        await UntilAsync(() => tiers.Count == Servers);
        var start = watch.Elapsed;
        discord.Gateway.ForgetEvents();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine($"start to the last of {Servers} servers: {start.TotalSeconds:0.00} s; {(after - before) / Servers} bytes a server, all of the platform included");

        var channels = Enumerable.Range(0, conversations).Select(i => discord.AddChannel(guild: Guilds.Id(i % Servers))).ToList();
        watch.Restart();
        for (var i = 0; i < channels.Count; i++)
        {
            sink.Said[channels[i].Id] = Stopwatch.GetTimestamp();
            discord.Say(channels[i], $"<@{DiscordStandIn.Self}> make a video {i}");
            if (i == channels.Count / 2)
            {
                discord.Gateway.Drop();
            }
        }

        await UntilAsync(() => sink.Done >= conversations);
        var delays = sink.Delays.Order().ToList();
        var wrong = channels.Count(c => c.Own() is not [var only] || (string?)only["content"] != "Done");
        Console.WriteLine($"{conversations} turns: {watch.Elapsed.TotalSeconds:0.0} s, {sink.Posts} messages taken, {sink.Doubled} doubled, {wrong} conversations with anything but one finished status");
        Console.WriteLine($"event delay: median {delays[delays.Count / 2]:0.0} ms, 99 % {delays[delays.Count * 99 / 100]:0.0} ms, longest {delays[^1]:0.0} ms (the connection was cut once; resumed {discord.Gateway.Resumed}, started {discord.Gateway.Identified})");
        Console.WriteLine($"edits delivered {sink.Edits}, put off {sink.PutOff}; heap {GC.GetTotalMemory(forceFullCollection: true) / 1048576} MiB with the stand-in");
        await stop.CancelAsync();
        await running.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw new TimeoutException("It did not come to an end.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }
}
