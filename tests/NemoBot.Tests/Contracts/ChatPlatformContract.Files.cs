using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Contracts;

public abstract partial class ChatPlatformContract
{
    [Fact]
    public async Task A_file_arrives_byte_for_byte_with_its_name_and_words()
    {
        using var folder = new FileFolder();
        var bytes = folder.Write("clip.mp4", 300_000);
        var sent = Delivered(await Platform.SendFileAsync(Chat, folder.Offer("clip.mp4", "我的 видео.mp4"), Stop));
        var seen = Assert.Single(await SeenAsync());
        Assert.Equal((sent.MessageId, "Title: <b>\"Urban & Dreams\"</b>"), (seen.Id, seen.Text));
        Assert.Equal("我的 видео.mp4", seen.FileName);
        Assert.Equal(bytes, seen.Content);
        Assert.Equal(["Export"], seen.Buttons.Take((await Platform.GetLimitsAsync(Chat, Stop)).Buttons));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_too_large_and_nothing_is_posted()
    {
        var limit = (await Platform.GetLimitsAsync(Chat, Stop)).UploadBytes;
        Assert.SkipUnless(limit < 1L << 40, "There is no limit here.");
        using var folder = new FileFolder();
        folder.WriteSparse("clip.mp4", limit + 1);
        var result = await Platform.SendFileAsync(Chat, folder.Offer("clip.mp4", "clip.mp4"), Stop);
        Assert.InRange(Assert.IsType<DeliveryResult.TooLarge>(result).Limit, 1, limit);
        Assert.Empty(await SeenAsync());
    }

    [Fact]
    public async Task A_file_that_people_send_can_be_opened_again_after_a_restart()
    {
        Assert.SkipUnless(Harness.CanListen, "Nobody can say anything here.");
        var content = new byte[100_000];
        new Random(5).NextBytes(content);
        var id = await Harness.SayAsync(Chat, "make a video", new SaidFile("talk 谈话.mp3", "audio/mpeg", content), Stop);
        var message = await Sink.NextAsync(Stop);
        Assert.Equal((id, "make a video"), (message.MessageId, message.Text));
        var attachment = Assert.Single(message.Attachments);
        Assert.Equal(("talk 谈话.mp3", (long?)content.Length), (attachment.Name, attachment.Size));
        Assert.Equal(content, await ReadAsync(attachment));
        await Harness.RestartAsync(Sink, Stop);
        Assert.Equal(content, await ReadAsync(attachment));
    }

    private async Task<byte[]> ReadAsync(Attachment attachment)
    {
        await using var stream = await Platform.OpenAsync(Chat, attachment, Stop);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Stop);
        return copy.ToArray();
    }

    private sealed class FileFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contract-");

        public byte[] Write(string name, int size)
        {
            var bytes = new byte[size];
            new Random(3).NextBytes(bytes);
            File.WriteAllBytes(Path.Combine(_folder.FullName, name), bytes);
            return bytes;
        }

        public void WriteSparse(string name, long size)
        {
            using var file = File.Create(Path.Combine(_folder.FullName, name));
            file.SetLength(size);
        }

        public OutboundFile Offer(string name, string shownName)
        {
            var path = Path.Combine(_folder.FullName, name);
            return new OutboundFile
            {
                Path = path,
                FileName = shownName,
                MimeType = "video/mp4",
                Size = new FileInfo(path).Length,
                Video = new VideoFacts(1280, 720, TimeSpan.FromSeconds(3), null),
                Caption = "Title: <b>\"Urban & Dreams\"</b>",
                Buttons = [new Button("export:1", "Export", ButtonStyle.Primary)],
            };
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
