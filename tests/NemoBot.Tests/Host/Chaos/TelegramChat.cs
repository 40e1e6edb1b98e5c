using NemoBot.Tests.Telegram.StandIn;

namespace NemoBot.Tests.Host.Chaos;

/// <summary>A private chat on Telegram.</summary>
internal sealed class TelegramChat(TelegramStandIn server, long chat, StandInFile file) : ChaosChat("telegram:" + chat)
{
    public override Task SayAsync(string text, string tag)
    {
        Tags.Add(tag);
        server.Say(TelegramStandIn.With(server.Compose(chat), "audio", file, text));
        return Task.CompletedTask;
    }

    public override bool RecognizesRepeats => false;

    public override Task<IReadOnlyList<ChaosReply>> ReadAsync() => Task.FromResult<IReadOnlyList<ChaosReply>>(
        [.. server.Messages(chat).Select(m => ChaosReply.Of(m.Text, m.Kind == "video", m.Buttons.Select(b => b.Data)))]);
}
