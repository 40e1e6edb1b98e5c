using NemoBot.Bench.Discord;
using NemoBot.Bench.Nemo;
using NemoBot.Bench.Rendering;
using NemoBot.Bench.Start;
using NemoBot.Bench.Store;
using NemoBot.Bench.Telegram;
using NemoBot.Bench.Whole;

// Load runs and ratios; never part of the tests. dotnet run -c Release --project tests/NemoBot.Bench -- NAME [ARGUMENTS]
switch (args.FirstOrDefault())
{
    case "rendering":
        await RenderingBench.RunAsync(args[1..]);
        break;
    case "streaming":
        await StreamingBench.RunAsync(args[1..]);
        break;
    case "telegram":
        await TelegramBench.RunAsync(args[1..]);
        break;
    case "discord":
        await DiscordBench.RunAsync(args[1..]);
        break;
    case "store":
        await StoreBench.RunAsync(args[1..]);
        break;
    case "whole":
        await WholeBench.RunAsync(args[1..]);
        break;
    case "start":
        await StartBench.RunAsync(args[1..]);
        break;
    default:
        Console.Error.WriteLine("Which one? rendering, streaming, telegram, discord, store, start, whole");
        return 2;
}

return 0;
