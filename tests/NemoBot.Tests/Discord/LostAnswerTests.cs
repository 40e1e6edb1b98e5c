using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>Discord carries a request out, and its answer does not arrive.</summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);

    private DiscordHarness _bot = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await DiscordHarness.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        _bot.Release();
        await _bot.Discord.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_shown_once_however_often_it_is_repeated()
    {
        LoseAnswers();
        Assert.IsType<DeliveryResult.Unknown>(await SendAsync("only once", "key"));
        Assert.Equal(5, _bot.Discord.Requests.Count);
        _bot.Discord.Rest.After = _ => { };
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync("only once", "key"));
        Assert.Equal("only once", (string)Assert.Single(_bot.Chat.Own())["content"]!);
    }

    [Fact]
    public async Task A_repeat_with_newer_text_shows_the_newer_text_once()
    {
        LoseAnswers();
        Assert.IsType<DeliveryResult.Unknown>(await SendAsync("Working", "key"));
        _bot.Discord.Rest.After = _ => { };
        var sent = Assert.IsType<DeliveryResult.Delivered>(await SendAsync("Done", "key"));
        var shown = Assert.Single(_bot.Chat.Own());
        Assert.Equal(((string)shown["id"]!, "Done"), (sent.Message.MessageId, (string)shown["content"]!));
    }

    [Fact]
    public async Task Two_messages_with_the_same_words_are_both_shown()
    {
        await SendAsync("Done", "first");
        await SendAsync("Done", "second");
        await SendAsync("Done", null);
        await SendAsync("Done", null);
        Assert.Equal(4, _bot.Chat.Own().Count);
    }

    [Fact]
    public async Task A_video_is_shown_once_however_often_it_is_repeated()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [1, 2, 3], Stop);
        var file = new OutboundFile { Path = path, FileName = "v.mp4", MimeType = "video/mp4", Size = 3, Caption = "Version 1", DeduplicationKey = "video" };
        LoseAnswers();
        Assert.IsType<DeliveryResult.Unknown>(await _bot.Clock.AdvanceUntilAsync(_bot.Platform.SendFileAsync(_bot.Conversation, file, Stop), Step));
        _bot.Discord.Rest.After = _ => { };
        Assert.IsType<DeliveryResult.Delivered>(await _bot.Platform.SendFileAsync(_bot.Conversation, file, Stop));
        Assert.Single(_bot.Chat.Own());
        File.Delete(path);
    }

    [Fact]
    public async Task A_new_message_in_place_of_a_deleted_one_is_shown_once()
    {
        var deleted = new MessageRef(_bot.Conversation, "123456789");
        var edit = new OutboundMessage { Text = "Done", IsFinal = true };
        LoseAnswers();
        Assert.IsType<DeliveryResult.Unknown>(await _bot.Clock.AdvanceUntilAsync(_bot.Platform.EditAsync(deleted, edit, Stop), Step));
        _bot.Discord.Rest.After = _ => { };
        Assert.IsType<DeliveryResult.Delivered>(await _bot.Platform.EditAsync(deleted, edit, Stop));
        Assert.Single(_bot.Chat.Own());
    }

    [Fact]
    public async Task A_Discord_that_cannot_be_reached_at_all_is_waited_for()
    {
        _bot.Options.ApiBaseUrl = new Uri("http://127.0.0.1:9/api/v10/");
        _bot.Renew();
        Assert.IsType<DeliveryResult.RateLimited>(await SendAsync("hello", "key"));
    }

    [Fact]
    public async Task An_edit_may_be_repeated_for_as_long_as_it_takes()
    {
        var sent = Assert.IsType<DeliveryResult.Delivered>(await SendAsync("Working", "key")).Message;
        _bot.Discord.Rest.Before = (http, _) =>
        {
            http.Abort();
            return Task.FromResult(true);
        };
        var edit = _bot.Platform.EditAsync(sent, new OutboundMessage { Text = "Done", IsFinal = true }, Stop);
        Assert.IsType<DeliveryResult.RateLimited>(await _bot.Clock.AdvanceUntilAsync(edit, Step));
    }

    private void LoseAnswers() => _bot.Discord.Rest.After = http => http.Abort();

    private Task<DeliveryResult> SendAsync(string text, string? key) => _bot.Clock.AdvanceUntilAsync(
        _bot.Platform.SendAsync(_bot.Conversation, new OutboundMessage { Text = text, DeduplicationKey = key }, Stop), Step);
}
