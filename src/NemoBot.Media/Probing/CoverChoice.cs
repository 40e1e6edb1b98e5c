namespace NemoBot.Media.Probing;

/// <summary>Chooses among embedded pictures: the front cover by its type, else the largest that is not the back of something.</summary>
internal static class CoverChoice
{
    /// <summary>All covers, the best first; broken and enormous ones are left out.</summary>
    public static IEnumerable<ProbeStream> Order(IEnumerable<ProbeStream> streams, long mostPixels) =>
        streams.Where(s => s.IsCover && s is { Codec: not null, Width: > 0, Height: > 0 } && (long)s.Width * s.Height <= mostPixels)
            .OrderBy(Rank)
            .ThenByDescending(s => (long)s.Width * s.Height);

    private static int Rank(ProbeStream cover)
    {
        // FFmpeg reports the type of ID3, FLAC and Vorbis pictures in the comment; Matroska names its attachments.
        var type = cover.Tag("comment") ?? "";
        var name = cover.Tag("filename") ?? "";
        return type.Equals("Cover (front)", StringComparison.OrdinalIgnoreCase) ? 0
            : name.StartsWith("cover.", StringComparison.OrdinalIgnoreCase) ? 0
            : name.StartsWith("cover", StringComparison.OrdinalIgnoreCase) || name.StartsWith("folder", StringComparison.OrdinalIgnoreCase) ? 1
            : type is "" or "Other" ? 2
            : type.Contains("icon", StringComparison.OrdinalIgnoreCase) ? 5
            : type.Contains("back", StringComparison.OrdinalIgnoreCase) ? 4
            : 3;
    }
}
