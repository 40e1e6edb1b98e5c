using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NemoBot.Web.Uploads;

/// <summary>
/// Parses a part's field and file name. Browsers write quotes and line breaks of a name as %22, %0D and %0A (HTML's multipart/form-data
/// encoding), curl writes \" and \\.
/// </summary>
internal static partial class PartNames
{
    public static (string Field, string? FileName) Read(string? disposition)
    {
        if (ContentDispositionHeaderValue.TryParse(disposition, out var header))
        {
            var file = header.FileNameStar.HasValue ? header.FileNameStar.Value : Unquote(header.FileName);
            return (Unquote(header.Name) ?? "", file);
        }

        var field = Name().Match(disposition ?? "");
        var name = FileName().Match(disposition ?? "");
        return (field.Groups[1].Value, name.Success ? Decode(name.Groups[1].Value) : null);
    }

    private static string? Unquote(StringSegment value) =>
        value.HasValue ? Decode(HeaderUtilities.RemoveQuotes(value).Value ?? "") : null;

    private static string Decode(string name) => name
        .Replace("\\\"", "\"", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal)
        .Replace("%22", "\"", StringComparison.Ordinal)
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<=;\s*)name=""((?:[^""\\]|\\.)*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"filename=""((?:[^""\\]|\\.)*)""", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
