using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>Files in both directions.</summary>
public sealed class FileTests : TelegramTest
{
    [Theory]
    [InlineData("audio", "talk.mp3", "audio/mpeg", "talk.mp3")]
    [InlineData("voice", "x", "audio/ogg", "voice-*.ogg")]
    [InlineData("video", "clip.mov", "video/quicktime", "clip.mov")]
    [InlineData("video_note", "x", null, "video-note-*.mp4")]
    [InlineData("document", "lyrics.srt", "application/x-subrip", "lyrics.srt")]
    [InlineData("animation", "fun.mp4", "video/mp4", "fun.mp4")]
    [InlineData("photo", "x", null, "photo-*.jpg")]
    public async Task Every_kind_of_file_is_taken(string kind, string name, string? mime, string expected)
    {
        await StartAsync();
        var file = Server.AddFile(name, mime ?? "", [1, 2, 3, 4]);
        var message = TelegramStandIn.With(Server.Compose(Ana), kind, file);
        if (kind == "animation")
        {
            TelegramStandIn.With(message, "document", file);
        }

        message["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["sender_user_name"] = "Somebody", ["date"] = 1 };
        var id = Server.Say(message);
        var attachment = Assert.Single((await Sink.NextAsync(Stop)).Attachments);
        Assert.Equal(expected.Replace("*", id, StringComparison.Ordinal), attachment.Name);
        await using var stream = await Bot.Platform.OpenAsync(Key(Ana), attachment, Stop);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Stop);
        Assert.Equal([1, 2, 3, 4], copy.ToArray());
    }

    [Fact]
    public async Task The_size_is_checked_before_the_service_is_asked()
    {
        var file = Server.AddFile("long.mp3", "audio/mpeg", [1], size: (20 << 20) + 1);
        var error = await Assert.ThrowsAsync<AttachmentException>(
            () => Bot.Platform.OpenAsync(Key(Ana), new Attachment("long.mp3", null, file.Size, file.Id + " u"), Stop));
        Assert.Equal((AttachmentProblem.TooLarge, 20 << 20), (error.Problem, error.Limit));
        Assert.Empty(Server.CallsTo("getFile"));
        error = await Assert.ThrowsAsync<AttachmentException>(
            () => Bot.Platform.OpenAsync(Key(Ana), new Attachment("long.mp3", null, null, file.Id + " u"), Stop));
        Assert.Equal(AttachmentProblem.TooLarge, error.Problem);
        error = await Assert.ThrowsAsync<AttachmentException>(
            () => Bot.Platform.OpenAsync(Key(Ana), new Attachment("gone.mp3", null, 1, "nowhere u"), Stop));
        Assert.NotEqual(AttachmentProblem.TooLarge, error.Problem);
    }

    [Fact]
    public async Task A_path_that_expired_is_asked_for_again()
    {
        var file = Server.AddFile("a.mp3", "audio/mpeg", [9, 9]);
        var asked = 0;
        Server.Delay = (method, _) =>
        {
            asked += method == "getFile" ? 1 : 0;
            return Task.CompletedTask;
        };
        Server.Override = (method, _) => method == "getFile" && asked == 1
            ? (200, """{"ok":true,"result":{"file_id":"x","file_unique_id":"u","file_path":"expired/file.bin"}}""")
            : null;
        await using var stream = await Bot.Platform.OpenAsync(Key(Ana), new Attachment("a.mp3", null, 2, file.Id + " u"), Stop);
        Assert.Equal(9, stream.ReadByte());
        Assert.Equal(2, asked);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(9, false)]
    public async Task A_download_that_breaks_is_read_on_and_not_for_ever(int breaks, bool arrives)
    {
        var content = new byte[300_000];
        Random.Shared.NextBytes(content);
        var file = Server.AddFile("a.mp3", "audio/mpeg", content);
        Server.BrokenDownloads = breaks;
        await using var stream = await Bot.Platform.OpenAsync(Key(Ana), new Attachment("a.mp3", null, content.Length, file.Id + " u"), Stop);
        using var copy = new MemoryStream();
        if (arrives)
        {
            await stream.CopyToAsync(copy, Stop);
            Assert.Equal(content, copy.ToArray());
        }
        else
        {
            var error = await Assert.ThrowsAsync<AttachmentException>(() => stream.CopyToAsync(copy, Stop));
            Assert.Equal(AttachmentProblem.Unreachable, error.Problem);
        }
    }

