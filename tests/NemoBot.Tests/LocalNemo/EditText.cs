using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Edits on one line, for tables: what is usual is left out.</summary>
internal static partial class EditText
{
    public static string Of(IEnumerable<Edit> edits) => string.Join(' ', edits.Select(Of));

    private static string Of(Edit edit)
    {
        var json = Regex.Unescape(EditJson.Write([edit])[1..^1]);
        var text = Usual().Replace(json, "").Replace("\"", "", StringComparison.Ordinal).Replace("do:", "", StringComparison.Ordinal).Replace("ast_", "", StringComparison.Ordinal);
        return Long().Replace(text, m => double.Parse(m.Value, CultureInfo.InvariantCulture).ToString("0.###", CultureInfo.InvariantCulture)).Replace("\n", "\\n", StringComparison.Ordinal);
    }

    [GeneratedRegex(",\"(all|isGuess|relative|remove|other)\":false|,\"steps\":1\\b|\"all\":false,?|,\"look\":\\{\\}")]
    private static partial Regex Usual();

    [GeneratedRegex(@"\d+\.\d{4,}")]
    private static partial Regex Long();
}
