using System.Diagnostics;
using System.Globalization;
using NemoBot.Tests.Nemo;

namespace NemoBot.Bench.Whole;

/// <summary>
/// The whole bot as a process under load: 2,000 conversations with a running turn each, from the message over the cloud's stream and
/// the render to the video in the chat. Everything around the bot is a stand-in in this process.
/// </summary>
internal static class WholeBench
{
    private const string Draft = """{"t":[{"tt":0,"sg":[{"d":2000,"m":{"title":"Waves"}}]}]}""";
    private static readonly TimeProvider Clock = TimeProvider.System;

    /// <summary>Arguments: <c>telegram</c>, <c>discord</c> or <c>web</c>, how many conversations (2000), and <c>kill</c> to cut the power in the middle.</summary>
    public static async Task RunAsync(string[] args)
    {
        var places = args.Select(a => int.TryParse(a, CultureInfo.InvariantCulture, out var n) ? n : 0).FirstOrDefault(n => n > 0, 2000);
        await using ICrowd crowd = args.Contains("discord") ? await DiscordCrowd.StartAsync(places, 2500)
            : args.Contains("web") ? new WebCrowd()
            : await TelegramCrowd.StartAsync(places);
        await using var cloud = await CloudStandIn.StartAsync();
        cloud.Draft = Draft;
        cloud.Available = 1_000_000_000;
        cloud.Video = await MakeVideoAsync();
        using var streams = new Streams(cloud, places);
        var settings = crowd.Settings;
        settings["NEMO_API_URL"] = cloud.Address.ToString();
        using var bot = await BotProcess.StartAsync(settings);
        await UntilAsync(() => crowd.IsReady, bot);
        Print($"started; {bot.Memory().Now} MiB");

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < places; i++)
        {
            crowd.Say(i, string.Create(CultureInfo.InvariantCulture, $"please make a video of wave number {i}"));
            if (i == places / 2)
            {
                crowd.Cut();
            }
        }

        await UntilAsync(() => streams.Open == places, bot);
        Print($"{places} turns run at once after {watch.Elapsed.TotalSeconds:F1} s; {bot.Memory().Now} MiB, {bot.Processor().TotalSeconds:F0} s of processor time");
        var shown = await FirstAnswersAsync(crowd, places, watch, bot);
        Print($"every place has its status message after {shown.TotalSeconds:F1} s");
        await Task.Delay(TimeSpan.FromSeconds(30), Clock);
        if (args.Contains("kill"))
        {
            await bot.KillAndStartAsync();
            Print($"killed and started again");
        }

        var ended = watch.Elapsed;
        streams.End();
        await UntilAsync(() => IsOver(crowd, places, bot), bot);
        Report(crowd, cloud, bot, places, watch.Elapsed - ended);
    }

    private static bool IsOver(ICrowd crowd, int places, BotProcess bot)
    {
        var videos = Enumerable.Range(0, places).Count(i => crowd.Look(i) is { Files: > 0 } look && look.Texts.Any(IsEnd));
        Print($"  {videos} videos are there; {bot.Memory().Now} MiB");
        return videos == places;
    }

    private static bool IsEnd(string text) => text.Contains("Video ready", StringComparison.Ordinal);

    private static void Report(ICrowd crowd, CloudStandIn cloud, BotProcess bot, int places, TimeSpan took)
    {
        var looks = Enumerable.Range(0, places).Select(crowd.Look).ToList();
        var sent = cloud.Messages.GroupBy(m => m).ToList();
        Print($"all videos are there {took.TotalSeconds:F0} s after the turns ended; peak {bot.Memory().Peak} MiB, {bot.Processor().TotalSeconds:F0} s of processor time");
        Print($"lost {places - sent.Count}, sent twice {sent.Count(g => g.Count() > 1)}; more than one video in {looks.Count(l => l.Files > 1)} places, more than one text in {looks.Count(l => l.Texts.Count > 1)}");
        Print($"exports {cloud.Requests.Count(r => r is { Method: "POST", Path: "/api/render/proxy/lambda" })}, broken rules {cloud.Problems.Count} and {crowd.Complaints.Count()}");
        foreach (var line in crowd.Complaints.Concat(cloud.Problems).Concat(bot.Complaints).Take(20))
        {
            Console.WriteLine("  " + line);
        }
    }

    private static async Task<TimeSpan> FirstAnswersAsync(ICrowd crowd, int places, Stopwatch watch, BotProcess bot)
    {
        await UntilAsync(() => Enumerable.Range(0, places).All(i => crowd.Look(i).Texts.Count > 0), bot);
        return watch.Elapsed;
    }

    private static async Task<byte[]> MakeVideoAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"nemobot-load-{Environment.ProcessId}.mp4");
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=15:d=2", "-pix_fmt", "yuv420p", "-movflags", "+faststart", path]);
        await ffmpeg.WaitForExitAsync();
        var video = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return video;
    }

    private static async Task UntilAsync(Func<bool> condition, BotProcess bot)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(25))
            {
                throw new TimeoutException("It did not come to an end.\n" + string.Join('\n', bot.Complaints.Take(50)));
            }

            await Task.Delay(TimeSpan.FromSeconds(1), Clock);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
