using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Telegram.Api;
using NemoBot.Telegram.Messages;
using NemoBot.Telegram.Settings;
using NemoBot.Telegram.Updates;
using NemoBot.Tests.Support;
using NSubstitute;
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

    [Fact]
    public async Task A_move_is_reported_until_it_is_stored()
    {
        var (events, clock, sink) = (new ChatStateEvents(), new ManualTimeProvider(), Substitute.For<IInboundSink>());
        var calls = 0;
        sink.MoveAsync(default!, default!, default).ReturnsForAnyArgs(_ => ++calls < 4 ? Task.FromException(new StoreException(StoreProblem.Busy, "busy")) : Task.CompletedTask);
        var publisher = new InboundPublisher(null!, null!, NullLogger<InboundPublisher>.Instance);
        publisher.Open(sink);
        var relay = new ChatStateRelay(events, publisher, Options.Create(new TelegramOptions()), clock, NullLogger<ChatStateRelay>.Instance);
        using var stop = new CancellationTokenSource();
        var run = relay.RunAsync(stop.Token);
        events.MarkMoved(-6, -1006);
        events.MarkClosed(new ChatAddress(-7));
        await clock.AdvanceUntilAsync(() => sink.ReceivedCalls().Count() == 5, TimeSpan.FromSeconds(1));
        await sink.Received().CloseAsync(new ChatAddress(-7).Key, Arg.Any<CancellationToken>());
        Assert.Equal(4, calls);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
