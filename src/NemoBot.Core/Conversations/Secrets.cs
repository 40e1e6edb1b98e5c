using System.Text.RegularExpressions;

namespace NemoBot.Core.Conversations;

/// <summary>Keeps tokens that people paste into a chat out of the store, the log and the backend.</summary>
internal static partial class Secrets
{
    /// <summary>What stands in the place of a token.</summary>
    public const string Mask = "nmv_…";

    public static bool IsIn(string text) => Token().IsMatch(text);

    public static string Remove(string text) => Token().Replace(text, Mask);

    [GeneratedRegex(@"nmv_[A-Za-z]{2,8}_[A-Za-z0-9._\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
