using NemoBot.Core.Platforms;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>Where requests go, and what a token that stops being valid does.</summary>
public sealed class ConnectionTests : TelegramTest
{
    private protected override void Configure(Dictionary<string, string?> settings) =>
        settings["ApiBaseUrl"] = settings["ApiBaseUrl"]!.TrimEnd('/') + TelegramStandIn.Prefix + "/";

    [Fact]
    public async Task A_base_address_keeps_its_path_for_calls_uploads_and_downloads()
    {
        using var folder = new VideoFolder();
        await StartAsync();
        var file = Server.AddFile("a.mp3", "audio/mpeg", [7]);
        await using var stream = await Bot.Platform.OpenAsync(Key(Ana), new Attachment("a.mp3", null, 1, file.Id + " u"), Stop);
        Assert.Equal(7, stream.ReadByte());
        Delivered(await Bot.Platform.SendFileAsync(Key(Ana), folder.Video(), Stop));
        Assert.Contains(Server.Requests, r => r.Contains("/file/bot", StringComparison.Ordinal));
        Assert.All(Server.Requests, r => Assert.StartsWith(TelegramStandIn.Prefix + "/", r, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_because_the_token_would_go_along(int status)
    {
        await using var thief = await TelegramStandIn.StartAsync(Bot.Clock);
        Server.RedirectTo = thief.Address;
        Server.Override = (_, _) => (status, "<html><h1>Moved</h1></html>");
        using var folder = new VideoFolder();
        await Bot.AdvancingAsync(Bot.Telegram.CheckAsync(Stop));
        Assert.IsType<DeliveryResult.Unknown>(await SendAsync(Key(Ana), "words"));
        Assert.IsType<DeliveryResult.Unknown>(await Bot.Platform.SendFileAsync(Key(Ana), folder.Video(), Stop));
        var opening = Bot.Platform.OpenAsync(Key(Ana), new Attachment("a.mp3", null, 1, "x u"), Stop);
        await Assert.ThrowsAsync<AttachmentException>(() => Bot.AdvancingAsync(opening));
        Assert.Empty(thief.Requests);
    }

    [Fact]
    public async Task A_token_revoked_while_the_bot_runs_is_logged_once_and_tried_again_slowly()
    {
        await StartAsync();
        Server.RefusesToken = true;
        await UntilAsync(() => Refusals() >= 3, 30);
        Assert.False(Bot.Running.IsCompleted);
        Assert.Contains("NemoBot:Telegram:Token", ((IPlatformHealth)Bot.Platform).Problem!, StringComparison.Ordinal);
        Assert.Single(Bot.Log, l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("NemoBot:Telegram:Token", StringComparison.Ordinal));
        var times = Server.CallsTo("getUpdates").Where(c => c.Status == 401).Select(c => c.At).ToList();
        Assert.All(times.Zip(times.Skip(1)), p => Assert.True(p.Second - p.First >= TimeSpan.FromMinutes(5)));
        var owed = Assert.IsType<DeliveryResult.RateLimited>(await SendAsync(Key(Ana), "your video"));
        Assert.Equal(TimeSpan.FromMinutes(5), owed.RetryAfter);
        Server.RefusesToken = false;
        Server.Say(Server.Compose(Ana, "still there?"));
        await UntilAsync(() => !Sink.Messages.IsEmpty, 30);
        Assert.Equal("still there?", Assert.Single(Sink.Messages).Text);
        Assert.Null(((IPlatformHealth)Bot.Platform).Problem);
    }

    private int Refusals() => Server.CallsTo("getUpdates").Count(c => c.Status == 401);
}
