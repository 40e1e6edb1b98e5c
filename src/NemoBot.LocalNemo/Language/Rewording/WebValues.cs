using System.Globalization;
using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Reads values as style sheets write them: rgb(0,128,255), 48px, "font size 72".</summary>
internal static partial class WebValues
{
    // Sizes in pixels are thought of on a Full HD screen.
    private const double ShortSide = 1080;
    private const int Longest = 300;

    /// <summary>The message with colors in hexadecimal and sizes as a part of the picture.</summary>
    public static string Resolve(string text)
    {
        if (text.Length > Longest || !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return text;
        }

        text = Rgb().Replace(text, Hexadecimal);
        return FontSize().Replace(text, m => string.Create(CultureInfo.InvariantCulture, $"size {100 * int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) / ShortSide:0.#}%"));
    }

    private static string Hexadecimal(Match match)
    {
        List<int> parts = [Part(match, "r"), Part(match, "g"), Part(match, "b")];
        return parts.Exists(p => p > byte.MaxValue) ? match.Value : string.Concat(parts.Select(p => p.ToString("x2", CultureInfo.InvariantCulture)).Prepend("#"));
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\brgba? ?[(:]? ?(?<r>\d{1,3})[, ] ?(?<g>\d{1,3})[, ] ?(?<b>\d{1,3})(?:, ?[\d.]+)?\)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rgb();

    [GeneratedRegex(
        @"\b(?:(?:font|text|letter|type) ?-?size|size|字号)(?: ?(?:to|of|at|is|=|:|should be|为|改成|调到|设为))? ?(?<n>[1-9]\d{1,2})(?: ?(?:px|pt|pts|points?|pixels?|号))?(?![\d.:%]| ?(?:%|percent|x\b|times))|(?<=\b(?:title|text|heading|headline|captions?|subtitles?|font|letters)\b[^.;!?]{0,20})\b(?:in |at |to )?(?<n>[1-9]\d{1,2}) ?(?:px|pt|pts|points?|pixels?)(?: (?:font|size|big|high|tall|text|letters))?(?! (?:lower|higher|up|down|left|right|thick|wide|from|to the|more|bigger|smaller|outline|border|margin|further))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FontSize();
}
