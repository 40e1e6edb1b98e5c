using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>When messages and edits go out.</summary>
public sealed class PaceTests : TelegramTest
{
    [Theory]
    [InlineData(Ana, 1.1)]
    [InlineData(Group, 3.1)]
    public async Task Edits_keep_their_distance_and_the_last_one_arrives(long chat, double seconds)
    {
        Server.AddChat(Group, "supergroup");
        var status = Delivered(await SendAsync(Key(chat), "0 %"));
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await Bot.Platform.GetLimitsAsync(Key(chat), Stop)).EditInterval);
        for (var i = 1; i <= 30; i++)
        {
            var result = await Bot.AdvancingAsync(EditAsync(status, $"{i} %", isFinal: i == 30));
            while (result is DeliveryResult.RateLimited limited && i == 30)
            {
                Bot.Clock.Advance(limited.RetryAfter);
                result = await Bot.AdvancingAsync(EditAsync(status, $"{i} %", isFinal: true));
            }

            Bot.Clock.Advance(TimeSpan.FromMilliseconds(400));
        }

        Assert.Equal("30 %", Assert.Single(Server.Messages(chat)).Text);
        var times = Server.CallsTo("sendMessage").Concat(Server.CallsTo("editMessageText")).Select(c => c.At).ToList();
        Assert.True(times.Count > 4);
        Assert.All(times.Zip(times.Skip(1)), p => Assert.True(p.Second - p.First >= TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public async Task An_edit_whose_conversation_is_lost_while_it_waits_is_not_sent()
    {
        var status = Delivered(await SendAsync(Key(Ana), "0 %"));
        var lost = false;
        var late = Bot.Platform.EditAsync(
            status, new OutboundMessage { Kind = OutboundKind.Status, Text = "50 %", BeforeSend = _ => lost ? Task.FromException(new LaneLostException()) : Task.CompletedTask }, Stop);
        Assert.False(late.IsCompleted);
        lost = true;
        await Assert.ThrowsAsync<LaneLostException>(() => Bot.AdvancingAsync(late));
        Assert.Empty(Server.CallsTo("editMessageText"));
    }

    [Fact]
    public async Task A_repeat_of_an_edit_whose_conversation_is_lost_is_not_sent()
    {
        var status = Delivered(await SendAsync(Key(Ana), "0 %"));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var attempts = 0;
        Server.Override = (method, _) => method == "editMessageText" ? (502, "<html>bad gateway</html>") : null;
        await Assert.ThrowsAsync<LaneLostException>(() => Bot.AdvancingAsync(Bot.Platform.EditAsync(
            status, new OutboundMessage { Text = "50 %", BeforeSend = _ => ++attempts > 1 ? Task.FromException(new LaneLostException()) : Task.CompletedTask }, Stop)));
        Assert.Single(Server.CallsTo("editMessageText"));
    }

    [Fact]
    public async Task A_page_of_a_proxy_tells_how_long_to_stay_away_too()
    {
        Server.PageRetryAfter = 40;
        Server.Override = (method, _) => method == "sendMessage" ? (429, "<html><h1>429 Too Many Requests</h1></html>") : null;
        var result = Assert.IsType<DeliveryResult.RateLimited>(await SendAsync(Key(Ana), "hello"));
        Assert.Equal(TimeSpan.FromSeconds(40), result.RetryAfter);
    }

    [Fact]
    public async Task A_blocked_chat_is_left_alone_and_others_are_not_touched()
    {
        var status = Delivered(await SendAsync(Key(Ana), "0 %"));
        var other = Delivered(await SendAsync(Key(Ben), "0 %"));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        Server.Block(Ana, TimeSpan.FromSeconds(237));
        for (var i = 0; i < 20; i++)
        {
            var limited = Assert.IsType<DeliveryResult.RateLimited>(await EditAsync(status, $"{i} %"));
            Assert.InRange(limited.RetryAfter, TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(238));
            Assert.IsType<DeliveryResult.RateLimited>(await SendAsync(Key(Ana), "words"));
            Delivered(await Bot.AdvancingAsync(EditAsync(other, $"{i} %")));
            Bot.Clock.Advance(TimeSpan.FromSeconds(1.2));
        }

        Assert.Single(Server.Calls, c => c.Status == 429);
        Bot.Clock.Advance(TimeSpan.FromSeconds(240));
        Delivered(await Bot.AdvancingAsync(EditAsync(status, "Done", isFinal: true)));
        Assert.Equal("Done", Assert.Single(Server.Messages(Ana)).Text);
    }

    [Fact]
    public async Task One_edit_is_on_its_way_at_a_time()
    {
        var status = Delivered(await SendAsync(Key(Ana), "0 %"));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var answer = new TaskCompletionSource();
        Server.Delay = (method, _) => method == "editMessageText" ? answer.Task : Task.CompletedTask;
        var first = EditAsync(status, "1 %");
        Assert.IsType<DeliveryResult.RateLimited>(await EditAsync(status, "2 %"));
        answer.SetResult();
        Delivered(await first);
    }

    [Fact]
    public async Task All_chats_together_stay_within_the_pace_and_results_go_first()
    {
        for (var chat = 1000; chat < 1100; chat++)
        {
            Server.AddChat(chat, "private");
        }

        using var folder = new VideoFolder();
        var answers = Enumerable.Range(1000, 90).Select(chat => SendAsync(Key(chat), "words")).ToList();
        var many = Enumerable.Range(0, 30).Select(i => SendAsync(Key(1099), $"chatty {i}")).ToList();
        var result = Bot.Platform.SendFileAsync(Key(1095), folder.Video(), Stop);
        await Bot.AdvancingAsync(Task.WhenAll(answers.Concat(many).Append(result)));
        var calls = Server.Calls.Where(c => c.Method.StartsWith("send", StringComparison.Ordinal)).ToList();
        Assert.Equal(121, calls.Count);
        Assert.True(calls.Max(c => c.At) - calls.Min(c => c.At) >= TimeSpan.FromSeconds(4), "121 messages need four seconds.");
        Assert.InRange(calls.FindIndex(c => c.Method == "sendVideo"), 0, 60);
        // The chatty chat took turns with the others and did not go before them.
        Assert.True(calls.Take(90).Count(c => (long)c.Fields["chat_id"]! == 1099) < 10);
    }

    [Fact]
    public async Task Status_edits_beyond_the_pace_are_sent_back_and_each_gets_its_turn()
    {
        List<MessageRef> all = [];
        for (var chat = 1000; chat < 1080; chat++)
        {
            Server.AddChat(chat, "private");
            all.Add(Delivered(await Bot.AdvancingAsync(SendAsync(Key(chat), "0 %"))));
        }

        Bot.Clock.Advance(TimeSpan.FromSeconds(20));
        var begin = Bot.Clock.GetUtcNow();
        var rounds = all.Select(m => KeepEditingAsync(m, begin + TimeSpan.FromSeconds(15))).ToList();
        await Bot.AdvancingAsync(Task.WhenAll(rounds));
        var perChat = Server.CallsTo("editMessageText").GroupBy(c => (long)c.Fields["chat_id"]!).Select(g => g.Count()).ToList();
        Assert.Equal(80, perChat.Count);
        Assert.InRange(perChat.Min(), perChat.Max() / 3, perChat.Max());
        Assert.Equal(80, all.Count(m => Server.Messages(long.Parse(m.Conversation.Channel)).Single().Text == "Done"));
    }

    private async Task KeepEditingAsync(MessageRef message, DateTimeOffset until)
    {
        for (var i = 1; Bot.Clock.GetUtcNow() < until; i++)
        {
            await PatientEditAsync(message, $"{i} %", isFinal: false);
        }

        await PatientEditAsync(message, "Done", isFinal: true);
    }

    private async Task PatientEditAsync(MessageRef message, string text, bool isFinal)
    {
        while (await EditAsync(message, text, isFinal) is DeliveryResult.RateLimited limited)
        {
            await Task.Delay(limited.RetryAfter, Bot.Clock, Stop);
        }
    }
}
