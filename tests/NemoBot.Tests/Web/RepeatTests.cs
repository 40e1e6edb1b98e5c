using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Web;

/// <summary>What was posted right before a crash is posted again by the next process: it is recognized by its key.</summary>
public sealed class RepeatTests : WebChatTest
{
    [Fact]
    public async Task A_repeated_message_is_the_first_one_with_the_newer_words()
    {
        await using var server = await StartAsync();
        var first = await server.Platform.SendAsync(Main, new OutboundMessage { Text = "Queued", DeduplicationKey = "status 1" }, Stop);
        await server.Platform.SendAsync(Main, new OutboundMessage { Text = "another", DeduplicationKey = "status 2" }, Stop);
        var again = await server.Platform.SendAsync(Main, new OutboundMessage { Text = "Working", DeduplicationKey = "status 1" }, Stop);
        Assert.Equal(first, again);
        await server.Platform.EditAsync(((DeliveryResult.Delivered)again).Message, new OutboundMessage { Text = "Still working" }, Stop);
        Assert.Equal(first, await server.Platform.SendAsync(Main, new OutboundMessage { Text = "Done", DeduplicationKey = "status 1" }, Stop));
        Assert.Equal(["Done", "another"], (await HistoryAsync(server)).Select(m => m.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_repeated_file_is_kept_once()
    {
        await using var server = await StartAsync();
        var path = Path.Combine(Directory.CreateTempSubdirectory("nemobot-repeat-").FullName, "a.mp4");
        await File.WriteAllTextAsync(path, "video", Stop);
        var file = new OutboundFile { Path = path, FileName = "a.mp4", MimeType = "video/mp4", Size = 5, DeduplicationKey = "file render_1" };
        var first = await server.Platform.SendFileAsync(Main, file, Stop);
        Assert.Equal(first, await server.Platform.SendFileAsync(Main, file, Stop));
        Assert.NotEqual(first, await server.Platform.SendFileAsync(Main, file with { DeduplicationKey = "file render_2" }, Stop));
        Assert.Equal(2, (await HistoryAsync(server)).Count);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
