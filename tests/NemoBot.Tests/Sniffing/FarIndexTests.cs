using NemoBot.Core.Prompting.Uploads;
using Xunit;

namespace NemoBot.Tests.Sniffing;

/// <summary>The index of a recording, which may lie behind all of its sound.</summary>
public sealed class FarIndexTests
{
    private const int Most = 8 * 1024 * 1024;

    [Theory]
    [InlineData("ftyp:12 mdat:70000 moov:20", "ftyp:12 moov:20")]
    [InlineData("moov:20 mdat:30", "moov:20")]
    [InlineData("ftyp:12 mdat:70000", null)]
    [InlineData("moov:8388608", "moov:8388608")]
    [InlineData("moov:8388609", null)]
    [InlineData("ftyp:8388608 moov:20", "moov:20")]
    [InlineData("a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 moov:20", "moov:20")]
    [InlineData("a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 a:8 moov:20", null)]
    public async Task The_index_is_found_behind_other_boxes(string boxes, string? found)
    {
        using var file = new MemoryStream(Write(boxes));
        var index = await FarIndex.ReadAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(found is null ? null : Write(found), index);
    }

    [Fact]
    public async Task A_source_that_cannot_seek_is_left_alone()
    {
        await using var source = new CappedStream(new MemoryStream(Write("moov:20")), Most);
        Assert.False(source.CanSeek);
        Assert.Null(await FarIndex.ReadAsync(source, TestContext.Current.CancellationToken));
        Assert.Equal(0x14, (await ReadHeadAsync(source))[3]);
    }

    private static async Task<byte[]> ReadHeadAsync(Stream source)
    {
        var head = new byte[4];
        await source.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        return head;
    }

    private static byte[] Write(string boxes) =>
    [
        .. boxes.Split(' ').Select(b => b.Split(':')).SelectMany(b =>
        {
            var box = new byte[int.Parse(b[1], System.Globalization.CultureInfo.InvariantCulture)];
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
            System.Text.Encoding.ASCII.GetBytes(b[0].PadRight(4)).CopyTo(box, 4);
            return box;
        }),
    ];
}