    [Fact]
    public async Task A_video_goes_with_all_that_a_player_wants_to_know()
    {
        using var folder = new VideoFolder();
        Delivered(await Bot.Platform.SendFileAsync(Key(Ana), folder.Video(), Stop));
        var message = Assert.Single(Server.Messages(Ana));
        Assert.Equal(("video", "Моё видео 我的.mp4", "Title: \"A & B\"", 500), (message.Kind, message.File!.Name, message.Text, message.Thumbnail!.Length));
        var fields = message.Fields;
        Assert.Equal((1280, 720, 12, true), ((long)fields["width"]!, (long)fields["height"]!, (long)fields["duration"]!, (bool)fields["supports_streaming"]!));
        Assert.Equal("export:v1", message.Buttons.Single().Data);
    }

    [Fact]
    public async Task A_thumbnail_that_is_too_large_is_left_out()
    {
        using var folder = new VideoFolder();
        Delivered(await Bot.Platform.SendFileAsync(Key(Ana), folder.Video(posterSize: 200_001), Stop));
        Assert.Null(Assert.Single(Server.Messages(Ana)).Thumbnail);
    }

    [Fact]
    public async Task A_file_that_the_service_finds_too_large_says_so_with_a_smaller_limit()
    {
        Server.LargestBody = 500_000;
        using var folder = new VideoFolder();
        var result = await Bot.Platform.SendFileAsync(Key(Ana), folder.Video(size: 2_000_000), Stop);
        Assert.InRange(Assert.IsType<DeliveryResult.TooLarge>(result).Limit, 1, 1_900_000);
        Assert.Empty(Server.Messages(Ana));
    }

    [Theory]
    [InlineData("image/png", "picture", "photo")]
    [InlineData("image/jpeg", "wide and low", "document")]
    [InlineData("image/webp", "picture", "document")]
    [InlineData("text/plain", "words", "document")]
    public async Task Pictures_are_shown_where_the_service_takes_them(string mime, string content, string kind)
    {
        using var folder = new VideoFolder();
        var file = new OutboundFile
        {
            Path = folder.Write("timeline", System.Text.Encoding.UTF8.GetBytes(content)),
            FileName = "a\"b\\c/d\r\n.png",
            MimeType = mime,
            Size = content.Length,
        };
        Delivered(await Bot.Platform.SendFileAsync(Key(Ana), file, Stop));
        var message = Assert.Single(Server.Messages(Ana));
        Assert.Equal((kind, content), (message.Kind, System.Text.Encoding.UTF8.GetString(message.File!.Content)));
        Assert.Equal("a_b_c_d__.png", message.File.Name);
        Assert.False(message.Fields.ContainsKey("parse_mode") || message.Fields.ContainsKey("caption"));
    }

    [Fact]
    public async Task Where_videos_are_forbidden_a_document_is_sent_and_where_that_is_too_the_chat_is_not_given_up()
    {
        using var folder = new VideoFolder();
        Server.AddChat(Group, "supergroup").ForbiddenKinds.Add("video");
        Delivered(await Bot.Platform.SendFileAsync(Key(Group), folder.Video(), Stop));
        Assert.Equal("document", Assert.Single(Server.Messages(Group)).Kind);
        Server.AddChat(-9, "supergroup").ForbiddenKinds.UnionWith(["video", "document"]);
        Assert.IsType<DeliveryResult.Refused>(await Bot.Platform.SendFileAsync(Key(-9), folder.Video(), Stop));
        Delivered(await SendAsync(Key(-9), "words"));
    }
}
