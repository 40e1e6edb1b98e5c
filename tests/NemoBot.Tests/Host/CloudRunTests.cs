using System.Text;
using NemoBot.Tests.Media;
using NemoBot.Tests.Nemo;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>The real bot as a process against the cloud's stand-in: what a whole run leaves behind, and what a kill does to it.</summary>
public sealed class CloudRunTests
{
    private const string OwnToken = "nmv_usr_operators_secret_0123456789";
    private const string Draft = """{"t":[{"tt":0,"sg":[{"d":3000,"m":{"title":"Waveform"},"z":1.50}]},{"tt":7,"sg":[{"d":3000,"m":{"text":"Morning Show"}}]}],"odd":[1e3,"\u00e9"]}""";

    [Fact]
    public async Task A_full_run_delivers_the_video_and_leaves_no_token_anywhere()
    {
        using var media = new SampleMedia();
        await using var cloud = await StartCloudAsync(media);
        cloud.Register(OwnToken);
        await using var host = await HostProcess.StartAsync(Settings(cloud, ("NEMO_TOKEN", OwnToken)));
        cloud.Stream(async (write, _) =>
        {
            await write(CloudStandIn.Say("I made it. Click the Export button to get the file."));
            cloud.Draft = Draft;
            cloud.Available -= 100;
        });

        using (var pasted = new MultipartFormDataContent { { new StringContent("my token is nmv_usr_pasted_by_mistake_42"), "text" } })
        using (var refused = await host.Http.PostAsync("/api/channels/room/messages", pasted))
        {
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
        }

        await host.SayAsync("make a waveform video of it please", media.Tone(1));
        var video = await host.WaitAsync(m => HostProcess.Has(m, "video"));

        Assert.Contains("Used 100, 300 left", video.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("/workspace/claim?ct=", video.GetProperty("text").GetString(), StringComparison.Ordinal);
        var status = await host.WaitAsync(m => HostProcess.Has(m, "status", "Video ready"));
        Assert.DoesNotContain("button", status.GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase);
        var export = Assert.Single(cloud.Requests, r => r is { Method: "POST", Path: "/api/render/proxy/lambda" });
        Assert.Contains("\"draft\":" + Draft, export.Body, StringComparison.Ordinal);
        Assert.Empty(cloud.Problems);
        var said = string.Join("\n", (await host.ReadAsync()).Select(m => m.ToString()));
        await host.KillAsync();
        AssertClean(host.Output, "the output");
        AssertClean(said, "the messages");
        foreach (var file in Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories))
        {
            AssertClean(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), file);
        }
    }

    [Fact]
    public async Task Kills_at_every_stage_lose_nothing_and_post_the_message_once()
    {
        using var media = new SampleMedia();
        await using var cloud = await StartCloudAsync(media);
        await using var host = await HostProcess.StartAsync(Settings(cloud));
        var posted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cloud.Stream(async (_, context) =>
        {
            posted.TrySetResult();
            await CloudStandIn.GoneAsync(context);
        });

        await host.SayAsync("make a waveform video of it please", media.Tone(1));
        await posted.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await host.KillAsync();
        cloud.Draft = Draft;
        cloud.RenderAnswers = ["""{"taskId":"x","status":"processing","progress":0.4}"""];
        await host.StartAsync();
        await WaitForAsync(() => cloud.Requests.Any(r => r is { Method: "GET" } && r.Path.StartsWith("/api/render/proxy/lambda/", StringComparison.Ordinal)));
        await host.KillAsync();
        cloud.RenderAnswers = [];
        await host.StartAsync();

        await host.WaitAsync(m => HostProcess.Has(m, "video"));
        var messages = await host.ReadAsync();
        Assert.Single(messages, m => HostProcess.Has(m, "user"));
        Assert.InRange(messages.Count(m => HostProcess.Has(m, "video")), 1, 2);
        Assert.Single(cloud.Messages);
        Assert.Equal(1, cloud.Count("/run_sse"));
        Assert.Single(cloud.Requests, r => r is { Method: "POST", Path: "/api/render/proxy/lambda" });
        Assert.Equal(1, cloud.Count("/api/auth/anonymous-token"));
        Assert.Empty(cloud.Problems);
    }

    private static async Task<CloudStandIn> StartCloudAsync(SampleMedia media)
    {
        var cloud = await CloudStandIn.StartAsync();
        cloud.Video = await File.ReadAllBytesAsync(media.Movie(1));
        return cloud;
    }

    private static Dictionary<string, string> Settings(CloudStandIn cloud, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["NEMO_API_URL"] = cloud.Address.ToString(),
            ["NEMO_WEB_URL"] = "https://nemo.example",
            ["NEMOBOT__Nemo__RecoveryFirstWait"] = "00:00:00.2",
            ["NEMOBOT__Nemo__RecoveryWait"] = "00:00:00.2",
            ["NEMOBOT__Rendering__FirstPoll"] = "00:00:00.2",
            ["NEMOBOT__Nemo__MinPollInterval"] = "00:00:00.2",
            ["NEMOBOT__Nemo__PollsPerWindow"] = "1000",
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return settings;
    }

    private static void AssertClean(string text, string where)
    {
        var at = text.IndexOf("nmv_usr_", StringComparison.Ordinal);
        if (at >= 0)
        {
            Assert.Fail($"A token stands in {where}: {text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)]}");
        }
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience.Limit, "not seen in time");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
