using NemoBot.Tests.Media;
using NemoBot.Tests.Nemo;
using NemoBot.Tests.Support;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>What SIGTERM does to the real bot while a request runs.</summary>
public sealed class GracefulStopTests
{
    private const string Draft = """{"t":[{"tt":0,"sg":[{"d":3000,"m":{"title":"Waveform"}}]}]}""";

    [Fact]
    public async Task A_stop_tells_the_chat_that_it_goes_on_and_the_next_start_does()
    {
        using var media = new SampleMedia();
        await using var cloud = await CloudStandIn.StartAsync();
        await using var telegram = await TelegramStandIn.StartAsync(TimeProvider.System);
        cloud.Video = await File.ReadAllBytesAsync(media.Movie(1));
        await using var host = await StartAsync(cloud, telegram);
        await AskAsync(cloud, telegram, host);

        Assert.Equal(0, await host.TerminateAsync());
        var status = Assert.Single(telegram.Messages(11));
        Assert.Contains("will go on with this", status.Text, StringComparison.Ordinal);
        Assert.Empty(status.Buttons);

        cloud.Draft = Draft;
        await host.StartAsync();
        await UntilAsync(host, () => telegram.CallsTo("sendVideo").Any() && telegram.Messages(11)[0].Text.Contains("Video ready", StringComparison.Ordinal));
        Assert.Equal(2, telegram.Messages(11).Count);
        Assert.Single(cloud.Messages);
    }

    [Fact]
    public async Task A_second_signal_ends_it_at_once_and_nothing_is_lost()
    {
        using var media = new SampleMedia();
        await using var cloud = await CloudStandIn.StartAsync();
        await using var telegram = await TelegramStandIn.StartAsync(TimeProvider.System);
        cloud.Video = await File.ReadAllBytesAsync(media.Movie(1));
        await using var host = await StartAsync(cloud, telegram);
        await AskAsync(cloud, telegram, host);

        // The orderly stop would wait for this edit.
        var (stopping, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        telegram.Delay = (method, fields) =>
        {
            if (method != "editMessageText" || !fields.ToJsonString().Contains("will go on with this", StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            stopping.TrySetResult();
            return held.Task;
        };
        Assert.Equal(137, await host.TerminateAsync(again: stopping.Task));
        held.SetResult();
        telegram.Delay = (_, _) => Task.CompletedTask;
        cloud.Draft = Draft;
        await host.StartAsync();
        await UntilAsync(host, () => telegram.CallsTo("sendVideo").Any());
        Assert.Single(cloud.Messages);
    }

    private static async Task<HostProcess> StartAsync(CloudStandIn cloud, TelegramStandIn telegram)
    {
        telegram.AddChat(11, "private");
        return await HostProcess.StartAsync(new()
        {
            ["NEMO_API_URL"] = cloud.Address.ToString(),
            ["NEMOBOT__Nemo__RecoveryFirstWait"] = "00:00:00.2",
            ["NEMOBOT__Nemo__RecoveryWait"] = "00:00:00.2",
            ["NEMOBOT__Rendering__FirstPoll"] = "00:00:00.2",
            ["NEMOBOT__Telegram__Token"] = TelegramStandIn.Token,
            ["NEMOBOT__Telegram__ApiBaseUrl"] = telegram.Address.AbsoluteUri,
        });
    }

    private static async Task AskAsync(CloudStandIn cloud, TelegramStandIn telegram, HostProcess host)
    {
        cloud.Stream((_, context) => CloudStandIn.GoneAsync(context));
        telegram.Say(telegram.Compose(11, "make a waveform video please"));
        await UntilAsync(host, () => !cloud.Messages.IsEmpty && telegram.Messages(11).Count == 1);
    }

    private static async Task UntilAsync(HostProcess host, Func<bool> condition)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience.Limit, "Not seen in time.\n" + host.Output);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
