using System.Text;
using NemoBot.Media.Ogg;

namespace NemoBot.Media.Joined;

/// <summary>Walks the pages of an Ogg file. Each link of a chain begins with pages that open its streams.</summary>
internal static class OggChain
{
    private const int NameLength = 7;

    /// <summary>FFmpeg goes on with these by itself when the next link has the same.</summary>
    private static readonly string[] Continued = ["\u0001vorbis", "OpusHea"];

    /// <summary>Where the links begin; one if FFmpeg reads the whole chain by itself.</summary>
    public static async Task<List<long>> FindAsync(FileStream file, CancellationToken cancellationToken)
    {
        List<long> starts = [];
        List<string> codecs = [];
        var name = new byte[NameLength];
        var wasOpening = false;
        for (long at = 0; at < file.Length && starts.Count <= PartFinder.Most;)
        {
            file.Position = at;
            if (await OggHeader.ReadAsync(file, cancellationToken).ConfigureAwait(false) is not { } page
                || await file.ReadAtLeastAsync(name, NameLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < NameLength)
            {
                break;
            }

            var isOpening = page.Opens;
            if (isOpening && !wasOpening)
            {
                starts.Add(at);
                codecs.Add("");
            }

            if (isOpening && codecs.Count > 0)
            {
                codecs[^1] += Encoding.Latin1.GetString(name);
            }

            wasOpening = isOpening;
            at += page.Length + page.BodyLength;
        }

        return codecs.Distinct().Count() == 1 && Continued.Contains(codecs[0]) ? starts[..1] : starts;
    }
}
