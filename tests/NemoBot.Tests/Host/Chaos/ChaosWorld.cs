using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NemoBot.Tests.Discord.StandIn;
using NemoBot.Tests.Media;
using NemoBot.Tests.Nemo;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Host.Chaos;

/// <summary>The real bot on all its platforms, with stand-ins that take their time, and chats in which people ask for videos.</summary>
internal sealed partial class ChaosWorld : IAsyncDisposable
{
    private const string OwnToken = "nmv_usr_operators_secret_0123456789";
    private const int Platforms = 3;
    private const int ChatsPerPlatform = 2;

    /// <summary>Kills come faster than requests end, so what waits at the last one grows with their number.</summary>
    private static readonly TimeSpan PerRequest = TimeSpan.FromSeconds(1);

    private const string Draft = """{"t":[{"tt":0,"sg":[{"d":3000,"m":{"title":"Waveform"}}]},{"tt":7,"sg":[{"d":3000,"m":{"text":"Morning Show"}}]}]}""";

    private readonly SampleMedia _media = new();
    private readonly Random _random;
    private readonly bool _isCloud;
    private readonly List<ChaosChat> _chats = [];
    private CloudStandIn _cloud = null!;
    private TelegramStandIn _telegram = null!;
    private DiscordStandIn _discord = null!;
    private int _tags;

    private ChaosWorld(int seed, bool isCloud) => (_random, _isCloud) = (new Random(seed), isCloud);

    public HostProcess Host { get; private set; } = null!;

    /// <summary>The longest time from a start until it is ready.</summary>
    public TimeSpan LongestStart { get; private set; }

    public static async Task<ChaosWorld> StartAsync(int seed, bool isCloud)
    {
        var world = new ChaosWorld(seed, isCloud);
        world._cloud = await CloudStandIn.StartAsync();
        world._telegram = await TelegramStandIn.StartAsync(TimeProvider.System);
        world._discord = await DiscordStandIn.StartAsync(TimeProvider.System);
        world.Slow();
        world.Host = await HostProcess.StartAsync(world.Settings());
        await world.FillAsync();
        return world;
    }

    /// <summary>Requests on one platform after the other, a kill at a random moment, and a start, which may be killed too.</summary>
    /// <param name="isStartKilled">The first start is killed before it is over.</param>
    public async Task KillAsync(bool isStartKilled)
    {
        for (var i = 0; i < (_isCloud ? 2 : 1); i++)
        {
            var chat = _chats[(_tags % Platforms) + (Platforms * _random.Next(ChatsPerPlatform))];
            var tag = $"tag{++_tags}x";
            await chat.SayAsync($"make a waveform video in 240p with the title '{tag}'", tag);
        }

        // Half of the kills come early: receiving, spooling and uploading take milliseconds.
        await WaitAsync(_random.Next(_random.Next(2) == 0 ? 250 : 1500));
        await Host.KillAloneAsync();
        if (isStartKilled)
        {
            await Host.StartAndKillAsync(TimeSpan.FromMilliseconds(_random.Next(1500)));
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Host.StartAsync();
        LongestStart = watch.Elapsed > LongestStart ? watch.Elapsed : LongestStart;
        foreach (var chat in _chats)
        {
            await chat.SayAgainAsync();
        }
    }

    /// <summary>Waits for the end of all work and checks what is left.</summary>
    /// <returns>A line of figures.</returns>
    public async Task<string> CheckAsync(int kills)
    {
        var replies = await SettleAsync();
        var (duplicates, receipts, videos) = (0, 0, 0);
        foreach (var (chat, seen) in replies)
        {
            var finals = seen.Where(r => r.IsFinal).ToList();

            // A render that waited, and whose last request made none, has a message of its own.
            var own = finals.Count(r => r.Text.Trim() == "✅ Video ready!");
            Assert.True(finals.Count >= chat.Tags.Count && finals.Count - own <= chat.Tags.Count, $"{chat.Name}: {chat.Tags.Count} requests, {finals.Count} final answers\n" + Dump(seen));
            var versions = seen.Where(r => r.IsVideo).Select(r => Version().Match(r.Text).Value).ToList();
            var ready = finals.Count(r => r.Text.Contains("Video ready", StringComparison.Ordinal));

            // A video that waited for later requests may come without a status of its own, but never the other way round.
            var distinct = versions.Distinct().Count();
            Assert.True(distinct >= ready, $"{chat.Name}: {ready} times \"Video ready\", versions {string.Join(", ", versions)}\n" + Dump(seen));
            videos += distinct;
            Assert.True(versions.Count == distinct || !chat.RecognizesRepeats, $"{chat.Name}: a video twice\n" + Dump(seen));
            duplicates += versions.Count - distinct;
            receipts += seen.Count(r => r.IsReceipt);
        }

        Assert.All(_cloud.Messages.GroupBy(m => Tag().Match(m).Value), g => Assert.Single(g));
        Assert.InRange(duplicates, 0, kills);
        Assert.InRange(receipts, 0, kills);
        Assert.Empty(_cloud.Problems);
        Assert.Empty(_telegram.Violations);
        await AssertNothingLeftAsync();
        await AssertNoSecretsAsync(replies);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(_isCloud ? "cloud" : "embedded")}: {kills} kills, {_tags} requests, {videos} videos, {duplicates} posted twice, {receipts} receipts left behind (both on Telegram only), no status in progress, longest start {LongestStart.TotalSeconds:0.0} s");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _cloud.DisposeAsync();
        await _telegram.DisposeAsync();
        await _discord.DisposeAsync();
        _media.Dispose();
    }

