using System.Text;
using System.Text.RegularExpressions;
using NemoBot.Core.Links;

namespace NemoBot.LocalNemo.Uploads;

/// <summary>The name of a linked file: as the server states it, else as the address ends.</summary>
internal static partial class LinkName
{
    public static string Of(Uri uri, HttpResponseMessage response) => FileNames.Clean(Stated(response) ?? Addressed(uri));

    private static string? Stated(HttpResponseMessage response)
    {
        var header = response.Content.Headers.ContentDisposition;
        var name = header?.FileNameStar ?? header?.FileName?.Trim('"') ?? Loose(response);

        // Names in an encoding that is not stated are lost.
        return string.IsNullOrWhiteSpace(name) || name.Contains((char)Rune.ReplacementChar.Value, StringComparison.Ordinal) ? null : Uri.UnescapeDataString(name);
    }

    /// <summary>Reads headers that break the rules: blanks without quotes.</summary>
    private static string? Loose(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Disposition", out var values) && FileName().Match(values.ToString()) is { Success: true } match
            ? match.Groups["name"].Value.Trim() : null;

    /// <summary><c>download.php?file=song.mp3</c> is called as its query says.</summary>
    private static string Addressed(Uri uri)
    {
        if (!WebAddresses.IsMedia(uri))
        {
            foreach (var pair in uri.Query.TrimStart('?').Split('&'))
            {
                var value = Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..].Replace('+', ' '));
                if (WebAddresses.EndsLikeMedia(value))
                {
                    return value;
                }
            }
        }

        return Uri.UnescapeDataString(uri.AbsolutePath);
    }

    [GeneratedRegex("""filename\s*=\s*(?:"(?<name>[^"]+)"|(?<name>[^";]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
