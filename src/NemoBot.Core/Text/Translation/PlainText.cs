using System.Text;

namespace NemoBot.Core.Text.Translation;

/// <summary>Takes Markdown's signs away: what is sent to people is plain text. Lists and line breaks stay, links become "label: address".</summary>
internal static class PlainText
{
    /// <summary>One line without its signs.</summary>
    public static string Line(string line)
    {
        var text = line.TrimEnd();
        var start = text.Length - text.TrimStart().Length;
        var (indent, body) = (text[..start], text[start..]);
        body = body.StartsWith('#') && body.TrimStart('#').StartsWith(' ') ? body.TrimStart('#').TrimStart() : body;
        body = body.StartsWith("> ", StringComparison.Ordinal) ? body[2..] : body;
        var mark = body.StartsWith("* ", StringComparison.Ordinal) || body.StartsWith("+ ", StringComparison.Ordinal) ? "- " : "";
        body = mark.Length > 0 ? body[2..] : body;
        return body.Length > 0 && body.Trim('-', '*', '_', '`', ' ').Length == 0 ? "" : indent + mark + WithoutEmphasis(WithPlainLinks(body));
    }

    /// <summary>True for the lines that only open or close a block of code.</summary>
    public static bool IsFence(string line) => line.TrimStart().StartsWith("```", StringComparison.Ordinal);

    private static string WithPlainLinks(string text)
    {
        var result = new StringBuilder();
        var from = 0;
        while (text.IndexOf("](", from, StringComparison.Ordinal) is >= 0 and var middle)
        {
            var open = middle > from ? text.LastIndexOf('[', middle - 1, middle - from) : -1;
            var close = text.IndexOf(')', middle);
            if (open < 0 || close < 0)
            {
                break;
            }

            var isPicture = open > from && text[open - 1] == '!';
            var (label, address) = (text[(open + 1)..middle].Trim('*', '_', ' '), text[(middle + 2)..close].Split(' ')[0]);
            result.Append(text, from, (isPicture ? open - 1 : open) - from);
            result.Append(label.Length == 0 || label == address ? address : $"{label}: {address}");
            from = close + 1;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static string WithoutEmphasis(string text)
    {
        var shield = new ContentShield();
        var result = new StringBuilder();
        var hidden = HideAddresses(text, shield);
        for (var i = 0; i < hidden.Length; i++)
        {
            var c = hidden[i];
            var isDouble = i + 1 < hidden.Length && hidden[i + 1] == c;
            var touches = (i > 0 && !char.IsWhiteSpace(hidden[i - 1])) || (i + 1 < hidden.Length && !char.IsWhiteSpace(hidden[i + 1]));
            var isInWord = i > 0 && i + 1 < hidden.Length && char.IsLetterOrDigit(hidden[i - 1]) && char.IsLetterOrDigit(hidden[i + 1]);
            if ((c is '*' or '~' or '_' && isDouble) || (c is '*' or '_' && touches && !isInWord))
            {
                i += isDouble ? 1 : 0;
                continue;
            }

            if (c != '`')
            {
                result.Append(c);
            }
        }

        return shield.Restore(result.ToString());
    }

    // Only addresses: quotations may hold emphasis too.
    private static string HideAddresses(string text, ContentShield shield) =>
        string.Join(' ', text.Split(' ').Select(w => w.Contains("://", StringComparison.Ordinal) ? shield.Hide(w) : w));
}