    private static Task WaitAsync(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);

    private static string Dump(IEnumerable<ChaosReply> seen) => string.Join("\n---\n", seen.Select(r => $"[{(r.IsVideo ? "video" : r.IsInProgress ? "in progress" : "final")}] {r.Text}"));

    private void Slow()
    {
        _cloud.Register(OwnToken);
        _cloud.Video = File.ReadAllBytes(_media.Movie(1));
        _cloud.VideoPause = TimeSpan.FromMilliseconds(150);
        _cloud.PollsUntilDone = 2;
        _telegram.Delay = (method, _) => WaitAsync(method is "sendVideo" ? 150 : method is "getUpdates" ? 0 : 20);
        _cloud.Script = async (session, text, context) =>
        {
            int first, second, end;
            lock (_random)
            {
                (first, second, end) = (_random.Next(400), _random.Next(400), _random.Next(6));
            }

            context.Response.ContentType = "text/event-stream";
            await context.Response.Body.FlushAsync();
            await WaitAsync(first);
            await context.Response.Body.WriteAsync(CloudStandIn.Say("Working on it."));
            await WaitAsync(second);

            // The service goes on whether or not anyone is still connected.
            _cloud.Drafts[session] = Draft.Replace("Morning Show", Tag().Match(text).Value, StringComparison.Ordinal);
            if (end > 0)
            {
                await context.Response.Body.WriteAsync(CloudStandIn.Say("I made it."));
            }
        };
    }

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>
        {
            ["NEMOBOT__Telegram__Token"] = TelegramStandIn.Token,
            ["NEMOBOT__Telegram__ApiBaseUrl"] = _telegram.Address.AbsoluteUri,
            ["NEMOBOT__Telegram__PrivateEditInterval"] = "00:00:00.1",
            ["NEMOBOT__Discord__Token"] = DiscordStandIn.Token,
            ["NEMOBOT__Discord__ApiBaseUrl"] = _discord.Api.AbsoluteUri,
            ["NEMOBOT__Budget__RequestsPerPerson"] = "0",
            ["NEMOBOT__Engine__LaneCapacity"] = "1000",
            ["NEMOBOT__Rendering__FirstPoll"] = "00:00:00.2",
        };
        if (_isCloud)
        {
            settings["NEMO_API_URL"] = _cloud.Address.ToString();
            settings["NEMO_TOKEN"] = OwnToken;
            settings["NEMOBOT__Nemo__RecoveryFirstWait"] = "00:00:00.3";
            settings["NEMOBOT__Nemo__RecoveryWait"] = "00:00:00.3";
            settings["NEMOBOT__Nemo__MinPollInterval"] = "00:00:00.2";
            settings["NEMOBOT__Nemo__PollsPerWindow"] = "1000";
        }

