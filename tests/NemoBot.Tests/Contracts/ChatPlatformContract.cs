using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Contracts;

/// <summary>
/// What every platform promises to the engine. A platform's suite derives from this, carries
/// <see cref="PlatformSuiteAttribute"/> and makes its harness; the parts on files and limits are in the partial files.
/// </summary>
public abstract partial class ChatPlatformContract : IAsyncLifetime
{
    private IPlatformHarness? _harness;

    /// <summary>The harness of this test.</summary>
    protected IPlatformHarness Harness => _harness ?? throw new InvalidOperationException("The harness is not made yet.");

    /// <summary>Where the platform posts.</summary>
    protected RecordingSink Sink { get; } = new();

    /// <summary>Ends when the test is given up.</summary>
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IChatPlatform Platform => Harness.Platform;

    private ConversationKey Chat => Harness.Conversation;

    /// <summary>Makes the platform over a fresh stand-in; it need not run yet.</summary>
    protected abstract Task<IPlatformHarness> CreateAsync(CancellationToken cancellationToken);

    public async ValueTask InitializeAsync()
    {
        _harness = await CreateAsync(Stop);
        await _harness.StartAsync(Sink, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (_harness is not null)
        {
            await _harness.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public void The_suite_is_for_the_platform_it_says()
    {
        var suite = (PlatformSuiteAttribute)Attribute.GetCustomAttribute(GetType(), typeof(PlatformSuiteAttribute))!;
        Assert.Equal(suite.Platform, Platform.GetType());
        Assert.Matches("^[a-z][a-z0-9-]*$", Platform.Name);
        Assert.Equal(Platform.Name, Chat.Platform);
    }

    [Fact]
    public async Task Limits_can_be_worked_with()
    {
        var limits = await Platform.GetLimitsAsync(Chat, Stop);
        Assert.True(limits.TextLength >= 500, "A text must be able to say something.");
        Assert.True(limits.CaptionLength >= 200 && limits.CaptionLength <= limits.TextLength);
        Assert.True(limits.UploadBytes > 1_000_000);
        Assert.True(limits.DownloadBytes is null or > 1_000_000);
        Assert.True(limits.EditInterval >= TimeSpan.Zero);
        Assert.True(limits.Buttons >= 0);
    }

    [Fact]
    public async Task A_sent_text_is_seen()
    {
        var sent = await SendAsync("Hello there, 你好");
        var seen = Assert.Single(await SeenAsync());
        Assert.Equal((sent.MessageId, "Hello there, 你好"), (seen.Id, seen.Text));
        Assert.Equal(Chat, sent.Conversation);
    }

    [Fact]
    public async Task An_edit_takes_the_place_of_the_text()
    {
        var sent = await SendAsync("Working");
        await EditableAsync();
        var edited = await EditAsync(sent, "Done");
        Assert.Equal(sent, edited);
        Assert.Equal("Done", Assert.Single(await SeenAsync()).Text);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_delivered()
    {
        var sent = await SendAsync("Same words");
        await EditableAsync();
        Assert.Equal(sent, await EditAsync(sent, "Same words"));
        Assert.Equal("Same words", Assert.Single(await SeenAsync()).Text);
    }

    [Fact]
    public async Task An_edit_of_a_deleted_message_makes_a_new_one()
    {
        Assert.SkipUnless(Harness.CanDelete, "Nobody can delete messages here.");
        var sent = await SendAsync("Working");
        await EditableAsync();
        await Harness.DeleteAsync(sent, Stop);
        Assert.Empty(await SeenAsync());
        var anew = await EditAsync(sent, "Done");
        var seen = Assert.Single(await SeenAsync());
        Assert.Equal((anew.MessageId, "Done"), (seen.Id, seen.Text));
    }

    [Fact]
    public async Task Nothing_is_shown_that_may_not_be_sent_any_more()
    {
        using var folder = new FileFolder();
        folder.Write("clip.mp4", 1000);
        var sent = await SendAsync("Working");
        await EditableAsync();
        var late = new OutboundMessage { Text = "Late", BeforeSend = _ => Task.FromException(new LaneLostException()) };
        await Assert.ThrowsAsync<LaneLostException>(() => Platform.EditAsync(sent, late, Stop));
        await Harness.PassAsync(TimeSpan.FromSeconds(5), Stop);
        await Assert.ThrowsAsync<LaneLostException>(() => Platform.SendAsync(Chat, late, Stop));
        await Assert.ThrowsAsync<LaneLostException>(() => Platform.SendFileAsync(Chat, folder.Offer("clip.mp4", "clip.mp4") with { BeforeSend = late.BeforeSend }, Stop));
        Assert.Equal("Working", Assert.Single(await SeenAsync()).Text);
        await Harness.PassAsync(TimeSpan.FromSeconds(5), Stop);
        await EditAsync(sent, "Done");
        Assert.Equal("Done", Assert.Single(await SeenAsync()).Text);
    }

    [Theory]
    [InlineData("<b>bold</b> &amp; </i> <script>alert(1)</script> a < b > c & d &lt;")]
    [InlineData("*a* _b_ **c** __d__ ~~e~~ ||f|| `g` ```h``` [i](http://example.com) \\* \\ end")]
    [InlineData("# no heading\n> no quote\n- no list\n1. no list\n-# small")]
    [InlineData("@everyone @here <@123456789012345678> <@&1> <#2> <:a:3> @somebody_here")]
    [InlineData("مرحبا \u200Fright to left, zero\u200Bwidth, 👩‍👩‍👧 and 漢字")]
    [InlineData("\"quoted\" 'single' {json: [1,2]} $(shell) ${x} %s {0} end")]
    public async Task Hostile_text_is_seen_as_it_was_written(string text)
    {
        var sent = await SendAsync(text);
        Assert.Equal(text, Assert.Single(await SeenAsync()).Text);
        await EditableAsync();
        await EditAsync(sent, text + "!");
        Assert.Equal(text + "!", Assert.Single(await SeenAsync()).Text);
    }

    [Theory]
    [InlineData("plain words, ")]
    [InlineData("<&> *_`~|\\ @here 😀 ")]
    [InlineData("漢字かな交じり文")]
    public async Task A_text_exactly_at_the_limit_is_sent_whole(string pattern)
    {
        var limits = await Platform.GetLimitsAsync(Chat, Stop);
        var text = Fill(pattern, limits.TextLength);
        Assert.InRange(Platform.MeasureText(text), limits.TextLength - 20, limits.TextLength);
        var sent = await SendAsync(text);
        Assert.Equal(text, Assert.Single(await SeenAsync()).Text);
        await EditableAsync();
        var other = text[..^1] + "§";
        await EditAsync(sent, other);
        Assert.Equal(other, Assert.Single(await SeenAsync()).Text);
    }

    [Fact]
    public async Task Running_ends_when_it_is_cancelled()
    {
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        try
        {
            await Platform.RunAsync(Sink, ended.Token).WaitAsync(TimeSpan.FromSeconds(10), Stop);
        }
        catch (OperationCanceledException)
        {
            // Both ways of ending are right.
        }
    }

    private async Task<MessageRef> SendAsync(string text, params Button[] buttons) =>
        Delivered(await Platform.SendAsync(Chat, new OutboundMessage { Text = text, Buttons = buttons }, Stop));

    private async Task<MessageRef> EditAsync(MessageRef target, string text, params Button[] buttons) =>
        Delivered(await Platform.EditAsync(target, new OutboundMessage { Text = text, Buttons = buttons, IsFinal = true }, Stop));

    private Task<IReadOnlyList<SeenMessage>> SeenAsync() => Harness.ReadAsync(Chat, Stop);

    private static MessageRef Delivered(DeliveryResult result) => Assert.IsType<DeliveryResult.Delivered>(result).Message;

    /// <summary>Waits as the engine does between two edits; skips where nothing can be edited.</summary>
    private async Task EditableAsync()
    {
        var limits = await Platform.GetLimitsAsync(Chat, Stop);
        Assert.SkipUnless(limits.CanEdit, "Messages cannot be edited here.");
        await Harness.PassAsync(limits.EditInterval, Stop);
    }

    /// <summary>Repeats the pattern up to the limit as the platform measures it, ends with a word character.</summary>
    private string Fill(string pattern, int limit)
    {
        var runes = pattern.EnumerateRunes().Select(r => r.ToString()).ToArray();
        var text = string.Concat(Enumerable.Repeat(pattern, limit / pattern.Length / 3));
        for (var i = 0; Platform.MeasureText(text + runes[i % runes.Length] + "x") <= limit; i++)
        {
            text += runes[i % runes.Length];
        }

        return text.TrimEnd() + "x";
    }
}
