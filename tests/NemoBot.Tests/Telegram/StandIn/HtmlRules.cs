using System.Text;
using System.Text.RegularExpressions;

namespace NemoBot.Tests.Telegram.StandIn;

/// <summary>What a client shows of a text in HTML parse mode, with the service's errors for what it cannot parse.</summary>
internal static partial class HtmlRules
{
    private static readonly HashSet<string> Tags =
        ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "tg-spoiler", "blockquote", "span"];

    public static string Show(string text, string? parseMode)
    {
        if (parseMode is null)
        {
            return text;
        }

        // The real server compares the mode in lower case too.
        if (!string.Equals(parseMode, "HTML", StringComparison.OrdinalIgnoreCase))
        {
            throw BotApiError.Bad("unsupported parse_mode");
        }

        var shown = new StringBuilder();
        var open = new Stack<string>();
        for (var i = 0; i < text.Length; i++)
        {
            i = text[i] switch
            {
                '<' => Tag(text, i, open),
                '&' => Entity(text, i, shown),
                _ => Keep(text, i, shown),
            };
        }

        return open.Count == 0
            ? shown.ToString()
            : throw BotApiError.Bad($"can't parse entities: Can't find end tag corresponding to start tag \"{open.Peek()}\"");
    }

    private static int Keep(string text, int i, StringBuilder shown)
    {
        shown.Append(text[i]);
        return i;
    }

    private static int Tag(string text, int i, Stack<string> open)
    {
        var match = TagForm().Match(text, i);
        if (!match.Success || match.Index != i || !Tags.Contains(match.Groups[2].Value.ToLowerInvariant()))
        {
            throw BotApiError.Bad($"can't parse entities: Unsupported start tag \"{match.Groups[2].Value}\" at byte offset {i}");
        }

        var name = match.Groups[2].Value.ToLowerInvariant();
        if (match.Groups[1].Length == 0)
        {
            open.Push(name);
        }
        else if (open.Count == 0 || open.Pop() != name)
        {
            throw BotApiError.Bad($"can't parse entities: Unexpected end tag at byte offset {i}");
        }

        return i + match.Length - 1;
    }

    private static int Entity(string text, int i, StringBuilder shown)
    {
        foreach (var (name, c) in new[] { ("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"') })
        {
            if (string.CompareOrdinal(text, i, name, 0, name.Length) == 0)
            {
                shown.Append(c);
                return i + name.Length - 1;
            }
        }

        return Keep(text, i, shown);
    }

    [GeneratedRegex("<(/?)([a-zA-Z-]+)[^<>]*>")]
    private static partial Regex TagForm();
}
