using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>
/// Rewrites Chinese idioms whose parts mean something else by themselves: 掐头5秒 takes 5 seconds off the start. Quoted texts stay as they are.
/// The patterns are in <c>idioms.zh.json</c>, each with something that is said; {time} in one is a length.
/// </summary>
internal static partial class ChineseIdioms
{
    // Longer texts are pasted, not said; the rules look at every place several times.
    private const int Longest = 1000;
    private const string Time = @"(?<t>[\d.一二两三四五六七八九十半]+(?:个)?(?:秒钟?|分钟?|s))";

    /// <summary>Every rule works on folded text and never needs more than one pass.</summary>
    public static IReadOnlyList<(string Said, Regex Pattern, string Words)> All { get; } = Load();

    /// <summary>The message in plain words.</summary>
    public static string Rewrite(string text) => text.Length > Longest || !text.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? text
        : All.Aggregate(text, (said, idiom) => Replace(said, idiom.Pattern, idiom.Words));

    private static List<(string Said, Regex Pattern, string Words)> Load()
    {
        using var stream = typeof(ChineseIdioms).Assembly.GetManifestResourceStream(typeof(ChineseIdioms), "idioms.zh.json")!;
        using var document = JsonDocument.Parse(stream);
        string Value(JsonElement rule, string key) => rule.GetProperty(key).GetString()!;
        return [.. document.RootElement.EnumerateArray().Select(r => (Value(r, "said"), new Regex(Value(r, "pattern").Replace("{time}", Time, StringComparison.Ordinal), RegexOptions.CultureInvariant), Value(r, "words")))];
    }

    private static string Replace(string text, Regex idiom, string plain)
    {
        var matches = idiom.Matches(CleanText.Folded(text)).Where(m => !IsQuoted(text, m.Index)).ToList();
        if (matches.Count == 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var match in matches)
        {
            // What is taken over keeps the letters as they were written.
            result.Append(text, at, match.Index - at).Append(Part().Replace(plain, p => match.Groups[p.Groups["name"].Value] is { Success: true } part ? text.Substring(part.Index, part.Length) : ""));
            at = match.Index + match.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)\}")]
    private static partial Regex Part();

    private static bool IsQuoted(string text, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (QuoteScanner.FindEnd(text, i) is > 0 and var end)
            {
                if (end > index)
                {
                    return true;
                }

                i = end;
            }
        }

        return false;
    }
}
