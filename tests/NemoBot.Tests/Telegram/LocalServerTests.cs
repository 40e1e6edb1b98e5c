using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>The operator's own Bot API server in local mode.</summary>
public sealed class LocalServerTests : TelegramTest
{
    private protected override void Configure(Dictionary<string, string?> settings) => settings["LocalServer"] = "true";

    [Fact]
    public async Task Files_are_read_from_its_disk_without_a_limit()
    {
        using var folder = new VideoFolder();
        (Server.IsLocal, Server.LocalFolder) = (true, folder.Path);
        var file = Server.AddFile("huge.mp4", "video/mp4", [5, 6], size: 900L << 20);
        Assert.Null((await Bot.Platform.GetLimitsAsync(Key(Ana), Stop)).DownloadBytes);
        await using var stream = await Bot.Platform.OpenAsync(Key(Ana), new Attachment("huge.mp4", null, file.Size, file.Id + " u"), Stop);
        Assert.Equal(5, stream.ReadByte());
    }

    [Fact]
    public async Task Files_are_given_to_it_by_their_path_and_thumbnails_as_bytes()
    {
        using var folder = new VideoFolder();
        Server.IsLocal = true;
        Assert.Equal(2_000_000_000, (await Bot.Platform.GetLimitsAsync(Key(Ana), Stop)).UploadBytes);
        Delivered(await Bot.Platform.SendFileAsync(Key(Ana), folder.Video(), Stop));
        var message = Assert.Single(Server.Messages(Ana));
        Assert.StartsWith("file:///", (string)message.Fields["video"]!, StringComparison.Ordinal);
        Assert.Equal((1000, 500), (message.File!.Content.Length, message.Thumbnail!.Length));
    }

    [Fact]
    public async Task A_server_that_cannot_read_our_folder_is_sent_the_bytes()
    {
        using var folder = new VideoFolder();
        Delivered(await Bot.Platform.SendFileAsync(Key(Ana), folder.Video(), Stop));
        Assert.Equal(1000, Assert.Single(Server.Messages(Ana)).File!.Content.Length);
        Assert.Equal([400, 200], Server.CallsTo("sendVideo").Select(c => c.Status));
    }
}