        return settings;
    }

    private async Task FillAsync()
    {
        var sound = _media.Tone(1);
        var file = _telegram.AddFile("talk.mp3", "audio/mpeg", await File.ReadAllBytesAsync(sound));
        for (var i = 0; i < ChatsPerPlatform; i++)
        {
            _telegram.AddChat(11 + i, "private");
            _chats.AddRange([new WebChat(Host, $"room{i}", sound), new TelegramChat(_telegram, 11 + i, file), new DiscordChat(_discord, await File.ReadAllBytesAsync(sound))]);
        }

        await UntilAsync(() => Task.FromResult(_discord.Gateway.IsConnected), "Discord");
        foreach (var chat in _chats.OfType<DiscordChat>())
        {
            chat.Greet();
            await UntilAsync(() => Task.FromResult(chat.IsGreeted), "the greeting");
        }
    }

    private async Task<List<(ChaosChat Chat, IReadOnlyList<ChaosReply> Seen)>> SettleAsync()
    {
        List<(ChaosChat Chat, IReadOnlyList<ChaosReply> Seen)> replies = [];
        await UntilAsync(
            async () =>
            {
                replies = [];
                foreach (var chat in _chats)
                {
                    replies.Add((chat, await chat.ReadAsync()));
                }

                return replies.TrueForAll(r => r.Seen.Count(m => m.IsFinal) >= r.Chat.Tags.Count
                    && !r.Seen.Any(m => m.IsInProgress || (m.IsReceipt && r.Chat.RecognizesRepeats)));
            },
            "a final answer to every request, and nothing in progress",
            () => string.Join("\n=== ", replies.Select(r => $"{r.Chat.Name} ({r.Chat.Tags.Count})\n{Dump(r.Seen)}")));
        return replies;
    }

    private async Task UntilAsync(Func<Task<bool>> condition, string what, Func<string>? details = null)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(90) + (_tags * PerRequest), $"Not seen: {what}\n{details?.Invoke()}\n{Tail(Host.Output)}");
            await WaitAsync(100);
        }
    }

    private static string Tail(string text) => text[Math.Max(0, text.Length - 4000)..];

    /// <summary>Scratch files, uploads and processes that the kills left are gone soon after the end of all work.</summary>
    private async Task AssertNothingLeftAsync()
    {
        List<string> left = [];
        await UntilAsync(
            () =>
            {
                left = [.. Leftovers()];
                return Task.FromResult(left.Count == 0);
            },
            "the end of what the kills left",
            () => string.Join('\n', left));
    }

    private IEnumerable<string> Leftovers()
    {
        var work = Path.Combine(Host.Folder, "data", "work");
        var incoming = Directory.EnumerateDirectories(Path.Combine(Host.Folder, "data"), "incoming", SearchOption.AllDirectories);
        var processes = Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0])).Select(CommandOf);
        return (Directory.Exists(work) ? Directory.EnumerateFiles(work, "*", SearchOption.AllDirectories) : [])
            .Concat(incoming.SelectMany(d => Directory.EnumerateFileSystemEntries(d)))
            .Concat(processes.Where(c => c.Contains("ff", StringComparison.Ordinal) && c.Contains(Host.Folder, StringComparison.Ordinal)));
    }

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>No token is in anything that was written: output, messages, numbers, and every byte of the data folder.</summary>
    private async Task AssertNoSecretsAsync(List<(ChaosChat Chat, IReadOnlyList<ChaosReply> Seen)> replies)
    {
        string[] secrets = [OwnToken, "nmv_usr_", TelegramStandIn.Token, DiscordStandIn.Token];
        List<(string Where, string Text)> written =
        [
            ("the output", Host.Output),
            ("the messages", string.Join('\n', replies.SelectMany(r => r.Seen).Select(r => r.Text))),
            ("the metrics", await Host.Http.GetStringAsync("/metrics")),
            ("the health", await Host.Http.GetStringAsync("/healthz")),
        ];
        await Host.KillAloneAsync();
        foreach (var file in Directory.EnumerateFiles(Host.Folder, "*", SearchOption.AllDirectories))
        {
            written.Add((file, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file))));
        }

        Assert.Empty(written.SelectMany(w => secrets.Where(s => w.Text.Contains(s, StringComparison.Ordinal)).Select(s => $"{s} is in {w.Where}")));
    }

    [GeneratedRegex("tag[0-9]+x")]
    private static partial Regex Tag();

    [GeneratedRegex("Version [0-9]+")]
    private static partial Regex Version();
}
