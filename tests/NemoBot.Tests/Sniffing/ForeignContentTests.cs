using System.Text;
using NemoBot.Core.Media;
using NemoBot.Tests.Media;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Sniffing;

public sealed class ForeignContentTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    [Theory]
    [InlineData("PK\u0003\u0004\u0014\0", "songs.zip", "archive")]
    [InlineData("PK\u0003\u0004\u0014\0", "lyrics.docx", "document")]
    [InlineData("Rar!\u001a\u0007\u0001\0", "a.mp3", "archive")]
    [InlineData("\u001f\u008b\u0008\0", "set.als", "project")]
    [InlineData("%PDF-1.7\n", "a", "document")]
    [InlineData("%PDF-1.5\n", "cover.ai", "drawing")]
    [InlineData("MThd\0\0\0\u0006", "song.mp3", "notes")]
    [InlineData("CTENFDAM\u0001p", "song.ncm", "protected")]
    [InlineData("\0\0\0\u0018ftypM4A \0\0\0\0....\0\0\0\u0020stsd\0\0\0\0\0\0\0\u0001\0\0\0\u0010drms\0\0\0\0", "song.m4a", "protected")]
    [InlineData("\0\0\0\u0018ftypcrx \0\0\0\u0001", "a.cr3", "camera-raw")]
    [InlineData("II*\0\u0008\0\0\0\u0001\0\u0012\u00c6\u0001\0\u0004\0\0\0\u0001\u0004\0\0", "a.tif", "camera-raw")]
    [InlineData("\u00ef\u00bb\u00bf\n<!DOCTYPE html>", "song.mp3", "page")]
    [InlineData("<?xml version=\"1.0\"?>\n<svg xmlns=", "logo.png", "drawing")]
    [InlineData("#EXTM3U\n", "a.m3u8", "playlist")]
    [InlineData("\0\u0005\u0016\u0007\0\u0002\0\0", "._song.mp3", "companion")]
    [InlineData("\0\0\0\0", "song.mp3", "zeros")]
    [InlineData("MZ\u0090\0", "setup.exe", "program")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\u002e\u00e0\0\0\u002e\u00e0\u0008", "poster.png", "huge")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0\0\u0004JF\u00ff\u00c2\0\u0011\u0008\u002e\u00e0\u002e\u00e0\u0003", "poster.jpg", "huge")]
    [InlineData("RIFF\u00ff\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\u00e0\u002e\0\u00e0\u002e\0\0", "poster.webp", "huge")]
    public void What_is_no_media_is_named(string content, string name, string expected) =>
        Assert.Equal("file.is." + expected, ForeignContent.Identify(Encoding.Latin1.GetBytes(content), name));

    [Theory]
    [InlineData("ID3\u0003\0\0", "a.mp3")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\u0027\u0010\0\0\u0027\u0010\u0008", "poster.png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0\0\u0004JF\u00ff\u00c2\0\u0011\u0008\u0007\u00e0\u002e\u00e0\u0003", "photo.jpg")]
    [InlineData("\0\0\0\u0018ftypM4A \0\0\0\0....\0\0\0\u0020stsd\0\0\0\0\0\0\0\u0001\0\0\0\u0010mp4a\0\0\0\0", "a.m4a")]
    [InlineData("II*\0\u0008\0\0\0\u0001\0\0\u0001\u0003\0\u0001\0\0\0\u0001\u0004\0\0", "a.tif")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n<i>Hi</i>", "a.srt")]
    public void Media_are_not_called_anything_else(string content, string name) =>
        Assert.Null(ForeignContent.Identify(Encoding.Latin1.GetBytes(content), name));

    [Fact]
    public async Task A_recording_without_its_end_is_called_cut_off()
    {
        var whole = await File.ReadAllBytesAsync(samples.Make("whole.m4a", "-f lavfi -i sine=d=1 -c:a aac"));
        var fast = await File.ReadAllBytesAsync(samples.Make("fast.m4a", "-f lavfi -i sine=d=1 -c:a aac -movflags +faststart"));

        Assert.False(await IsCutOffAsync(whole));
        Assert.False(await IsCutOffAsync(fast));
        Assert.True(await IsCutOffAsync(whole[..^600]));
        Assert.True(await IsCutOffAsync(fast[..300]));
        Assert.False(await IsCutOffAsync(fast[..(fast.Length * 2 / 3)]));
        Assert.False(await IsCutOffAsync(fast[..^20]));
    }

    [Fact]
    public async Task A_refusal_says_what_the_file_is_and_what_to_do()
    {
        await using var chat = await Chat.StartAsync();

        await chat.User("make a waveform video please", files: ("songs.zip", [.. "PK\x03\x04"u8, .. new byte[300]]));
        await chat.See("songs.zip is an archive. Unpack it and send the files that are in it.");

        await chat.User("make a waveform video please", files: ("memo.mp4", [0, 0, 0, 16, .. "ftypmp42"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "mdat"u8, .. new byte[300]]));
        await chat.See("memo.mp4 is cut off: its end is missing.");
        Assert.Empty(chat.Backend.Posted);
    }

    private static async Task<bool> IsCutOffAsync(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await CutOffBoxes.AreInAsync(stream, CancellationToken.None);
    }
}
