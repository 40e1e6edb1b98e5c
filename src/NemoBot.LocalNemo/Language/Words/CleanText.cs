using System.Globalization;
using System.Text;

namespace NemoBot.LocalNemo.Language.Words;

/// <summary>A message without what only disturbs: control and direction marks, halves of characters, wide forms of plain letters.</summary>
internal static class CleanText
{
    /// <summary>Cleans it. The result is what titles are taken from.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029)
            {
                clean.Append('\n');
            }
            else if (rune.Value is '\t' or 0x3000 or 0xA0)
            {
                clean.Append(' ');
            }
            else if (rune != Rune.ReplacementChar && Keep(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>The same length in lower case, with wide letters, digits and colons as plain ones and simplified characters: what words are looked up in.</summary>
    public static string Folded(string clean) => RegionalWords.Common(string.Create(clean.Length, clean, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            // U+FF01 to U+FF5E are the wide forms of ASCII; the comma and the like keep their own meaning as breaks.
            target[i] = char.ToLowerInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c == '’' ? '\'' : c >= '\u4E00' ? TraditionalCharacters.Simple(c) : c);
        }
    }));

    /// <summary>The same length and case in simplified characters.</summary>
    public static string Simplified(string clean) =>
        RegionalWords.Common(clean.Any(c => TraditionalCharacters.Simple(c) != c) ? string.Concat(clean.Select(TraditionalCharacters.Simple)) : clean);

    private static bool Keep(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate => false,
        // Of the format characters only the joiners matter to what is seen: they hold emoji and some scripts together.
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => true,
    };
}
