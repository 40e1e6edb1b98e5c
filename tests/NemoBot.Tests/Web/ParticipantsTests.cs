using NemoBot.Core.Homes;
using NemoBot.Web.Chat;
using NemoBot.Web.Messages;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed class ParticipantsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_people_are_a_group_and_only_so_many_chats_are_remembered()
    {
        var participants = new Participants(new ChatLog(new InMemoryLog(), new ChangeNotifier(new LocalSignal()), TimeProvider.System));
        await participants.AddAsync("show", "Ana", Stop);
        await participants.AddAsync("show", "ANA", Stop);
        Assert.False(await participants.IsGroupAsync("show", Stop));
        await participants.AddAsync("show", "Ben", Stop);
        Assert.True(await participants.IsGroupAsync("show", Stop));

        // Anybody can write in chats of any name.
        for (var i = 0; i < 10_050; i++)
        {
            await participants.AddAsync($"room-{i}", "Ana", Stop);
        }

        Assert.InRange(participants.Chats, 1, 10_000);
    }
}
