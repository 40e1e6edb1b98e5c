using System.Text.Json.Nodes;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>An album is one message, whatever happens between its parts.</summary>
public sealed class AlbumTests : TelegramTest
{
    [Fact]
    public async Task Parts_that_come_one_by_one_are_one_message()
    {
        await StartAsync();
        var first = Part("g1", "a.mp3", "merge these");
        Server.Say(first);
        await SoonAsync(() => Server.Unconfirmed == 0);
        Bot.Clock.Advance(TimeSpan.FromSeconds(0.9));
        Server.Say(Part("g1", "b.mp4"));
        await SoonAsync(() => Server.Unconfirmed == 0);
        Bot.Clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.Empty(Sink.Messages);
        await UntilAsync(() => !Sink.Messages.IsEmpty);
        var message = Assert.Single(Sink.Messages);
        Assert.Equal(["a.mp3", "b.mp4"], message.Attachments.Select(a => a.Name));
        Assert.Equal(("merge these", first["message_id"]!.ToString()), (message.Text, message.MessageId));
    }

    [Fact]
    public async Task An_album_waits_ten_seconds_at_most()
    {
        await StartAsync();
        var begin = Bot.Clock.GetUtcNow();
        for (var i = 0; i < 9 && Sink.Messages.IsEmpty; i++)
        {
            Server.Say(Part("slow", $"{i}.mp3"));
            await SoonAsync(() => Server.Unconfirmed == 0);
            Bot.Clock.Advance(TimeSpan.FromSeconds(0.95));
        }

        Server.Say(Part("slow", "9.mp3"));
        await UntilAsync(() => !Sink.Messages.IsEmpty);
        Assert.True(Bot.Clock.GetUtcNow() - begin >= TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Ten_parts_are_complete_at_once()
    {
        await StartAsync();
        for (var i = 0; i < 10; i++)
        {
            Server.Say(Part("full", $"{i}.mp3"));
        }

        Assert.Equal(10, (await Sink.NextAsync(Stop)).Attachments.Count);
    }

    [Fact]
    public async Task A_restart_in_the_middle_loses_no_part()
    {
        await StartAsync();
        Server.Say(Part("g2", "a.mp3", "both please"));
        await SoonAsync(() => Server.Unconfirmed == 0);
        await Bot.StopAsync();
        Server.Say(Part("g2", "b.mp3"));
        Bot.Build();
        await StartAsync();
        await SoonAsync(() => Server.Unconfirmed == 0);
        await UntilAsync(() => !Sink.Messages.IsEmpty);
        Assert.Equal(["a.mp3", "b.mp3"], Assert.Single(Sink.Messages).Attachments.Select(a => a.Name));
        await Bot.RestartAsync(Sink, Stop);
        Bot.Clock.Advance(TimeSpan.FromSeconds(30));
        Server.Say(Server.Compose(Ana, "next"));
        await SoonAsync(() => Sink.Messages.Count == 2);
        Assert.Equal("next", Sink.Messages.Last().Text);
        Assert.Equal(0, Sink.Duplicates);
    }

    [Fact]
    public async Task A_part_that_comes_again_after_the_album_was_posted_is_dropped()
    {
        await StartAsync();
        Server.Say(Part("g3", "a.mp3", "go"));
        Server.Say(Part("g3", "b.mp3"));
        await SoonAsync(() => Server.Unconfirmed == 0);
        await UntilAsync(() => !Sink.Messages.IsEmpty);
        var again = Server.Newest!;
        await Bot.RestartAsync(Sink, Stop);
        Server.PushAgain(again);
        await SoonAsync(() => Server.Unconfirmed == 0);
        Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        Server.Say(Server.Compose(Ana, "next"));
        await SoonAsync(() => Sink.Messages.Count == 2);
        Assert.Equal(["go", "next"], Sink.Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task A_full_disk_delays_an_album_and_loses_nothing()
    {
        var failures = 0;
        Sink.OnPost = _ =>
        {
            if (failures++ < 3)
            {
                throw failures == 2 ? new TaskCanceledException("timed out") : new IOException("disk full");
            }
        };
        await StartAsync();
        Server.Say(Part("g4", "a.mp3", "go"));
        Server.Say(Part("g4", "b.mp3"));
        await SoonAsync(() => Server.Unconfirmed == 0);
        await UntilAsync(() => !Sink.Messages.IsEmpty);
        Assert.Equal(2, Assert.Single(Sink.Messages).Attachments.Count);
    }

    [Fact]
    public async Task What_is_said_after_an_album_stays_after_it()
    {
        await StartAsync();
        Server.Say(Part("g5", "a.mp3"));
        Server.Say(Part("g5", "b.mp3"));
        Server.Say(Server.Compose(Ana, "make one video of these"));
        Assert.Equal(2, (await Sink.NextAsync(Stop)).Attachments.Count);
        Assert.Equal("make one video of these", (await Sink.NextAsync(Stop)).Text);
    }

    [Fact]
    public async Task In_a_group_the_mention_on_one_part_counts_for_all()
    {
        Server.AddChat(Group, "supergroup");
        await StartAsync();
        Server.Say(Part("g6", "a.mp3", "no one asked", Group));
        Server.Say(Part("g6", "b.mp3", null, Group));
        Server.Say(Part("g7", "c.mp3", $"@{TelegramStandIn.BotName} please", Group));
        Server.Say(Part("g7", "d.mp3", null, Group));
        await SoonAsync(() => Server.Unconfirmed == 0);
        await UntilAsync(() => !Sink.Messages.IsEmpty);
        Bot.Clock.Advance(TimeSpan.FromSeconds(11));
        var message = Assert.Single(Sink.Messages);
        Assert.Equal(("please", "c.mp3,d.mp3"), (message.Text, string.Join(',', message.Attachments.Select(a => a.Name))));
    }

    private JsonObject Part(string group, string name, string? caption = null, long chat = Ana)
    {
        var file = Server.AddFile(name, "audio/mpeg", [1, 2, 3]);
        var message = TelegramStandIn.With(Server.Compose(chat), "audio", file, caption);
        message["media_group_id"] = group;
        return message;
    }
}
