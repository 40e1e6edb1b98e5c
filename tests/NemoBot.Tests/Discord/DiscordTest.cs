using NemoBot.Tests.Contracts;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>The platform signed in to the stand-in, and a channel of a server to talk in.</summary>
public abstract class DiscordTest : IAsyncLifetime
{
    private protected const string Guild = "900000000000000000";

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected RecordingSink Sink { get; } = new();

    private protected DiscordHarness Bot { get; private set; } = null!;

    private protected StandInChannel Channel { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bot = await DiscordHarness.CreateAsync();
        Channel = Bot.Discord.AddChannel(guild: Guild);
        await Bot.StartAsync(Sink, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
