using NemoBot.Core.Platforms;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>One person or one chat cannot use up what all share.</summary>
public sealed class BudgetTests
{
    [Fact]
    public async Task Too_many_requests_of_one_person_are_refused_before_any_work_and_others_go_on()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:RequestsPerPerson"] = "2");
        await chat.User("make a waveform video please");
        await chat.User("add a title to the video");
        Assert.Equal(RefusalReason.BudgetSpent, (await chat.UserIn(new ConversationKey("fake", "other room"), "and one more video", "Ana")).Refusal);
        await chat.See("You have sent 2 requests in the last 60 minutes");
        await chat.User("/status");
        await chat.User("make it blue please", "Bo");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 3, "Bo's request");
        chat.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(InboundReceipt.Accepted, await chat.User("and one more video"));
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 4, "the next hour");
    }

    [Theory]
    [InlineData("CreditsPerPerson", "You have used 100 of the 150 credits")]
    [InlineData("CreditsPerChat", "This chat has used 100 of the 150 credits")]
    public async Task A_share_of_the_credits_that_is_used_up_stops_requests_before_they_cost_anything(string setting, string words)
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:" + setting] = "150");
        chat.Backend.Traits = chat.Backend.Traits with { ChargesCredits = true, GenerationCost = 100, EditCost = 100 };
        chat.Backend.Turn().Says("One.").Costs(100);
        await chat.User("make a waveform video please");
        await chat.See("One.");
        await chat.User("add a title to the video");
        var answer = await chat.See(words);
        Assert.Equal(["Run it again", "Render on this server"], answer.Labels);
        Assert.Single(chat.Backend.Posted);
        chat.Clock.Advance(TimeSpan.FromDays(1));
        await chat.Press("Run it again");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 2, "the next day");
    }
}
