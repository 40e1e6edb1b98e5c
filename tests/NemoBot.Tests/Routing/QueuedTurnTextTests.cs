using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Text;
using NemoBot.Tests.Storage;
using Xunit;

namespace NemoBot.Tests.Routing;

/// <summary>Who waits reads what is ahead: in the words of its author, or what was done instead of words.</summary>
public sealed class QueuedTurnTextTests
{
    private static readonly ConversationKey Room = new("fake", "room");

    [Theory]
    [InlineData("make it blue", null, "", "make it blue")]
    [InlineData("make it blue\nand\r\nlonger", null, "a.mp3", "make it blue and longer")]
    [InlineData("/export 2", null, "", "/export")]
    [InlineData("", "starter", "", "a button")]
    [InlineData("", "export", "", "/export")]
    [InlineData("", null, "a.mp3", "a.mp3")]
    [InlineData("", null, "a.mp3,b.png", "a.mp3, b.png")]
    public void A_waiting_request_is_named_by_what_its_author_did(string text, string? action, string files, string expected)
    {
        var turn = Samples.Turn(Room, "1");
        using var item = new QueuedTurn(turn with
        {
            Message = turn.Message with
            {
                Text = text,
                ActionId = action,
                Attachments = [.. files.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(f => new Attachment(f, null, 1, f))],
            },
        });
        Assert.Equal(expected, QueuedTurnText.Describe(item, Texts.For("en")));
    }

    [Fact]
    public void A_long_request_is_cut_after_sixty_characters()
    {
        var turn = Samples.Turn(Room, "1");
        using var item = new QueuedTurn(turn with { Message = turn.Message with { Text = new string('x', 61) } });
        Assert.Equal(60, QueuedTurnText.Describe(item, Texts.For("en")).Length);
    }
}
