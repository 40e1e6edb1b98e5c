using NemoBot.Core.Budgets;
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
    [InlineData("/export", true)]
    [InlineData("/timeline", true)]
    [InlineData("/help", false)]
    [InlineData("/cancel", false)]
    public async Task Commands_that_make_work_count_as_requests_and_others_do_not(string command, bool counts)
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:RequestsPerPerson"] = "1");
        Assert.Equal(InboundReceipt.Accepted, await chat.User(command));
        Assert.Equal(counts ? RefusalReason.BudgetSpent : null, (await chat.User("make a waveform video please")).Refusal);
    }

    [Fact]
    public async Task People_of_different_platforms_share_no_budget_even_under_the_same_number()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:RequestsPerPerson"] = "1");
        var budget = chat.Get<BudgetService>();
        Task<BudgetRefusal?> TakeAsync(ConversationKey place, string author) => budget.TakeRequestAsync(
            new InboundMessage { Conversation = place, MessageId = "1", Author = new Author(author, author), Text = "make a video" }, CancellationToken.None);
        Assert.Null(await TakeAsync(new ConversationKey("one", "room"), "77"));
        Assert.Null(await TakeAsync(new ConversationKey("two", "room"), "77"));
        Assert.Null(await TakeAsync(new ConversationKey("one", "room"), "78"));
        Assert.Equal(BudgetScope.Person, (await TakeAsync(new ConversationKey("one", "other room"), "77"))!.Scope);
    }

    [Fact]
    public async Task The_operator_sees_what_is_used_of_the_shares_of_all_and_only_the_limits_of_the_others()
    {
        await using var chat = await Chat.StartAsync(s =>
        {
            s["NemoBot:Budget:Requests"] = "9";
            s["NemoBot:Budget:RequestsPerPerson"] = "5";
            s["NemoBot:Budget:Minutes"] = "2";
        });
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        var states = (await chat.Get<BudgetService>().ReadAsync(CancellationToken.None)).Select(s => (s.Kind, s.Scope, s.Used, s.Most)).ToList();
        Assert.Equal(
            [
                (BudgetKind.Requests, BudgetScope.Person, null, 5L),
                (BudgetKind.Requests, BudgetScope.Everyone, 1L, 9L),
                (BudgetKind.Video, BudgetScope.Everyone, states[^1].Used, 120L),
            ],
            states);
        Assert.InRange(states[^1].Used!.Value, 1, 60);
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

    [Theory]
    [InlineData("RequestsPerPerson", "You have sent 1 requests in the last 60 minutes")]
    [InlineData("RequestsPerChat", "This chat has sent 1 requests in the last 60 minutes")]
    [InlineData("Requests", "I have had 1 requests in the last 60 minutes")]
    public async Task A_spent_budget_survives_a_restart_and_an_erasure_and_says_when_it_is_possible_again(string setting, string words)
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:" + setting] = "1");
        await chat.User("/timeline");
        await chat.See("The timeline is empty");
        chat.Clock.Advance(TimeSpan.FromMinutes(20));
        await chat.RestartAsync();
        await chat.User("/forget yes");
        await chat.See("is deleted");
        var receipt = await chat.User("make a waveform video please");
        Assert.Equal(RefusalReason.BudgetSpent, receipt.Refusal);
        Assert.InRange(receipt.RetryAfter!.Value.TotalMinutes, 30, 40);
        await chat.See(words);
        Assert.Contains("It is possible again in", receipt.Explanation, StringComparison.Ordinal);
        Assert.Empty(chat.Backend.Posted);
        chat.Clock.Advance(receipt.RetryAfter.Value);
        Assert.Equal(InboundReceipt.Accepted, await chat.User("make a waveform video please"));
    }

    [Theory]
    [InlineData("MinutesPerPerson", "You have used 1 of the 1 minutes of video")]
    [InlineData("MinutesPerChat", "This chat has used 1 of the 1 minutes of video")]
    [InlineData("Minutes", "1 of the 1 minutes of video")]
    public async Task Minutes_of_video_are_counted_before_a_render_begins(string setting, string words)
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:" + setting] = "1");
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.Rest();
        for (var i = 0; i < 10 && (await chat.User("/export")).Refusal is null; i++)
        {
            await chat.Rest();
        }

        await chat.See(words);
        var renders = chat.Backend.Rendered.Count;
        Assert.Equal(RefusalReason.BudgetSpent, (await chat.User("/export")).Refusal);
        Assert.Equal(renders, chat.Backend.Rendered.Count);
        chat.Clock.Advance(TimeSpan.FromDays(1));
        await chat.User("/export");
        await chat.SeeFile(renders + 1);
    }

    [Fact]
    public async Task What_a_generation_added_can_be_taken_away_again_though_no_video_may_be_made()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:MinutesPerPerson"] = "1");
        string[] drafts = [Drafts.Dressed, Drafts.Tall];
        foreach (var draft in drafts)
        {
            chat.Backend.Turn().Uses("generate_video").Says("Here it is.").Draft(draft.Replace("10000", "50000", StringComparison.Ordinal));
            await chat.User("generate a video of a beach");
            await chat.Rest();
        }

        var refused = await chat.See("of the 1 minutes of video");
        Assert.Equal(["Render to MP4", "Keep all", "Without music", "Without title", "Without effects"], refused.Labels);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_locks_nobody_out_for_longer_than_the_window()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:RequestsPerPerson"] = "1");
        await chat.User("/timeline");
        var now = chat.Clock.GetUtcNow();
        var ledger = new UsageLedger(chat.Store, new FixedTime(now - TimeSpan.FromHours(5)));
        var refusal = await ledger.TryUseAsync([new UsageLimit("Requests:Person:fake:Ana", 1, 1, TimeSpan.FromHours(1))], CancellationToken.None);
        Assert.Equal(TimeSpan.FromHours(1), refusal!.RetryAfter);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
