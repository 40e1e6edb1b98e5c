using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Tests.Support;
using NemoBot.Web.Files;
using NemoBot.Web.Settings;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed class KeepingTests : WebChatTest
{
    [Fact]
    public async Task Forgetting_a_chat_deletes_its_files_and_no_others()
    {
        await using var server = await StartAsync();
        using var form = new Form().Text("hi").File("a.mp3", [1, 2, 3]);
        await SendAsync(server, form);
        var other = new ConversationKey("web", "other");
        await server.Platform.SendFileAsync(other, Offer("v.mp4"), Stop);
        var mine = Sink.Messages.Single().Attachments[0];
        await server.Platform.EraseAsync(Main, Stop);
        await Assert.ThrowsAsync<AttachmentException>(() => server.Platform.OpenAsync(Main, mine, Stop));
        Assert.Equal(2, Folder.Files.Count(f => f.Contains("/files/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Files_go_when_their_time_is_over()
    {
        var time = new ManualTimeProvider();
        await using var server = await WebServer.StartAsync(
            Folder, Sink, Log, time, settings: [("FileRetention", "2.00:00:00"), ("SweepInterval", "01:00:00")]);
        await server.Platform.SendFileAsync(Main, Offer("damaged.mp4"), Stop);
        await File.WriteAllTextAsync(Spooled().Single(f => f.EndsWith("about.json", StringComparison.Ordinal)), "{", Stop);
        await server.Platform.SendFileAsync(Main, Offer("old.mp4"), Stop);
        time.Advance(TimeSpan.FromHours(36));
        await server.Platform.SendFileAsync(Main, Offer("new.mp4"), Stop);
        await time.AdvanceUntilAsync(() => Spooled().Count == 2, TimeSpan.FromHours(1));
        Assert.Contains("new.mp4", await File.ReadAllTextAsync(Spooled().Single(f => f.EndsWith("about.json", StringComparison.Ordinal)), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_message_cannot_be_posted_leaves_no_copy_behind()
    {
        await using var server = await StartAsync();
        var file = Offer("v.mp4") with { DeduplicationKey = "file render_1" };
        var failing = file with { BeforeSend = _ => Task.FromException(new InvalidOperationException("not expected")) };
        await Assert.ThrowsAsync<InvalidOperationException>(() => server.Platform.SendFileAsync(Main, failing, Stop));
        Assert.Empty(Spooled());
        await server.Platform.SendFileAsync(Main, file, Stop);
        Assert.Equal(2, Spooled().Count);
    }

    [Fact]
    public async Task A_file_that_cannot_be_deleted_keeps_no_other()
    {
        var vault = Substitute.For<IFileVault>();
        vault.FindAsync("", default, Stop).ReturnsForAnyArgs(new[] { "a/1", "a/2" }.ToAsyncEnumerable());
        vault.RemoveAsync("a/1", Stop).ThrowsAsync(new UnauthorizedAccessException("read-only"));
        var spool = new FileSpool(Options.Create(new WebChatOptions()), Options.Create(new ClusterOptions()), vault, TimeProvider.System);
        var error = await Assert.ThrowsAsync<AggregateException>(() => spool.RemoveChannelAsync("main", Stop));
        Assert.Single(error.InnerExceptions);
        await vault.Received().RemoveAsync("a/2", Stop);
    }

    [Fact]
    public async Task A_file_of_one_chat_cannot_be_opened_from_another()
    {
        await using var server = await StartAsync();
        using var form = new Form().Text("hi").File("a.mp3", [1, 2, 3]);
        await SendAsync(server, form);
        var error = await Assert.ThrowsAsync<AttachmentException>(
            () => server.Platform.OpenAsync(new ConversationKey("web", "other"), Sink.Messages.Single().Attachments[0], Stop));
        Assert.Equal(AttachmentProblem.Gone, error.Problem);
    }

    private List<string> Spooled() => [.. Folder.Files.Where(f => f.Contains("/files/", StringComparison.Ordinal))];

    private OutboundFile Offer(string name) => new()
    {
        Path = Folder.Write(name, [1, 2, 3]),
        FileName = name,
        MimeType = "video/mp4",
        Size = 3,
    };
}
