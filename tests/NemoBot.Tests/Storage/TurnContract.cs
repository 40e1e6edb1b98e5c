using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Storage;

public abstract class TurnContract<TDatabase> : StoreContract<TDatabase>
    where TDatabase : ITestDatabase, new()
{
    private static readonly DateTimeOffset Now = Samples.Noon.AddHours(1);

    [Fact]
    public async Task A_turn_comes_back_as_it_was_written_after_a_restart_too()
    {
        var added = await Store.AddTurnAsync(Samples.FullTurn(Here, "1"), Stop);
        Assert.NotNull(added);
        await RestartAsync();
        Assert.Equivalent(Samples.FullTurn(Here, "1") with { Id = added.Id }, await Store.GetTurnAsync(added.Id, Stop), strict: true);
    }

    [Fact]
    public async Task A_turn_is_replaced_in_every_property()
    {
        var turn = await AddTurnAsync(Here, "1");
        var replaced = Samples.FullTurn(Here, "1") with { Id = turn.Id };
        await Store.UpdateTurnAsync(replaced, Stop);
        Assert.Equivalent(replaced, await Store.GetTurnAsync(turn.Id, Stop), strict: true);
        await Store.UpdateTurnAsync(turn, Stop);
        Assert.Equivalent(turn, await Store.GetTurnAsync(turn.Id, Stop), strict: true);
    }

    [Fact]
    public async Task Nothing_is_read_or_changed_where_nothing_is()
    {
        Assert.Null(await Store.GetTurnAsync(99, Stop));
        Assert.Null(await Store.GetLastTurnAsync(Here, Stop));
        Assert.Empty(await Store.GetDoneTurnsAsync(Here, 0, Stop));
        await Store.UpdateTurnAsync(Samples.Turn(Here, "1") with { Id = 99 }, Stop);
        Assert.Null(await Store.GetTurnAsync(99, Stop));
    }

    [Fact]
    public async Task A_second_copy_of_a_message_is_dropped_in_its_conversation_only()
    {
        Assert.NotNull(await Store.AddTurnAsync(Samples.Turn(Here, "1"), Stop));
        Assert.Null(await Store.AddTurnAsync(Samples.Turn(Here, "1") with { Prompt = "other" }, Stop));
        Assert.NotNull(await Store.AddTurnAsync(Samples.Turn(There, "1"), Stop));
        await RestartAsync();
        Assert.Null(await Store.AddTurnAsync(Samples.Turn(Here, "1"), Stop));
    }

    [Fact]
    public async Task A_second_copy_is_dropped_after_its_turn_was_pruned_and_ids_are_never_given_again()
    {
        var turn = await AddTurnAsync(Here, "1", t => t with { State = TurnState.Done, EndedAt = Samples.Noon });
        Assert.Equal(1, await Store.PruneAsync(Samples.Noon.AddDays(1), Stop));
        Assert.Null(await Store.GetTurnAsync(turn.Id, Stop));
        Assert.Null(await Store.AddTurnAsync(Samples.Turn(Here, "1"), Stop));
        Assert.True((await AddTurnAsync(Here, "2")).Id > turn.Id);
    }

    [Theory]
    [InlineData(TurnState.Done)]
    [InlineData(TurnState.Failed)]
    [InlineData(TurnState.Cancelled)]
    [InlineData(TurnState.Replaced)]
    [InlineData(TurnState.Held)]
    public async Task A_turn_is_pruned_in_whatever_state_it_ended(TurnState state)
    {
        var turn = await AddTurnAsync(Here, "1", t => t with { State = state, EndedAt = Samples.Noon });
        Assert.Equal(0, await Store.PruneAsync(Samples.Noon.AddDays(-1), Stop));
        Assert.Equal(1, await Store.PruneAsync(Samples.Noon.AddDays(1), Stop));
        Assert.Null(await Store.GetTurnAsync(turn.Id, Stop));
    }

    [Fact]
    public async Task Eight_writers_with_duplicates_add_every_message_exactly_once()
    {
        const int Writers = 8, Each = 500;
        var added = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            var ids = new List<long>();
            for (var i = 0; i < Each; i++)
            {
                // Two writers each post the same messages, as a platform does that sends an update twice.
                var turn = await Store.AddTurnAsync(Samples.Turn(Here, $"{w / 2}-{i}"), Stop);
                if (turn is not null)
                {
                    Assert.True(ids.Count == 0 || turn.Id > ids[^1]);
                    ids.Add(turn.Id);
                }
            }

            return ids;
        })));
        var all = added.SelectMany(ids => ids).Order().ToList();
        Assert.Equal(Writers / 2 * Each, all.Count);
        Assert.Equal(all.Distinct(), all);
        await RestartAsync();
        var open = await Store.ClaimOpenTurnsAsync("one", Now, Now.AddMinutes(1), Stop);
        Assert.Equal(all, open.Select(t => t.Id));
        Assert.Equal(all.Count, open.Select(t => t.Message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Two_stores_on_one_database_add_a_message_once()
    {
        Assert.SkipUnless(Database.IsShared, OnlyOne);
        var other = await Database.OpenAsync();
        using var closing = other as IDisposable;
        for (var i = 0; i < 100; i++)
        {
            var both = await Task.WhenAll(
                Store.AddTurnAsync(Samples.Turn(Here, $"{i}"), Stop), other.AddTurnAsync(Samples.Turn(Here, $"{i}"), Stop));
            Assert.Single(both, t => t is not null);
        }
    }

    [Fact]
    public async Task Open_turns_are_claimed_in_order_and_ended_ones_are_left()
    {
        var queued = await AddTurnAsync(Here, "1");
        var running = await AddTurnAsync(There, "2", t => t with { State = TurnState.Running });
        await AddTurnAsync(Here, "3", t => t with { State = TurnState.Done });
        await AddTurnAsync(Here, "4", t => t with { State = TurnState.Failed });
        await AddTurnAsync(Here, "5", t => t with { State = TurnState.Cancelled });
        await AddTurnAsync(Here, "6", t => t with { State = TurnState.Held });
        var sent = await AddTurnAsync(Here, "7", t => t with { State = TurnState.Sent, SentAt = Samples.Noon });
        var claimed = await Store.ClaimOpenTurnsAsync("one", Now, Now.AddMinutes(1), Stop);
        Assert.Equal([queued.Id, running.Id, sent.Id], claimed.Select(t => t.Id));
        Assert.All(claimed, t => Assert.Equal(("one", Now.AddMinutes(1)), (t.Owner, t.LeaseUntil)));
    }

    [Fact]
    public async Task A_claim_holds_against_others_until_its_lease_runs_out()
    {
        var turn = await AddTurnAsync(Here, "1");
        Assert.Single(await Store.ClaimOpenTurnsAsync("one", Now, Now.AddMinutes(1), Stop));
        Assert.Empty(await Store.ClaimOpenTurnsAsync("two", Now.AddSeconds(59), Now.AddMinutes(2), Stop));
        Assert.Single(await Store.ClaimOpenTurnsAsync("one", Now.AddSeconds(59), Now.AddMinutes(1), Stop));
        await Store.RenewLeasesAsync("one", Now.AddMinutes(5), Stop);
        Assert.Empty(await Store.ClaimOpenTurnsAsync("two", Now.AddMinutes(4), Now.AddMinutes(9), Stop));
        var taken = Assert.Single(await Store.ClaimOpenTurnsAsync("two", Now.AddMinutes(5), Now.AddMinutes(9), Stop));
        Assert.Equal((turn.Id, "two"), (taken.Id, taken.Owner));
        Assert.Empty(await Store.ClaimOpenTurnsAsync("one", Now.AddMinutes(6), Now.AddMinutes(9), Stop));
    }

    [Fact]
    public async Task Replacing_a_turn_by_an_older_copy_does_not_set_its_lease_back()
    {
        await AddTurnAsync(Here, "1");
        var copy = Assert.Single(await Store.ClaimOpenTurnsAsync("one", Now, Now.AddMinutes(1), Stop));
        await Store.RenewLeasesAsync("one", Now.AddMinutes(5), Stop);
        await Store.UpdateTurnAsync(copy with { State = TurnState.Running }, Stop);
        Assert.Equal(Now.AddMinutes(5), (await Store.GetTurnAsync(copy.Id, Stop))!.LeaseUntil);
    }

    [Fact]
    public async Task Two_owners_never_claim_the_same_turn()
    {
        Assert.SkipUnless(Database.IsShared, OnlyOne);
        for (var i = 0; i < 50; i++)
        {
            await AddTurnAsync(Here, $"{i}");
        }

        var other = await Database.OpenAsync();
        using var closing = other as IDisposable;
        var claims = await Task.WhenAll(
            Store.ClaimOpenTurnsAsync("one", Now, Now.AddMinutes(1), Stop), other.ClaimOpenTurnsAsync("two", Now, Now.AddMinutes(1), Stop));
        Assert.Equal(50, claims.Sum(c => c.Count));
        Assert.Equal(50, claims.SelectMany(c => c).Select(t => t.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_last_turn_is_the_newest_that_was_sent_or_failed()
    {
        await AddTurnAsync(Here, "1", t => t with { State = TurnState.Done, SentAt = Samples.Noon });
        var failed = await AddTurnAsync(Here, "2", t => t with { State = TurnState.Failed });
        await AddTurnAsync(Here, "3", t => t with { State = TurnState.Done });
        await AddTurnAsync(Here, "4");
        Assert.Equal(failed.Id, (await Store.GetLastTurnAsync(Here, Stop))!.Id);
        var sent = await AddTurnAsync(Here, "5", t => t with { State = TurnState.Sent, SentAt = Samples.Noon });
        await AddTurnAsync(There, "6", t => t with { State = TurnState.Sent, SentAt = Samples.Noon });
        Assert.Equal(sent.Id, (await Store.GetLastTurnAsync(Here, Stop))!.Id);
    }

    [Fact]
    public async Task Done_turns_are_those_that_were_sent_oldest_first_from_an_id_on()
    {
        await AddTurnAsync(Here, "1", t => t with { State = TurnState.Done, SentAt = Samples.Noon });
        var second = await AddTurnAsync(Here, "2", t => t with { State = TurnState.Done, SentAt = Samples.Noon });
        await AddTurnAsync(Here, "3", t => t with { State = TurnState.Done });
        await AddTurnAsync(There, "4", t => t with { State = TurnState.Done, SentAt = Samples.Noon });
        await AddTurnAsync(Here, "5", t => t with { State = TurnState.Failed, SentAt = Samples.Noon });
        var last = await AddTurnAsync(Here, "6", t => t with { State = TurnState.Done, SentAt = Samples.Noon });
        Assert.Equal([second.Id, last.Id], (await Store.GetDoneTurnsAsync(Here, second.Id, Stop)).Select(t => t.Id));
        Assert.Equal(3, (await Store.GetDoneTurnsAsync(Here, 0, Stop)).Count);
    }

    [Fact]
    public async Task A_cancelled_call_adds_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.AddTurnAsync(Samples.Turn(Here, "1"), cancelled.Token));
        Assert.NotNull(await Store.AddTurnAsync(Samples.Turn(Here, "1"), Stop));
    }
}
