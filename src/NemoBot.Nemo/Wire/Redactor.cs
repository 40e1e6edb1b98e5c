using System.Text.RegularExpressions;

namespace NemoBot.Nemo.Wire;

/// <summary>Takes tokens out of words that the service sent and that may end in a log or a message.</summary>
internal static partial class Redactor
{
    private const int MaxLength = 2000;

    /// <summary>The words without tokens, and not endlessly long.</summary>
    public static string? Clean(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var cut = words.Length <= MaxLength ? words : string.Concat(words.AsSpan(0, MaxLength), "…");
        return Secret().Replace(cut, "***");
    }

    [GeneratedRegex(@"nmv_[A-Za-z]+_[^\s""'<>,;)\]}]+|(?<=bearer\s)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
