using System.Text.RegularExpressions;
using NemoBot.Core.Links;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Finds links in what people write and tells which of them lead to a file.</summary>
internal static partial class LinkFinder
{
    private const int Most = 10;

    /// <summary>Links to files, each once, at most ten: those that end like a media file, and share links as their downloads.</summary>
    public static IReadOnlyList<Uri> Find(string text) => [.. All(text).Select(ToFile).OfType<Uri>().Distinct().Take(Most)];

    /// <summary>Links that nothing can be fetched from; one within a quoted text is part of that text.</summary>
    public static IReadOnlyList<Uri> FindUnusable(string text) => [.. All(WithoutQuotes(text)).Where(a => ToFile(a) is null).Distinct().Take(Most)];

    /// <summary>
    /// Whether a link that does not end like a file may still lead to one. Only a service that looks at what it fetches can tell.
    /// </summary>
    public static bool MayBeFile(Uri link) =>
        IsWeb(link) && !ShareLinks.IsClosed(link) && link.PathAndQuery.Length > 1 && !PageEnd().IsMatch(link.PathAndQuery);

    /// <summary>Whether it has a scheme that files are fetched by.</summary>
    public static bool IsWeb(Uri link) => link.Scheme is "http" or "https";

    private static Uri? ToFile(Uri link) =>
        !IsWeb(link) ? null : ShareLinks.ToDownload(link) ?? (!ShareLinks.IsClosed(link) && WebAddresses.IsMedia(link) ? link : null);

    private static string WithoutQuotes(string text) => Quoted().Replace(text, " ");

    private static IEnumerable<Uri> All(string text) =>
        WebAddresses.Find(text).Select(a => WebAddresses.Read(text.Substring(a.Start, a.Length))).OfType<Uri>();

    [GeneratedRegex(@"(/|\.(xhtml|aspx?|jsp|php))$|\.html?(\?|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageEnd();

    [GeneratedRegex("""("[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|(?<=^|\s)'[^']*')""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
