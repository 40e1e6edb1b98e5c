using System.Text;

namespace NemoBot.Media.Joined;

/// <summary>Walks the pages of an Ogg file. Each link of a chain begins with pages that open its streams.</summary>
internal static class OggChain
{
    private const int PageHeader = 27;
    private const int SegmentCount = 26;
    private const byte Opens = 2;
    private const int NameLength = 7;

    /// <summary>FFmpeg goes on with these by itself when the next link has the same.</summary>
    private static readonly string[] Continued = ["\u0001vorbis", "OpusHea"];

    /// <summary>Where the links begin; one if FFmpeg reads the whole chain by itself.</summary>
    public static async Task<List<long>> FindAsync(FileStream file, CancellationToken cancellationToken)
    {
        List<long> starts = [];
        List<string> codecs = [];
        var page = new byte[PageHeader + byte.MaxValue + NameLength];
        var wasOpening = false;
        for (long at = 0; at + PageHeader < file.Length && starts.Count <= PartFinder.Most;)
        {
            file.Position = at;
            var read = await file.ReadAtLeastAsync(page, page.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var body = PageHeader + page[SegmentCount];
            if (read < body + NameLength || !page.AsSpan().StartsWith("OggS\0"u8))
            {
                break;
            }

            var isOpening = (page[5] & Opens) != 0;
            if (isOpening && !wasOpening)
            {
                starts.Add(at);
                codecs.Add("");
            }

            if (isOpening && codecs.Count > 0)
            {
                codecs[^1] += Encoding.Latin1.GetString(page, body, NameLength);
            }

            wasOpening = isOpening;
            at += body + page[PageHeader..body].Sum(length => length);
        }

        return codecs.Distinct().Count() == 1 && Continued.Contains(codecs[0]) ? starts[..1] : starts;
    }
}
