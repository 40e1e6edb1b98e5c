using System.Text.Json.Nodes;
using NemoBot.Tests.Discord.StandIn;
using NemoBot.Tests.Media;
using NemoBot.Tests.Support;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>The real bot as a process in the two big chats: a file and words become a video in the same place.</summary>
public sealed class ChatPlatformRunTests
{
    private const string Words = "make a waveform video in 360p with the title 'Morning Show'";

    [Fact]
    public async Task Telegram_from_a_file_to_the_video()
    {
        using var media = new SampleMedia();
        await using var server = await TelegramStandIn.StartAsync(TimeProvider.System);
        server.AddChat(11, "private");
        await using var host = await HostProcess.StartAsync(new()
        {
            ["NEMOBOT__Telegram__Token"] = TelegramStandIn.Token,
            ["NEMOBOT__Telegram__ApiBaseUrl"] = server.Address.AbsoluteUri,
        });
        var file = server.AddFile("talk.mp3", "audio/mpeg", await File.ReadAllBytesAsync(media.Tone(1)));

        server.Say(TelegramStandIn.With(server.Compose(11), "audio", file, Words));
        await WaitAsync(host, () => server.CallsTo("sendVideo").Any());
        await WaitAsync(host, () => server.Messages(11).Any(m => m.Text.Contains("Video ready", StringComparison.Ordinal)));

        var video = server.CallsTo("sendVideo").Single().Fields;
        Assert.Contains("Morning Show", video["caption"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("640", video["width"]!.ToString());
        Assert.NotNull(video["thumbnail"]);

        server.Say(server.Compose(11, "as an mp3"));
        await WaitAsync(host, () => server.Messages(11).Any(m => m.Kind == "document"));
        var sound = server.Messages(11).Single(m => m.Kind == "document").File!;
        Assert.Equal("Morning Show-v2.mp3", sound.Name);
        Assert.Equal("ID3"u8.ToArray(), sound.Content[..3]);
        Assert.Empty(server.Violations);
        Assert.DoesNotContain(TelegramStandIn.Token, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discord_from_a_file_to_the_video()
    {
        using var media = new SampleMedia();
        await using var server = await DiscordStandIn.StartAsync(TimeProvider.System);
        var channel = server.AddChannel(type: 1);
        await using var host = await HostProcess.StartAsync(new()
        {
            ["NEMOBOT__Discord__Token"] = DiscordStandIn.Token,
            ["NEMOBOT__Discord__ApiBaseUrl"] = server.Api.AbsoluteUri,
        });
        await WaitAsync(host, () => server.Gateway.IsConnected && server.Requests.Any(r => r.Contains("/commands", StringComparison.Ordinal)));
        var file = server.AddFile(channel.Id, "talk.mp3", "audio/mpeg", await File.ReadAllBytesAsync(media.Tone(1)));

        // People escape what Discord would read as italics; the title has no backslash.
        server.Say(channel, Words.Replace("Morning Show", "AC\\_DC", StringComparison.Ordinal), m => m["attachments"] = new JsonArray(file));
        await WaitAsync(host, () => channel.Own().Any(m => m["attachments"] is JsonArray { Count: > 0 }));
        await WaitAsync(host, () => channel.Own().Any(m => m["content"]!.ToString().Contains("Video ready", StringComparison.Ordinal)));

        var video = channel.Own().Single(m => m["attachments"] is JsonArray { Count: > 0 });
        Assert.EndsWith(".mp4", video["attachments"]![0]!["filename"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"AC\\_DC\"", video["content"]!.ToString(), StringComparison.Ordinal);

        server.Say(channel, "as a gif");
        await WaitAsync(host, () => channel.Own().Count(m => m["attachments"] is JsonArray { Count: > 0 }) == 2);
        var picture = channel.Own().Last(m => m["attachments"] is JsonArray { Count: > 0 })["attachments"]![0]!;
        Assert.Equal(("AC_DC-v2.gif", "image/gif"), (picture["filename"]!.ToString(), picture["content_type"]!.ToString()));
        Assert.DoesNotContain(DiscordStandIn.Token, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_token_of_one_platform_leaves_the_others_running_and_shows_in_health()
    {
        await using var server = await TelegramStandIn.StartAsync(TimeProvider.System);
        server.RefusesToken = true;
        await using var host = await HostProcess.StartAsync(BadToken(server));
        await host.SayAsync("/help");
        await host.WaitAsync(m => HostProcess.Has(m, "text", "/make"));
        var health = await host.Http.GetStringAsync("/healthz");
        Assert.Contains("web: ok", health, StringComparison.Ordinal);
        Assert.Contains("telegram: ", health, StringComparison.Ordinal);
        Assert.DoesNotContain("telegram: ok", health, StringComparison.Ordinal);
        Assert.Contains("NemoBot:Telegram:Token", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(TelegramStandIn.Token, host.Output + health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_token_of_the_only_platform_stops_the_start_with_a_sentence()
    {
        await using var server = await TelegramStandIn.StartAsync(TimeProvider.System);
        server.RefusesToken = true;
        var settings = BadToken(server);
        settings["NEMOBOT__Web__Enabled"] = "false";
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => HostProcess.StartAsync(settings));
        Assert.Contains("NemoBot:Telegram:Token", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TelegramStandIn.Token, failure.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> BadToken(TelegramStandIn server) => new()
    {
        ["NEMOBOT__Telegram__Token"] = TelegramStandIn.Token,
        ["NEMOBOT__Telegram__ApiBaseUrl"] = server.Address.AbsoluteUri,
    };

    private static async Task WaitAsync(HostProcess host, Func<bool> condition)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience.Limit, "Not seen in time.\n" + host.Output);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
