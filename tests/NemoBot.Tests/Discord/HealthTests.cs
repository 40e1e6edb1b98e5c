using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>What the operator is told while something does not work.</summary>
public sealed class HealthTests : DiscordTest
{
    [Fact]
    public async Task Messages_that_cannot_be_stored_are_a_problem_until_they_are()
    {
        Assert.Null(Bot.Platform.Problem);
        Sink.OnPost = _ => throw new IOException("No space left on device");
        Bot.Discord.Say(Bot.Chat, "hello");
        await Until.TrueAsync(() => Bot.Platform.Problem?.Contains("stored", StringComparison.Ordinal) == true);
        Sink.OnPost = _ => { };
        await Bot.Clock.AdvanceUntilAsync(Sink.NextAsync(Stop), TimeSpan.FromSeconds(1));
        await Until.TrueAsync(() => Bot.Platform.Problem is null);
    }

    [Fact]
    public async Task A_gateway_that_cannot_be_reached_is_a_problem_until_it_can()
    {
        Bot.Discord.Gateway.IsDown = true;
        Bot.Discord.Gateway.Drop();
        await Bot.Clock.AdvanceUntilAsync(() => Bot.Platform.Problem?.Contains("gateway", StringComparison.Ordinal) == true, TimeSpan.FromSeconds(1));
        Bot.Discord.Gateway.IsDown = false;
        await Bot.Clock.AdvanceUntilAsync(() => Bot.Platform.Problem is null, TimeSpan.FromSeconds(1));
        Bot.Discord.Say(Bot.Chat, "hello");
        Assert.Equal("hello", (await Sink.NextAsync(Stop)).Text);
    }
}
