using NemoBot.Tests.Telegram.StandIn;

namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>A private chat on Telegram.</summary>
internal sealed class TelegramClusterChat : ClusterChat
{
    private readonly TelegramStandIn _server;
    private readonly long _chat;

    public TelegramClusterChat(TelegramStandIn server, long chat) : base($"telegram{chat}")
    {
        (_server, _chat) = (server, chat);
        server.AddChat(chat, "private");
    }

    public override Task<IReadOnlyList<string>> ReadFinalsAsync() => Task.FromResult<IReadOnlyList<string>>(
        [.. _server.Messages(_chat).Where(m => !m.Buttons.Any(b => b.Data.StartsWith("cancel", StringComparison.Ordinal))).Select(m => m.Text)]);

    protected override Task SayAsync(string text)
    {
        _server.Say(_server.Compose(_chat, text, _chat));
        return Task.CompletedTask;
    }
}
