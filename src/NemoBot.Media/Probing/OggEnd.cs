namespace NemoBot.Media.Probing;

/// <summary>Finds out that an Ogg file breaks off. It does not say how long it should be, but each of its pages says how large that page is (RFC 3533, 6).</summary>
internal static class OggEnd
{
    private const int PageHeader = 27;
    private const int CountAt = 26;
    private const int MostSegments = 255;
    private const int LargestPage = PageHeader + MostSegments + (MostSegments * MostSegments);

    /// <summary>Its last page is not all there.</summary>
    public static async Task<bool> IsCutAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var end = new byte[Math.Min(file.Length, LargestPage)];
        file.Position = file.Length - end.Length;
        await file.ReadExactlyAsync(end, cancellationToken).ConfigureAwait(false);
        return end.AsSpan().LastIndexOf("OggS"u8) is >= 0 and var last && IsCut(end.AsSpan(last));
    }

    private static bool IsCut(ReadOnlySpan<byte> page)
    {
        if (page.Length < PageHeader || page.Length < PageHeader + page[CountAt])
        {
            return true;
        }

        var size = PageHeader + page[CountAt];
        foreach (var segment in page.Slice(PageHeader, page[CountAt]))
        {
            size += segment;
        }

        return page.Length < size;
    }
}
