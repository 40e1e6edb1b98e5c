using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Reads "how do I make it vertical": the wish in it is what is to be typed.</summary>
internal static partial class HowTo
{
    /// <summary>The wish that a message asks how to say; null if it asks no such thing.</summary>
    public static string? WishOf(string text) => Asking().Match(CleanText.Of(text)) is { Success: true } match ? match.Groups["wish"].Value.Trim() : null;

    [GeneratedRegex(@"^\W*(?:(?:hi|hey|hello|ok|okay|so|and|but|sorry|quick question|question)\W+)*(?:how (?:do|can|could|would|should) (?:i|you|we|u|one)|how to|what (?:do|should|must) i (?:type|say|write) to)\s+(?:just |actually |go about )?(?<wish>(?!(?:use|delete|start|get started|contact|pay|talk to|work|know|see|find|open|install|download|save|share)\b)[^?.!]{3,80})[?.! ]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
