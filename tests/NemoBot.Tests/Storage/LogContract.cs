using System.Collections.Concurrent;
using Xunit;

namespace NemoBot.Tests.Storage;

public abstract class LogContract<TDatabase> : StoreContract<TDatabase>
    where TDatabase : ITestDatabase, new()
{
    [Fact]
    public async Task Messages_come_back_as_they_were_written_after_a_restart_too()
    {
        var first = await Store.AppendLogAsync(Here, """{"text":"一"}""", Stop);
        var second = await Store.AppendLogAsync(Here, """{"text":"two"}""", Stop);
        Assert.True(second.Id > first.Id && second.Sequence > first.Sequence);
        await RestartAsync();
        Assert.Equal(first, await Store.GetLogAsync(Here, first.Id, Stop));
        Assert.Equal([first, second], await Store.ReadLogAsync(Here, 9, Stop));
        Assert.Equal([second], await Store.ReadLogAsync(Here, 1, Stop));
        Assert.Empty(await Store.ReadLogAsync(There, 9, Stop));
        Assert.True((await Store.AppendLogAsync(Here, "{}", Stop)).Sequence > second.Sequence);
    }

    [Fact]
    public async Task A_rewritten_message_keeps_its_place_and_comes_once_to_those_who_follow()
    {
        var first = await Store.AppendLogAsync(Here, "1", Stop);
        var second = await Store.AppendLogAsync(Here, "2", Stop);
        await Store.RewriteLogAsync(Here, first.Id, "1a", Stop);
        var edited = await Store.RewriteLogAsync(Here, first.Id, "1b", Stop);
        Assert.NotNull(edited);
        Assert.Equal((first.Id, 2, "1b"), (edited.Id, edited.Edits, edited.Json));
        Assert.True(edited.Sequence > second.Sequence);
        Assert.Equal([edited, second], await Store.ReadLogAsync(Here, 9, Stop));
        Assert.Equal([second, edited], await Store.ReadLogAfterAsync(Here, first.Sequence, 9, Stop));
        Assert.Equal([second], await Store.ReadLogAfterAsync(Here, first.Sequence, 1, Stop));
        Assert.Empty(await Store.ReadLogAfterAsync(Here, edited.Sequence, 9, Stop));
    }

    [Fact]
    public async Task A_message_of_another_conversation_is_out_of_reach()
    {
        var logged = await Store.AppendLogAsync(Here, "1", Stop);
        Assert.Null(await Store.GetLogAsync(There, logged.Id, Stop));
        Assert.Null(await Store.RewriteLogAsync(There, logged.Id, "2", Stop));
        Assert.Null(await Store.RewriteLogAsync(Here, logged.Id + 1, "2", Stop));
        Assert.Equal(logged, await Store.GetLogAsync(Here, logged.Id, Stop));
    }

    [Fact]
    public async Task A_reader_that_follows_many_writers_misses_nothing()
    {
        const int Writers = 8, Each = 100;
        var seen = new ConcurrentDictionary<long, string>();
        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var last = 0L;
            while (true)
            {
                // Looked at before the read: what was written before it ended is read in this round or earlier.
                var finished = done.IsCancellationRequested;
                var batch = await Store.ReadLogAfterAsync(Here, last, 7, Stop);
                foreach (var message in batch)
                {
                    Assert.True(message.Sequence > last);
                    last = message.Sequence;
                    seen[message.Id] = message.Json;
                }

                if (finished && batch.Count == 0)
                {
                    return;
                }
            }
        });
        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            var ids = new List<(long Id, string Json)>();
            for (var i = 0; i < Each; i++)
            {
                var logged = await Store.AppendLogAsync(Here, "0", Stop);
                await Store.RewriteLogAsync(Here, logged.Id, $"{w}-{i}", Stop);
                ids.Add((logged.Id, $"{w}-{i}"));
            }

            return ids;
        })));
        await done.CancelAsync();
        await reader;
        Assert.Equal(written.SelectMany(w => w).Order(), seen.Select(s => (s.Key, s.Value)).Order());
    }

    [Fact]
    public async Task A_reader_misses_nothing_over_a_forgotten_or_moved_conversation()
    {
        var before = await Store.AppendLogAsync(Here, "1", Stop);
        await Store.ForgetConversationAsync(Here, Stop);
        var after = await Store.AppendLogAsync(Here, "2", Stop);
        Assert.Equal([after], await Store.ReadLogAfterAsync(Here, before.Sequence, 9, Stop));
        Assert.NotEqual(before.Id, after.Id);

        var second = await Store.AppendLogAsync(Here, "3", Stop);
        var there = await Store.AppendLogAsync(There, "4", Stop);
        await Store.MoveConversationAsync(Here, There, Stop);
        var moved = await Store.ReadLogAfterAsync(There, there.Sequence, 9, Stop);
        Assert.Equal([after.Id, second.Id], moved.Select(m => m.Id));
        Assert.True((await Store.AppendLogAsync(There, "5", Stop)).Sequence > moved[^1].Sequence);
    }

    [Fact]
    public async Task Pruning_takes_old_entries()
    {
        await Store.AppendLogAsync(Here, "1", Stop);
        Assert.Equal(0, await Store.PruneAsync(DateTimeOffset.UnixEpoch, Stop));
        Assert.Equal(1, await Store.PruneAsync(DateTimeOffset.MaxValue.AddYears(-1), Stop));
        Assert.Empty(await Store.ReadLogAsync(Here, 9, Stop));
    }
}
