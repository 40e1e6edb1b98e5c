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

    private static Uri? ToFile(Uri link) => ShareLinks.ToDownload(link) ?? (!ShareLinks.IsClosed(link) && WebAddresses.IsMedia(link) ? link : null);

    private static string WithoutQuotes(string text) => Quoted().Replace(text, " ");

    private static IEnumerable<Uri> All(string text) =>
        WebAddresses.Find(text).Select(a => Uri.TryCreate(text.Substring(a.Start, a.Length), UriKind.Absolute, out var address) ? address : null).OfType<Uri>();

    [GeneratedRegex("""("[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》|(?<=^|\s)'[^']*')""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
