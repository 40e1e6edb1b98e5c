using System.Text.RegularExpressions;

namespace NemoBot.Core.Links;

/// <summary>
/// Finds web addresses in what people write: in Chinese text without spaces, behind any punctuation, and within mark-up
/// (<c>&lt;url&gt;</c>, <c>[words](url)</c>, <c>（url）</c>). Without a scheme only addresses of files and of well-known file stores count:
/// <c>www.example.org</c> is often a title.
/// </summary>
public static partial class WebAddresses
{
    private const string Trailing = ".,;:!?'\"*_~|`…";
    private const string Closing = ")]}";
    private const string Opening = "([{";

    /// <summary>The addresses in order of appearance.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Start and length of each address in the text, in UTF-16 code units.</returns>
    public static IReadOnlyList<(int Start, int Length)> Find(string text)
    {
        var found = new List<(int Start, int Length)>();
        for (var match = Candidate().Match(text); match.Success;)
        {
            var length = LengthOf(match.Value);
            var isAddress = length > match.Groups["start"].Length && (!match.Groups["host"].Success || MediaEnd().IsMatch(PathOf(match.Value[..length])));
            if (isAddress)
            {
                found.Add((match.Index, length));
            }

            // Another address may follow within the match.
            match = Candidate().Match(text, match.Index + (isAddress ? length : match.Groups["start"].Length));
        }

        return found;
    }

    /// <summary>The text without its addresses: what is left was written by a person.</summary>
    /// <param name="text">Any text.</param>
    public static string Remove(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text).Reverse().Aggregate(text, (rest, address) => rest.Remove(address.Start, address.Length));
    }

    /// <summary>Reads a found address; one without a scheme is taken as https.</summary>
    /// <param name="address">What <see cref="Find"/> found.</param>
    /// <returns>The address; null if it is none.</returns>
    public static Uri? Read(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Uri.TryCreate(Scheme().IsMatch(address) ? address : "https://" + address, UriKind.Absolute, out var uri) ? uri : null;
    }

    /// <summary>The path ends like a media file.</summary>
    /// <param name="address">An absolute address.</param>
    public static bool IsMedia(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return EndsLikeMedia(Uri.UnescapeDataString(address.AbsolutePath));
    }

    /// <summary>A name ends like that of a media file.</summary>
    /// <param name="name">A name or a path.</param>
    public static bool EndsLikeMedia(string name) => MediaEnd().IsMatch(name);

    private static int LengthOf(string candidate)
    {
        // [words](url) and two addresses in a row end the first one.
        var link = candidate.IndexOf("](", StringComparison.Ordinal);
        var run = link > 0 ? candidate[..link] : candidate;
        run = NextAddress().Match(run) is { Success: true } next ? run[..next.Index] : run;
        var ascii = run.TakeWhile(c => c < 0x80).Count();
        if (ascii < run.Length)
        {
            // 歌曲.mp3做成视频: words go on right behind; the address ends with the file's name, or else where the other script begins.
            run = MediaEnd().IsMatch(PathOf(run[..ascii])) || MediaInside().Match(run) is not { Success: true } media ? run[..ascii] : run[..(media.Index + media.Length)];
        }

        return Trim(run).Length;
    }

    private static string PathOf(string address) => address.Split('?', '#')[0].TrimEnd([.. Trailing, .. Closing]);

    /// <summary>
    /// Drops punctuation at the end, and closing brackets that the address did not open. Brackets are counted once: an address may be
    /// looked at from each of many starts.
    /// </summary>
    private static string Trim(string run)
    {
        Span<int> unopened = stackalloc int[Closing.Length];
        for (var kind = 0; kind < Closing.Length; kind++)
        {
            unopened[kind] = run.AsSpan().Count(Closing[kind]) - run.AsSpan().Count(Opening[kind]);
        }

        var length = run.Length;
        for (; length > 0; length--)
        {
            var kind = Closing.IndexOf(run[length - 1], StringComparison.Ordinal);
            if (kind >= 0 && unopened[kind] > 0)
            {
                unopened[kind]--;
            }
            else if (!Trailing.Contains(run[length - 1], StringComparison.Ordinal))
            {
                break;
            }
        }

        return run[..length];
    }

    [GeneratedRegex(
        @"(?<start>(?:https?|ftps?|sftp)://|(?<![A-Za-z0-9_@./:-])(?:"
        + @"(?:drive\.google\.com|(?:www\.)?dropbox\.com|1drv\.ms|youtu\.be|(?:www\.)?youtube\.com|pan\.baidu\.com|pan\.quark\.cn|we\.tl)/"
        + @"|(?<host>(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}/)))"
        + @"[^\s<>""“”‘’«»（）【】《》「」『』〈〉，。！？；、：\u3000\\^|]{1,2048}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();

    [GeneratedRegex("[,;]https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NextAddress();

    [GeneratedRegex("^[a-z]+://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(
        @"\.("
        + "mp3|wav|m4a|m4b|aac|flac|oga|ogg|opus|wma|aiff?|amr|caf|e?ac3|mka|w64|au|wv|ape|tta|mpc|dts|3ga|m4r|g722"
        + "|mp4|m4v|mov|avi|webm|mkv|mpe?g|mts|m2ts|ts|3gp|3g2|wmv|flv|ogv|vob|m2v|mxf|rmvb|rm|dv"
        + "|jpe?g|jfif|png|gif|webp|bmp|tiff?|hei[cf]|avif|jxl|jp2|tga|exr|srt|vtt|lrc|ass|ssa)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MediaEnd();

    [GeneratedRegex(
        @"\.(mp3|wav|m4a|m4b|aac|flac|oga|ogg|opus|wma|aiff?|mp4|m4v|mov|avi|webm|mkv|jpe?g|png|gif|webp|heic|srt|vtt|lrc)"
        + @"(?![A-Za-z0-9_])([?#][!-~]*)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MediaInside();
}
