using Microsoft.Extensions.Time.Testing;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Core.Turns;
using NemoBot.Tests.Scenarios.Support;
using NSubstitute;
using Xunit;

namespace NemoBot.Tests.Routing;

public sealed class ConversationLanguageTests
{
    private static readonly ConversationKey Room = new("fake", "room");

    private readonly IBotStore _store = Substitute.For<IBotStore>();
    private ConversationRecord? _kept;

    [Theory]
    [InlineData("早安", "en", "zh")]
    [InlineData("\u3400", "en", "zh")]
    [InlineData("\u4dbf", "en", "zh")]
    [InlineData("\u4e00", "en", "zh")]
    [InlineData("\u9fff", "en", "zh")]
    [InlineData("\u33ff", "en", "en")]
    [InlineData("\u4dc0", "en", "en")]
    [InlineData("\ua000", "en", "en")]
    [InlineData("早ab", "en", "zh")]
    [InlineData("早abc", "en", "en")]
    [InlineData("add '早安'", "zh", "zh")]
    [InlineData("add title '早安'", "en", "en")]
    [InlineData("add the title '早安'", "zh", "en")]
    [InlineData("make a video", "zh", "en")]
    [InlineData("make video", "zh", "zh")]
    [InlineData("make  1 video", "zh", "zh")]
    [InlineData("ok", "zh-CN", "zh")]
    [InlineData("ok", "fr", "en")]
    [InlineData("ok", null, "en")]
    [InlineData("看 https://example.com/a/long/path/to/a/song.mp3", "en", "zh")]
    [InlineData("https://example.com/a https://example.com/b https://example.com/c", "zh", "zh")]
    public async Task A_new_chat_speaks_what_is_written_and_else_what_the_platform_reports(string text, string? reported, string expected) =>
        Assert.Equal(expected, (await AskAsync(text, reported)).Language);

    [Theory]
    [InlineData("zh", "ok", null, "zh")]
    [InlineData("zh", "make a video", null, "en")]
    [InlineData("en", "做视频", null, "zh")]
    [InlineData("en", "做视频", "button", "en")]
    [InlineData("zh", "make a video", "button", "zh")]
    public async Task A_known_chat_follows_what_is_written_but_no_button(string before, string text, string? button, string expected)
    {
        Keep(Record(before));

        Assert.Equal(expected, (await AskAsync(text, "en", button)).Language);
    }

    [Fact]
    public async Task A_chosen_language_stays_and_a_closed_chat_is_open_again()
    {
        Keep(Record("zh") with { LanguageChosen = true });
        Assert.Equal("zh", (await AskAsync("make a video", "en")).Language);
        await _store.DidNotReceiveWithAnyArgs().UpdateConversationAsync(default!, default!, default);

        Keep(_kept! with { IsClosed = true });
        var opened = await AskAsync("make a video", "en");
        Assert.Equal(("zh", false), (opened.Language, opened.IsClosed));
    }

    private static ConversationRecord Record(string language) =>
        new() { Key = Room, Skill = "waves", Language = language, CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch };

    private void Keep(ConversationRecord record)
    {
        _kept = record;
        _store.GetConversationAsync(Room, Arg.Any<CancellationToken>()).Returns(_ => _kept);
        _store.UpdateConversationAsync(Room, Arg.Any<Func<ConversationRecord, ConversationRecord>>(), Arg.Any<CancellationToken>())
            .Returns(c => _kept = c.Arg<Func<ConversationRecord, ConversationRecord>>()(_kept!));
    }

    private Task<ConversationRecord> AskAsync(string text, string? reported, string? button = null)
    {
        _store.AddConversationAsync(Arg.Any<ConversationRecord>(), Arg.Any<CancellationToken>()).Returns(c => c.Arg<ConversationRecord>());
        var message = new InboundMessage { Conversation = Room, MessageId = "1", Author = new Author("Ana", "Ana"), Text = text, Language = reported, ActionId = button };
        return new ConversationProvider(_store, new FakeSkills(), new FakeTimeProvider()).GetAsync(message, TestContext.Current.CancellationToken);
    }
}
