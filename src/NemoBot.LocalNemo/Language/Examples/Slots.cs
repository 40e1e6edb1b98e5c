using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Examples;

/// <summary>Fills the slots of an example with what a message says.</summary>
internal static partial class Slots
{
    /// <summary>The words with their slots filled: <c>{color|blue}</c> is blue unless the message names a color. Null: the message lacks what a slot needs.</summary>
    public static string? Fill(string words, string message)
    {
        if (!words.Contains('{', StringComparison.Ordinal))
        {
            return words;
        }

        var clean = CleanText.Of(message);
        var tokens = Features.TokensOf(clean);
        var isLacking = false;
        var filled = Slot().Replace(words, slot =>
        {
            var said = tokens.FirstOrDefault(t => Takes(slot.Groups[1].Value, t)) is { } token ? Written(clean, token) : null;
            isLacking |= said is null && !slot.Groups[2].Success;
            return said ?? slot.Groups[3].Value;
        });
        return isLacking ? null : filled;
    }

    private static string Written(string clean, Token token) => token.Kind == TokenKind.Quote ? token.Content : clean.Substring(token.Start, token.Length);

    private static bool Takes(string slot, Token token) => slot switch
    {
        "color" => token.Kind == TokenKind.Color,
        "quote" => token.Kind == TokenKind.Quote,
        "percent" => token.Kind == TokenKind.Percent,
        "number" => token.Kind == TokenKind.Number,
        "time" => token.IsTime,
        "length" => token.Kind == TokenKind.Duration,
        "size" => token.Kind == TokenKind.Megabytes,
        "place" => token.Concept is Concept.Top or Concept.Middle or Concept.Bottom,
        _ => false,
    };

    [GeneratedRegex(@"\{(\w+)(\|([^}]*))?\}")]
    private static partial Regex Slot();
}
