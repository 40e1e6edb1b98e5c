using System.Globalization;
using NemoBot.Tests.Discord.StandIn;
using NemoBot.Tests.Telegram.StandIn;

namespace NemoBot.Bench.Start;

/// <summary>
/// Starts a published bot again and again on an empty folder with all platforms, against stand-ins in this process: how long it takes
/// until it is ready, the processor time until then, and the memory once it has been idle for a while.
/// </summary>
internal static class StartBench
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    /// <summary>Arguments: the program, and how many starts (10).</summary>
    public static async Task RunAsync(string[] args)
    {
        var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10;
        await using var telegram = await TelegramStandIn.StartAsync(TimeProvider.System);
        await using var discord = await DiscordStandIn.StartAsync(TimeProvider.System);
        List<StartFigures> starts = [];
        long? idle = null;
        for (var i = 0; i < runs; i++)
        {
            using var bot = await StartedBot.StartAsync(args[0], new()
            {
                ["NEMOBOT__Telegram__Token"] = TelegramStandIn.Token,
                ["NEMOBOT__Telegram__ApiBaseUrl"] = telegram.Address.AbsoluteUri,
                ["NEMOBOT__Discord__Token"] = DiscordStandIn.Token,
                ["NEMOBOT__Discord__ApiBaseUrl"] = discord.Api.AbsoluteUri,
            });
            starts.Add(bot.Figures);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bot.Figures.Ready.TotalMilliseconds:F0} ms, {bot.Figures.Processor.TotalMilliseconds:F0} ms of processor time"));
            if (i == 0)
            {
                await Task.Delay(Idle, TimeProvider.System);
                idle = bot.ResidentMiB();
            }
        }

        var ready = starts.Select(s => s.Ready.TotalMilliseconds).Order().ToList();
        var processor = starts.Select(s => s.Processor.TotalMilliseconds).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{runs} starts: ready after {ready[0]:F0} ms at best, {ready[runs / 2]:F0} ms in the middle; processor {processor[0]:F0} and {processor[runs / 2]:F0} ms; idle {idle} MiB"));
    }
}
