using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NemoBot.Tests.Discord.StandIn;
using NemoBot.Tests.Nemo;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary><c>check</c> as the real program, against the stand-ins of the services.</summary>
public sealed class CheckVerbTests : IDisposable
{
    private const string OwnToken = "nmv_usr_operators_secret_0123456789";
    private readonly string _folder = Directory.CreateTempSubdirectory("nemobot-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_machine_that_can_work_is_good_in_every_line()
    {
        await using var telegram = await TelegramStandIn.StartAsync(TimeProvider.System);
        await using var discord = await DiscordStandIn.StartAsync(TimeProvider.System);
        await using var cloud = await CloudStandIn.StartAsync();
        cloud.Register(OwnToken);
        var (code, lines, output) = await RunAsync(new()
        {
            ["TELEGRAM_TOKEN"] = TelegramStandIn.Token,
            ["NEMOBOT__Telegram__ApiBaseUrl"] = telegram.Address.AbsoluteUri,
            ["DISCORD_TOKEN"] = DiscordStandIn.Token,
            ["NEMOBOT__Discord__ApiBaseUrl"] = discord.Api.AbsoluteUri,
            ["NEMO_TOKEN"] = OwnToken,
            ["NEMO_API_URL"] = cloud.Address.AbsoluteUri,
        });
        Assert.True(code == 0, output);
        Assert.All(
            (string[])["settings", "ffmpeg", "ffprobe", "filters", "encoders", "fonts", "data folder", "web", "telegram", "discord", "backend", "skills", "clock"],
            name => Assert.Contains(lines, l => l.StartsWith($"ok    {name} ", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.StartsWith("ok    backend ", StringComparison.Ordinal) && l.Contains("400 credits", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("warn  captions ", StringComparison.Ordinal) && l.Contains("nemobot captions install", StringComparison.Ordinal));
        Assert.Single(telegram.CallsTo("getMe"));
        Assert.DoesNotContain(discord.Requests, r => r.Contains("/commands", StringComparison.Ordinal));
        Assert.DoesNotContain(cloud.Requests, r => r.Path.Contains("anonymous", StringComparison.Ordinal));
        Assert.All((string[])[TelegramStandIn.Token, DiscordStandIn.Token, OwnToken], token => Assert.DoesNotContain(token, output, StringComparison.Ordinal));
        Assert.Equal(["data"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder, "data")));
    }

    [Fact]
    public async Task What_does_not_work_fails_in_its_line_and_ends_with_1()
    {
        await using var telegram = await TelegramStandIn.StartAsync(TimeProvider.System);
        telegram.RefusesToken = true;
        await using var cloud = await CloudStandIn.StartAsync();
        var (code, lines, output) = await RunAsync(new()
        {
            ["TELEGRAM_TOKEN"] = TelegramStandIn.Token,
            ["NEMOBOT__Telegram__ApiBaseUrl"] = telegram.Address.AbsoluteUri,
            ["DISCORD_TOKEN"] = DiscordStandIn.Token,
            ["NEMOBOT__Discord__ApiBaseUrl"] = "http://127.0.0.1:9/",
            ["NEMOBOT__Discord__StartCheckTimeout"] = "00:00:01",
            ["NEMO_TOKEN"] = OwnToken,
            ["NEMO_API_URL"] = cloud.Address.AbsoluteUri,
            ["NEMOBOT__Media__FfprobePath"] = "no-such-program",
            ["NEMOBOT__DataFolder"] = "/proc/nemobot",
            ["NEMOBOT__Engin__Retention"] = "1",
        });
        Assert.True(code == 1, output);
        Assert.Contains(lines, l => l.StartsWith("fail  telegram     Telegram does not accept the bot token", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("warn  discord      the service does not answer", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("fail  backend      cloud does not accept the token in NEMO_TOKEN", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("fail  ffprobe ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("fail  data folder  /proc/nemobot cannot be written", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("warn  settings ", StringComparison.Ordinal) && l.Contains("did you mean NemoBot:Engine:Retention", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_wrong_setting_is_a_line()
    {
        var (code, lines, _) = await RunAsync(new() { ["NEMOBOT__Engine__LaneCapacity"] = "0", ["NEMOBOT__Media__Threads"] = "x", ["TELEGRAM_TOKEN"] = "short" });
        Assert.Equal(1, code);
        Assert.Equal(3, lines.Count(l => l.StartsWith("fail  settings     NemoBot:", StringComparison.Ordinal)));

        (code, lines, _) = await RunAsync(new() { ["ASPNETCORE_URLS"] = "http://0.0.0.0:5080" });
        Assert.Equal(1, code);
        Assert.StartsWith("fail  settings     The web chat listens on http://0.0.0.0:5080, where other machines reach it, but no access token is set.", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_off_fails_and_a_cloud_without_account_gets_none()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        List<string> asked = [];
        server.Run(context =>
        {
            asked.Add($"{context.Request.Method} {context.Request.Path}");
            context.Response.Headers.Date = TimeProvider.System.GetUtcNow().AddHours(-1).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        var (code, lines, output) = await RunAsync(new() { ["NEMO_API_URL"] = server.Urls.First() });
        Assert.True(code == 1, output);
        Assert.Contains(lines, l => l.StartsWith("ok    backend      cloud answers; an anonymous account", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("fail  clock        36", StringComparison.Ordinal) && l.Contains(" s ahead of 127.0.0.1", StringComparison.Ordinal));
        Assert.All(asked, request => Assert.Equal("HEAD /", request));
    }

    private async Task<(int Code, string[] Lines, string Output)> RunAsync(Dictionary<string, string> settings)
    {
        var (code, output, errors) = await BotProgram.RunAsync(_folder, ["check"], settings);
        return (code, output.Split('\n'), output + errors);
    }
}
