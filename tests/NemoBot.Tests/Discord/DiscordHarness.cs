using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Core.Platforms;
using NemoBot.Discord;
using NemoBot.Discord.Configuration;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Discord.StandIn;
using NemoBot.Tests.Support;

namespace NemoBot.Tests.Discord;

/// <summary>The platform over the stand-in, on a clock that only the test moves.</summary>
internal sealed class DiscordHarness : IPlatformHarness
{
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private ServiceProvider _services;

    private DiscordHarness(DiscordStandIn discord, ManualTimeProvider clock)
    {
        (Discord, Clock) = (discord, clock);
        Options.ApiBaseUrl = discord.Api;

        // The clock runs far ahead of the sockets: what waits for them must not run out meanwhile.
        Options.RequestTimeout = TimeSpan.FromHours(1);
        Options.HelloTimeout = TimeSpan.FromHours(1);
        _services = Make();
        Chat = discord.AddChannel(type: 1);
        OtherChat = discord.AddChannel(type: 1);
    }

    public DiscordStandIn Discord { get; }

    public ManualTimeProvider Clock { get; }

    public MemoryCursors Cursors { get; } = new();

    public DiscordOptions Options { get; } = new() { Token = DiscordStandIn.Token };

    public StandInChannel Chat { get; }

    public StandInChannel OtherChat { get; }

    /// <summary>The run of the platform, for tests that await its end.</summary>
    public Task Running => _running;

    public DiscordPlatform Platform => _services.GetRequiredService<DiscordPlatform>();

    IChatPlatform IPlatformHarness.Platform => Platform;

    public ConversationKey Conversation => Key(Chat);

    public ConversationKey Other => Key(OtherChat);

    public bool CanRateLimit => true;

    public bool CanRemoveBot => true;

    public bool CanDelete => true;

    public bool CanRedeliver => true;

    public bool CanListen => true;

    public static async Task<DiscordHarness> CreateAsync()
    {
        var clock = new ManualTimeProvider();
        return new DiscordHarness(await DiscordStandIn.StartAsync(clock), clock);
    }

    public static ConversationKey Key(StandInChannel channel) => new("discord", channel.Id);

    /// <summary>Replaces a platform that has stopped by a new one with the present options.</summary>
    public void Renew()
    {
        _services.Dispose();
        _services = Make();
    }

    /// <summary>Releases the platform without stopping it, for tests that never started it.</summary>
    public void Release() => _services.Dispose();

    public async Task StartAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        var before = Discord.Gateway.Identified + Discord.Gateway.Resumed;
        _stop = new CancellationTokenSource();
        _running = Task.Run(() => Platform.RunAsync(sink, _stop.Token), CancellationToken.None);
        await Until.TrueAsync(() => _running.IsCompleted || (Discord.Gateway.IsConnected && Discord.Gateway.Identified + Discord.Gateway.Resumed > before));
    }

    public async Task RestartAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        await StopAsync();
        _services = Make();
        await StartAsync(sink, cancellationToken);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(static _ => { }, TaskScheduler.Default).WaitAsync(TimeSpan.FromSeconds(20));
        await Until.TrueAsync(() => !Discord.Gateway.IsConnected);
        await _services.DisposeAsync();
        _stop.Dispose();
    }

    public Task<IReadOnlyList<SeenMessage>> ReadAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SeenMessage>>([.. Discord.Channels[conversation.Channel].Own().Select(See)]);

    public Task<string> SayAsync(ConversationKey conversation, string text, SaidFile? file, CancellationToken cancellationToken)
    {
        var channel = Discord.Channels[conversation.Channel];
        var said = Discord.Say(channel, text, m =>
        {
            if (file is not null)
            {
                m["attachments"] = new JsonArray(Discord.AddFile(channel.Id, file.Name, file.MimeType, file.Content));
            }
        });
        return Task.FromResult((string)said["id"]!);
    }

    public Task PressAsync(MessageRef message, string label, CancellationToken cancellationToken)
    {
        var channel = Discord.Channels[message.Conversation.Channel];
        var posted = channel.Messages[message.MessageId];
        var button = posted["components"]!.AsArray().SelectMany(r => r!["components"]!.AsArray()).First(b => (string)b!["label"]! == label)!;
        Press(channel, posted, (string)button["custom_id"]!);
        return Task.CompletedTask;
    }

    public StandInInteraction Press(StandInChannel channel, JsonObject posted, string id, Action<JsonObject>? change = null)
    {
        var press = Discord.Interact(channel, 3, new JsonObject { ["custom_id"] = id, ["component_type"] = 2 }, body =>
        {
            body["message"] = posted.DeepClone();
            change?.Invoke(body);
        });
        press.Pressed = (string)posted["id"]!;
        return press;
    }

    public Task RedeliverAsync(CancellationToken cancellationToken)
    {
        Discord.Gateway.Repeat("MESSAGE_CREATE");
        return Task.CompletedTask;
    }

    public Task DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        Discord.Channels[message.Conversation.Channel].Messages.TryRemove(message.MessageId, out _);
        return Task.CompletedTask;
    }

    public Task RateLimitAsync(ConversationKey conversation, TimeSpan duration, CancellationToken cancellationToken)
    {
        Discord.Channels[conversation.Channel].LimitedUntil = Clock.GetUtcNow() + duration;
        return Task.CompletedTask;
    }

    public Task PassAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        Clock.Advance(time);
        return Task.CompletedTask;
    }

    public Task RemoveBotAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        Discord.Channels[conversation.Channel].Refusal = 50001;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
    }

    private ServiceProvider Make()
    {
        var services = DiscordInstance.Make(Options, Cursors, Clock);
        services.GetRequiredService<DiscordPlatform>();
        return services;
    }

    private SeenMessage See(JsonObject message)
    {
        var file = (message["attachments"] as JsonArray)?.FirstOrDefault();
        return new SeenMessage(
            (string)message["id"]!,
            StandInMarkup.Render((string?)message["content"] ?? ""),
            [.. (message["components"] as JsonArray ?? []).SelectMany(r => r!["components"]!.AsArray()).Select(b => (string)b!["label"]!)],
            (string?)file?["filename"],
            file is null ? null : Discord.Files[(string)file["id"]!]);
    }
}
