using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Reduces the text of a cue to what is read: no markup, no control characters, bounded.</summary>
internal static partial class CaptionText
{
    /// <summary>Removes tags and override blocks, decodes entities, keeps line breaks.</summary>
    public static string Clean(string text)
    {
        var plain = Override().Replace(LineBreakTag().Replace(text, "\n"), "");
        plain = Entity().Replace(Tag().Replace(plain, ""), m => Decode(m.Value));
        return Normalize(plain);
    }

    /// <summary>Removes control characters and surplus white space, keeps line breaks and direction marks.</summary>
    public static string Normalize(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(NormalizeLine).Where(l => l.Length > 0);
        var joined = string.Join('\n', lines);
        return joined.Length <= CaptionLimits.MaxTextLength ? joined : Cut(joined, CaptionLimits.MaxTextLength);
    }

    /// <summary>Cuts raw text before patterns run over it; markup is longer than what it marks.</summary>
    public static string Bound(string raw) => raw.Length <= 8 * CaptionLimits.MaxTextLength ? raw : Cut(raw, 8 * CaptionLimits.MaxTextLength);

    private static string NormalizeLine(string line)
    {
        var clean = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value != 0x3000)
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control and not UnicodeCategory.Surrogate && rune.Value is not 0xFEFF and not 0x200B)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();

    private static string Decode(string entity) => entity.ToLowerInvariant() switch
    {
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        "&quot;" => "\"",
        "&apos;" or "&#39;" => "'",
        "&nbsp;" => " ",
        "&lrm;" => "\u200E",
        "&rlm;" => "\u200F",
        _ => entity,
    };

    /// <summary>Only tags that caption files use: "a &lt; b" and "&lt;3" are text.</summary>
    [GeneratedRegex(@"</?(?:i|b|u|s|c|v|em|strong|font|span|lang|ruby|rt|p|br|\d{1,3}(?::\d{1,2}){1,2}[.,]\d{1,3})(?:[.\s][^<>]{0,200})?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreakTag();

    [GeneratedRegex(@"\{\\[^{}]{0,300}\}")]
    private static partial Regex Override();

    [GeneratedRegex(@"&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#39);", RegexOptions.IgnoreCase)]
    private static partial Regex Entity();
}
