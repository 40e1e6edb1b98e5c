using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Storage;

public abstract class DraftContract<TDatabase> : StoreContract<TDatabase>
    where TDatabase : ITestDatabase, new()
{
    [Fact]
    public async Task A_draft_comes_back_as_it_was_written_after_a_restart_too()
    {
        var added = await Store.AddDraftAsync(Samples.FullDraft(Here) with { Version = 0 }, Stop);
        Assert.Equal(Samples.FullDraft(Here), added);
        await RestartAsync();
        Assert.Equal(Samples.FullDraft(Here), await Store.GetDraftAsync(Here, 1, Stop));
        Assert.Null(await Store.GetDraftAsync(Here, 2, Stop));
        Assert.Null(await Store.GetDraftAsync(There, 1, Stop));
    }

    [Fact]
    public async Task Versions_count_from_one_in_each_conversation_without_a_gap()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
            (await Store.AddDraftAsync(Samples.Draft(i % 2 == 0 ? Here : There), Stop)).Version));
        Assert.Equal(Enumerable.Range(1, 20), versions.Where((_, i) => i % 2 == 0).Order());
        Assert.Equal(Enumerable.Range(1, 20), versions.Where((_, i) => i % 2 == 1).Order());
    }

    [Fact]
    public async Task The_newest_drafts_come_newest_first_and_no_more_than_asked_for()
    {
        for (var i = 0; i < 5; i++)
        {
            await Store.AddDraftAsync(Samples.Draft(Here), Stop);
        }

        Assert.Equal([5, 4, 3], (await Store.GetDraftsAsync(Here, 3, Stop)).Select(d => d.Version));
        Assert.Equal(5, (await Store.GetDraftsAsync(Here, 99, Stop)).Count);
        Assert.Empty(await Store.GetDraftsAsync(Here, 0, Stop));
    }

    [Fact]
    public async Task Of_old_versions_the_last_of_each_day_and_project_stays()
    {
        // Versions 1 to 4 leave the newest ones: two of one day, the first of the next day, the first of the next project.
        foreach (var (day, project) in new[] { (0, 1), (0, 1), (1, 1), (1, 2) }.Concat(Enumerable.Repeat((1, 2), DraftThinning.Newest)))
        {
            await Store.AddDraftAsync(Samples.Draft(Here) with { CreatedAt = Samples.Noon.AddDays(day), Project = project }, Stop);
        }

        await Store.AddDraftAsync(Samples.Draft(There), Stop);
        var kept = (await Store.GetDraftsAsync(Here, 99, Stop)).Select(d => d.Version).Reverse();
        Assert.Equal([2, 3, .. Enumerable.Range(5, DraftThinning.Newest)], kept);
    }

    [Fact]
    public async Task A_large_draft_is_kept_to_the_last_character()
    {
        var json = "{\"text\":\"" + new string('标', 2_000_000) + "\"}";
        await Store.AddDraftAsync(Samples.Draft(Here) with { Json = json }, Stop);
        Assert.Equal(json, (await Store.GetDraftAsync(Here, 1, Stop))!.Json);
    }

    [Fact]
    public async Task A_draft_of_a_forgotten_turn_is_not_kept_and_brings_nothing_back()
    {
        var turn = (await Store.AddTurnAsync(Samples.Turn(Here, "1"), Stop))!;
        Assert.NotNull(await Store.AddDraftAsync(Samples.Draft(Here), turn.Id, Stop));
        await Store.ForgetConversationAsync(Here, Stop);
        Assert.Null(await Store.AddDraftAsync(Samples.Draft(Here), turn.Id, Stop));
        Assert.Empty(await Store.GetDraftsAsync(Here, 5, Stop));
        Assert.Equal(1, (await Store.AddDraftAsync(Samples.Draft(Here), Stop)).Version);
    }

    [Fact]
    public async Task Pruning_leaves_drafts_and_conversations()
    {
        await Store.SaveConversationAsync(Samples.Conversation(Here), Stop);
        await Store.AddDraftAsync(Samples.Draft(Here), Stop);
        await Store.PruneAsync(Samples.Noon.AddYears(1), Stop);
        Assert.NotNull(await Store.GetDraftAsync(Here, 1, Stop));
        Assert.NotNull(await Store.GetConversationAsync(Here, Stop));
    }
}
