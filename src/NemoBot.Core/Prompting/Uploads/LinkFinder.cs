using System.Text.RegularExpressions;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Finds links to media files in what people write.</summary>
internal static partial class LinkFinder
{
    private const int Most = 10;

    /// <summary>Addresses whose path ends like a media file, each once, at most ten.</summary>
    public static IReadOnlyList<Uri> Find(string text) =>
        [.. Address().Matches(text)
            .Select(m => Uri.TryCreate(m.Value.TrimEnd('.', ',', ')', '，', '。'), UriKind.Absolute, out var address) ? address : null)
            .OfType<Uri>()
            .Where(a => Media().IsMatch(a.AbsolutePath))
            .Distinct()
            .Take(Most)];

    [GeneratedRegex(@"https?://[^\s<>""']+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"\.(mp3|wav|m4a|aac|flac|ogg|opus|mp4|mov|avi|webm|mkv|jpe?g|png|gif|webp)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Media();
}
