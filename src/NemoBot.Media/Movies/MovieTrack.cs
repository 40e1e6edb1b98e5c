using System.Buffers.Binary;
using System.Text;

namespace NemoBot.Media.Movies;

/// <summary>A track as the table of contents of an MP4 describes it.</summary>
/// <param name="Handler"><c>vide</c>, <c>soun</c> or another kind.</param>
/// <param name="Length">What is played of it.</param>
/// <param name="Width">In pixels as shown; 0: no picture.</param>
/// <param name="Height">In pixels as shown; 0: no picture.</param>
internal sealed record MovieTrack(string Handler, TimeSpan Length, int Width, int Height)
{
    private static readonly int[] Upright = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];

    /// <param name="track">What the box <c>trak</c> holds.</param>
    /// <param name="units">Units of the movie per second.</param>
    /// <returns>Null for what FFmpeg has to look at: turned pictures, several edits, unknown versions.</returns>
    public static MovieTrack? Read(ReadOnlyMemory<byte> track, uint units)
    {
        var handler = MovieContents.Find(track, "mdia", "hdlr").Span;
        var clock = MovieContents.Find(track, "mdia", "mdhd").Span;
        var head = MovieContents.Find(track, "tkhd").Span;
        if (handler.Length < 12 || head.Length < 84 || head[0] != 0 || clock.Length < 20 || clock[0] != 0 || units == 0 || Number(clock[12..]) == 0 || !IsUpright(head[40..]))
        {
            return null;
        }

        var kind = Encoding.ASCII.GetString(handler.Slice(8, 4));
        return LengthOf(MovieContents.Find(track, "edts", "elst").Span, Number(clock[16..]), Number(clock[12..]), units, kind) is { } seconds
            ? new MovieTrack(kind, TimeSpan.FromSeconds(seconds), (int)(Number(head[76..]) >> 16), (int)(Number(head[80..]) >> 16))
            : null;
    }

    /// <summary>An edit of sound leaves out what the encoder began with; one of a picture only moves it to where its first frame is shown.</summary>
    private static double? LengthOf(ReadOnlySpan<byte> edits, uint all, uint perSecond, uint units, string kind)
    {
        if (edits.IsEmpty)
        {
            return all / (double)perSecond;
        }

        return edits.Length < 20 || edits[0] != 0 || Number(edits[4..]) != 1 || BinaryPrimitives.ReadInt32BigEndian(edits[12..]) < 0
            ? null
            : Math.Max(0, Math.Min((all - (kind == "soun" ? (double)Number(edits[12..]) : 0)) / perSecond, Number(edits[8..]) / (double)units));
    }

    private static bool IsUpright(ReadOnlySpan<byte> matrix)
    {
        for (var i = 0; i < Upright.Length; i++)
        {
            if (BinaryPrimitives.ReadInt32BigEndian(matrix[(4 * i)..]) != Upright[i])
            {
                return false;
            }
        }

        return true;
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
