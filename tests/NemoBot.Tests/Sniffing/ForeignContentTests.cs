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

    [Theory]
    [InlineData("1F 8B 08", "a", "archive")]
    [InlineData("FD '7zXZ'", "a", "archive")]
    [InlineData("28 B5 2F FD", "a", "archive")]
    [InlineData("'PK' 03 04", "a", "archive")]
    [InlineData("'Rar!' 1A 07", "a", "archive")]
    [InlineData("'7z' BC AF", "a", "archive")]
    [InlineData("'BZh1' '1AY'", "a", "archive")]
    [InlineData("'BZh9' '1AY'", "a", "archive")]
    [InlineData("..*257 'ustar' ..", "a", "archive")]
    [InlineData("'PK' 03 04", "a.apk", "program")]
    [InlineData("'PK' 03 04", "a.sketch", "drawing")]
    [InlineData("'PK' 03 04", "a.ncm", "protected")]
    [InlineData("'PK' 03 04", "a.raf", "camera-raw")]
    [InlineData("D0 CF 11 E0", "a", "document")]
    [InlineData("D0 CF 11 E0", "a.msi", "program")]
    [InlineData("'{' '\\rtf'", "a", "document")]
    [InlineData("'%!PS'", "a", "drawing")]
    [InlineData("'gimp' 20 'xcf'", "a", "drawing")]
    [InlineData("'MThd'", "a", "notes")]
    [InlineData("'FLhd'", "a", "project")]
    [InlineData("'<REAPER_PROJECT'", "a", "project")]
    [InlineData("'SQLite' 20 'format' 20 '3'", "a.aup3", "project")]
    [InlineData("'CTENFDAM'", "a", "protected")]
    [InlineData("'yeelion-kuwo'", "a", "protected")]
    [InlineData("7C D5 32 EB 86 02 7F 4B", "a", "protected")]
    [InlineData("05 28 BC 96 E9 E4 5A 43", "a", "protected")]
    [InlineData("..*4 57 90 75 36", "a", "protected")]
    [InlineData("..*4 'ftypaax' 20", "a", "protected")]
    [InlineData("..*4 'ftyp' ..*4 'stsd' ..*12 'drms'", "a", "protected")]
    [InlineData("..*4 'ftyp' ..*4 'stsd' ..*12 'drmi'", "a", "protected")]
    [InlineData("..*4 'ftyp' ..*4 'stsd' ..*12 'enca'", "a", "protected")]
    [InlineData("..*4 'ftyp' ..*4 'stsd' ..*12 'encv'", "a", "protected")]
    [InlineData("'FUJIFILMCCD-RAW'", "a", "camera-raw")]
    [InlineData("'IIRO'", "a", "camera-raw")]
    [InlineData("'IIRS'", "a", "camera-raw")]
    [InlineData("'IIU' 00", "a", "camera-raw")]
    [InlineData("'FOVb'", "a", "camera-raw")]
    [InlineData("..*4 'ftypcrx' 20 ..", "a", "camera-raw")]
    [InlineData("'II*' 00 ..*4 'CR' ..", "a", "camera-raw")]
    [InlineData("'MZ'", "a.exe", "program")]
    [InlineData("'MZ'", "a.msi", "program")]
    [InlineData("'MZ'", "a.DLL", "program")]
    [InlineData("'MZ'", "a.scr", "program")]
    [InlineData("7F 'ELF'", "a", "program")]
    [InlineData("00 05 16 07", "a", "companion")]
    [InlineData("'<svg'", "a", "drawing")]
    [InlineData("'<?xml' .. '<SVG'", "a", "drawing")]
    public void All_of_a_mark_counts(string mark, string name, string expected)
    {
        var head = Heads.Of(mark);
        var key = "file.is." + expected;
        Assert.Equal(key, ForeignContent.Identify(head, name));
        Assert.NotEqual(key, ForeignContent.Identify(head.AsSpan(0, head.Length - 1), name));
        foreach (var at in Heads.Marked(mark))
        {
            var other = head.ToArray();
            other[at] ^= 0x80;
            Assert.True(key != ForeignContent.Identify(other, name), $"byte {at} does not count");
        }
    }

    [Theory]
    [InlineData("'BZh' .. '1AY'", "a", null)]
    [InlineData("'BZh0' '1AY'", "a", null)]
    [InlineData("'SQLite' 20 'format' 20 '3'", "a.db", null)]
    [InlineData("..*4 'ftyp' ..*4 'stsd' ..*12 'mp4astsd' ..*12 'encv'", "a", "protected")]
    [InlineData("..*4 'ftyp' ..*4 'stsd' ..*8 'stsd' ..*12 'encv'", "a", "protected")]
    [InlineData("'II*' 00 08 00*3 01 00 12 C6 ..*10", "a", "camera-raw")]
    [InlineData("'MM' 00 '*' 00*3 08 00 01 C6 12 ..*10", "a", "camera-raw")]
    [InlineData("'II*' 00 0A 00*3 ..*2 02 00 ..*12 12 C6 ..*10", "a", "camera-raw")]
    [InlineData("'MM' 00 '*' 00*3 08 00 02 ..*12 C6 12 ..*10", "a", "camera-raw")]
    [InlineData("'MM' 00 '*' 00*3 08 00 01 ..*12 C6 12 ..*10", "a", null)]
    [InlineData("'MM' 00 '*' 00*3 08 00 00 C6 12 ..*10", "a", null)]
    [InlineData("'MM' 00 '*' FF*4 00 01 C6 12 ..*10", "a", null)]
    [InlineData("'MM' 00 '*' 00*3", "a", null)]
    [InlineData("'MZ'", "a.mp3", null)]
    [InlineData("00", "a", "zeros")]
    [InlineData("", "a", null)]
    [InlineData("'<!DOCTYPE' 20 'html'", "a", "page")]
    [InlineData("20 09 0D 0A '<html'", "a", "page")]
    [InlineData("'#extm3u'", "a", "playlist")]
    [InlineData("'[playlist]'", "a", "playlist")]
    [InlineData("'<asx'", "a", "playlist")]
    [InlineData("'<?xml' ..*247 '<svg'", "a", "drawing")]
    [InlineData("'<?xml' ..*248 '<svg'", "a", null)]
    [InlineData("'xml' .. '<svg'", "a", null)]
    [InlineData("89 'PNG' 0D 0A 1A 0A ..*8 00*2 27 11 00*2 27 10 ..", "a", "huge")]
    [InlineData("89 'PNG' 0D 0A 1A 0A ..*8 00*2 27 10 00*2 27 10 ..", "a", null)]
    [InlineData("'RIFF' ..*4 'WEBPVP8X' ..*8 FF FF 00 F4 05 00 ..", "a", null)]
    [InlineData("'RIFF' ..*4 'WEBPVP8X' ..*8 FF FF 00 F5 05 00 ..", "a", "huge")]
    [InlineData("'RIFF' ..*4 'WEBPVP8X' ..*8 F5 05 00 FF FF 00 ..", "a", "huge")]
    [InlineData("'RIFF' ..*4 'WEBPVP8X' ..*8 00 00 01 F5 05 00 ..", "a", "huge")]
    [InlineData("'RIFF' ..*4 'WEBPVP8X' ..*8 F5 05 00 00 00 01 ..", "a", "huge")]
    [InlineData("FF D8 FF C0 ..*3 27 11 27 10 ..", "a", "huge")]
    [InlineData("FF D8 FF CF ..*3 27 10 27 11 ..", "a", "huge")]
    [InlineData("FF D8 FF C0 ..*3 27 10 27 10 ..", "a", null)]
    [InlineData("FF D8 FF C0 ..*3 27 11 27 10", "a", null)]
    [InlineData("'RIFF' ..*4 'WEBPVP8' 20 ..*8 FF*6 ..", "a", null)]
    [InlineData("'RIFX' ..*4 'WEBPVP8X' ..*8 FF*6 ..", "a", null)]
    [InlineData("'RIFF' ..*4 'WEBPVP8X' ..*8 FF*6", "a", null)]
    [InlineData("89 'PNH' 0D 0A 1A 0A ..*8 FF*8 ..", "a", null)]
    [InlineData("89 'PNG' 0D 0A 1A 0A ..*8 00 FF*7", "a", null)]
    [InlineData("FF D8 FF BF ..*3 27 11 27 10 ..", "a", null)]
    [InlineData("FF D8 FF C4 ..*3 27 11 27 10 ..", "a", null)]
    [InlineData("FF D8 FF C8 ..*3 27 11 27 10 ..", "a", null)]
    [InlineData("FF D8 FF CC ..*3 27 11 27 10 ..", "a", null)]
    [InlineData("FF D8 FF D0 ..*3 27 11 27 10 ..", "a", null)]
    [InlineData("FF D8 FF E0 00 05 ..*3 FF C2 ..*3 27 11 27 10 ..", "a", "huge")]
    [InlineData("FF D8 FF E0 00 05 ..*3 FE C2 ..*3 27 11 27 10 ..", "a", null)]
    public void What_stands_where_and_what_it_is_called_decides(string head, string name, string? expected) =>
        Assert.Equal(expected is null ? null : "file.is." + expected, ForeignContent.Identify(Heads.Of(head), name));

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
