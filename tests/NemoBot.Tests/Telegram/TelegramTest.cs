using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>Base of the tests that go through the front door: people and the service on one side, the sink on the other.</summary>
public abstract class TelegramTest : IAsyncLifetime
{
    private protected const long Ana = TelegramHarness.Ana;
    private protected const long Ben = TelegramHarness.Ben;
    private protected const long Group = -100500;

    private TelegramHarness? _bot;

    private protected TelegramHarness Bot => _bot!;

    private protected TelegramStandIn Server => Bot.Server;

    private protected RecordingSink Sink { get; } = new();

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected virtual void Configure(Dictionary<string, string?> settings)
    {
    }

    public virtual async ValueTask InitializeAsync() => _bot = await TelegramHarness.CreateAsync(Configure);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task StartAsync() => Bot.StartAsync(Sink, Stop);

    /// <summary>Lets time pass until something is true.</summary>
    private protected Task UntilAsync(Func<bool> condition, double stepSeconds = 0.1) =>
        Bot.Clock.AdvanceUntilAsync(condition, TimeSpan.FromSeconds(stepSeconds));

    /// <summary>Waits without letting our clock move.</summary>
    private protected static async Task SoonAsync(Func<bool> condition)
    {
        for (var i = 0; i < 4000 && !condition(); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        }

        Assert.True(condition());
    }

    private protected Task<DeliveryResult> SendAsync(ConversationKey chat, string text, params Button[] buttons) =>
        Bot.Platform.SendAsync(chat, new OutboundMessage { Text = text, Buttons = buttons }, Stop);

    private protected Task<DeliveryResult> EditAsync(MessageRef target, string text, bool isFinal = false) =>
        Bot.Platform.EditAsync(target, new OutboundMessage { Kind = OutboundKind.Status, Text = text, IsFinal = isFinal }, Stop);

    private protected static MessageRef Delivered(DeliveryResult result) => Assert.IsType<DeliveryResult.Delivered>(result).Message;

    private protected static ConversationKey Key(long chat, long? topic = null) =>
        new("telegram", topic is null ? $"{chat}" : $"{chat}/{topic}");

    private protected static JsonObject In(JsonObject message, long topic, bool isTopic = true)
    {
        message["message_thread_id"] = topic;
        if (isTopic)
        {
            message["is_topic_message"] = true;
        }

        return message;
    }
}
