using NemoBot.Telegram.Api;
using NemoBot.Telegram.Messages;
using Xunit;

namespace NemoBot.Tests.Telegram;

public sealed class ChatStateEventsTests
{
    [Fact]
    public void A_closed_chat_is_told_once_until_it_opens_and_only_so_many_are_remembered()
    {
        var events = new ChatStateEvents();
        int Told()
        {
            var count = 0;
            while (events.Reader.TryRead(out _))
            {
                count++;
            }

            return count;
        }

        var chat = new ChatAddress(-7);
        events.MarkClosed(chat);
        events.MarkClosed(chat);
        Assert.Equal(1, Told());
        events.MarkOpen(chat);
        events.MarkClosed(chat);
        Assert.Equal(1, Told());

        for (var i = 1; i <= 10_050; i++)
        {
            events.MarkClosed(new ChatAddress(i));
        }

        Assert.Equal(10_050, Told());
        Assert.InRange(events.Closed, 1, 10_000);
    }
}
