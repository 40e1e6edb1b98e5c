using System.Text.RegularExpressions;
using NemoBot.Core.Platforms;

namespace NemoBot.Nemo.Wire;

/// <summary>Masks tokens in text of the service that may end up in a log or a message.</summary>
internal static partial class Redactor
{
    private const int MaxLength = 2000;

    /// <summary>Returns the text without tokens, truncated.</summary>
    public static string? Clean(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var cut = words.Length <= MaxLength ? words : string.Concat(words.AsSpan(0, MaxLength), "…");
        return Bearer().Replace(Secrets.Remove(cut), Secrets.Mask);
    }

    [GeneratedRegex(@"(?<=bearer\s)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bearer();
}
