using System.Collections.Concurrent;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>The store takes nothing, for a while or from one chat only.</summary>
public sealed class FullDiskTests : DiscordTest
{
    private int _tried;

    [Fact]
    public async Task A_message_waits_through_hours_of_a_full_disk_and_is_taken_once()
    {
        Sink.OnPost = _ => Refuse();
        Say(Bot.Chat, "precious");
        await Bot.Clock.AdvanceUntilAsync(() => Volatile.Read(ref _tried) > 20, TimeSpan.FromMinutes(5));
        Sink.OnPost = _ => { };
        Assert.Equal("precious", (await Bot.Clock.AdvanceUntilAsync(Sink.NextAsync(Stop), TimeSpan.FromSeconds(10))).Text);
        Assert.Single(Sink.Messages);
    }

    [Fact]
    public async Task A_chat_that_cannot_be_stored_holds_up_no_other()
    {
        Sink.OnPost = m =>
        {
            if (m.Conversation == Bot.Conversation)
            {
                Refuse();
            }
        };
        Say(Bot.Chat, "stuck");
        await Until.TrueAsync(() => Volatile.Read(ref _tried) > 0);
        for (var i = 0; i < 70; i++)
        {
            Say(Bot.Discord.AddChannel(type: 1), $"{i}");
        }

        // The clock does not move: nothing waited for the retry.
        var taken = new ConcurrentBag<string>();
        for (var i = 0; i < 70; i++)
        {
            taken.Add((await Sink.NextAsync(Stop)).Text);
        }

        Assert.Equal(Enumerable.Range(0, 70).Select(i => $"{i}").Order(), taken.Order());
    }

    [Fact]
    public async Task Messages_of_a_chat_are_taken_in_order_after_the_disk_had_no_room()
    {
        Sink.OnPost = _ => Refuse();
        Say(Bot.Chat, "one");
        Say(Bot.Chat, "two");
        await Until.TrueAsync(() => Volatile.Read(ref _tried) > 0);
        Sink.OnPost = _ => { };
        Assert.Equal("one", (await Bot.Clock.AdvanceUntilAsync(Sink.NextAsync(Stop), TimeSpan.FromSeconds(1))).Text);
        Assert.Equal("two", (await Bot.Clock.AdvanceUntilAsync(Sink.NextAsync(Stop), TimeSpan.FromSeconds(1))).Text);
    }

    [Fact]
    public async Task A_message_that_can_never_be_taken_holds_up_its_chat_only_for_a_moment()
    {
        Sink.OnPost = m =>
        {
            if (m.Text == "poison")
            {
                throw new FormatException("It has no form that can be read.");
            }
        };
        Say(Bot.Chat, "poison");
        Say(Bot.Chat, "after it");
        Assert.Equal("after it", (await Bot.Clock.AdvanceUntilAsync(Sink.NextAsync(Stop), TimeSpan.FromSeconds(1))).Text);
    }

    [Fact]
    public async Task The_bot_stops_at_once_with_a_full_backlog_and_finds_everything_after_the_restart()
    {
        await Bot.StopAsync();
        Bot.Options.EventBacklog = 2;
        Bot.Renew();
        await Bot.StartAsync(Sink, Stop);
        Sink.OnPost = _ => Refuse();
        string[] texts = ["one", "two", "three", "four"];
        foreach (var text in texts)
        {
            Say(Bot.Chat, text);
        }

        await Until.TrueAsync(() => Volatile.Read(ref _tried) > 0);
        await Bot.StopAsync();
        Sink.OnPost = _ => { };
        Bot.Renew();
        await Bot.StartAsync(Sink, Stop);
        foreach (var text in texts)
        {
            Assert.Equal(text, (await Sink.NextAsync(Stop)).Text);
        }
    }

    private void Say(StandInChannel chat, string text) => Bot.Discord.Say(chat, text);

    private void Refuse()
    {
        throw Interlocked.Increment(ref _tried) % 3 == 2 ? new TaskCanceledException("timed out") : new IOException("No space left on device");
    }
}
