using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NemoBot.Telegram;
using NemoBot.Telegram.Updates;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>Updates that the service posts.</summary>
public sealed class WebhookTests : TelegramTest
{
    private const string Secret = "s3cret_-Value";

    private WebApplication _host = null!;
    private Uri _address = null!;

    private protected override void Configure(Dictionary<string, string?> settings)
    {
        settings["WebhookUrl"] = "https://bot.example.org/telegram/hook";
        settings["WebhookSecret"] = Secret;
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Bot.Services.GetRequiredService<WebhookReceiver>());
        _host = builder.Build();
        _host.MapTelegramWebhook();
        await _host.StartAsync(Stop);
        _address = new Uri(new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/telegram/hook");
    }

    [Fact]
    public async Task Only_the_service_is_listened_to_and_answered_after_the_disk()
    {
        var update = new System.Text.Json.Nodes.JsonObject { ["update_id"] = 1, ["message"] = Server.Compose(Ana, "posted") };
        Assert.Equal(503, await TelegramStandIn.PostAsync(_address, Secret, update, Stop));
        var running = Bot.StartAsync(Sink, Stop);
        await SoonAsync(() => Server.WebhookUrl is not null);
        Assert.Equal(("https://bot.example.org/telegram/hook", Secret), (Server.WebhookUrl, Server.WebhookSecret));
        Assert.Equal(401, await TelegramStandIn.PostAsync(_address, null, update, Stop));
        Assert.Equal(401, await TelegramStandIn.PostAsync(_address, Secret + "x", update, Stop));
        Assert.Equal(401, await TelegramStandIn.PostAsync(_address, Secret[..^1], update, Stop));
        Assert.Empty(Sink.Messages);
        Sink.OnPost = _ => throw new IOException("disk full");
        Assert.Equal(500, await TelegramStandIn.PostAsync(_address, Secret, update, Stop));
        Sink.OnPost = _ => { };
        Assert.Equal(200, await TelegramStandIn.PostAsync(_address, Secret, update, Stop));
        Assert.Equal("posted", Assert.Single(Sink.Messages).Text);
        Assert.Equal(200, await TelegramStandIn.PostAsync(_address, Secret, update, Stop));
        Assert.Single(Sink.Messages);
        await _host.DisposeAsync();
        Assert.Empty(Server.CallsTo("getUpdates"));
        await Bot.StopAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        Bot.Build();
    }
}
