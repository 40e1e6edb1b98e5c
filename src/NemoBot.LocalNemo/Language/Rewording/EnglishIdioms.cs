using System.Text.Json;
using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Puts idioms into the words that the readers know: "take 2 dB off the voice" is "lower the voice by 2 dB". The patterns are in <c>idioms.en.json</c>.</summary>
/// <remarks>In a pattern {time} is a length in seconds, the group t, and {speech} the speech that begins.</remarks>
internal static partial class EnglishIdioms
{
    // A story is not searched for idioms: the time of reading stays in proportion to the text.
    private const int Longest = 2000;
    private const string Time =
        @"(?<t>(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)[ -]?(?:s|secs?|seconds?))\b";
    private const string Speech =
        "(?:(?:the |my |our |her |his )?(?:voices?|speech|talk(?:ing)?|podcast|speaker|interview|recording|episode|reading|sermon|story|host)"
        + "|me (?:talk|speak)ing|(?:i|we|he|she|they)(?=(?:[’']ll)? (?:start|begin|talk|speak|come)))"
        + "(?:(?:[’']ll)? (?:starts?|begins?|comes? in|kicks? in|enters?|follows?|talks?|speaks?)(?: (?:talking|speaking|in|to talk))?)?"
        + @"(?=\W|$)";

    private static readonly IReadOnlyList<(Regex Pattern, string Words)> All = Load();

    /// <summary>The message without idioms; what is quoted stays.</summary>
    public static string Rewrite(string text)
    {
        if (text.Length > Longest)
        {
            return text;
        }

        var quotes = QuotesIn(text);
        foreach (var (pattern, words) in All)
        {
            var said = pattern.Replace(text, m => quotes.Exists(q => m.Index >= q.Start && m.Index < q.End) ? m.Value : m.Result(words));
            quotes = ReferenceEquals(said, text) ? quotes : QuotesIn(said);
            text = said;
        }

        return text;
    }

    private static List<(int Start, int End)> QuotesIn(string text) => [.. Quoted().Matches(text).Select(m => (m.Index, m.Index + m.Length))];

    // Quotes are found apart: each pattern begins with its own words, by which the engine passes over most messages at once.
    private static List<(Regex Pattern, string Words)> Load()
    {
        using var stream = typeof(EnglishIdioms).Assembly.GetManifestResourceStream(typeof(EnglishIdioms), "idioms.en.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateObject().Select(p => (ToRegex(p.Name), p.Value.GetString()!))];
    }

    private static Regex ToRegex(string pattern) => new(
        pattern.Replace("{time}", Time, StringComparison.Ordinal).Replace("{speech}", Speech, StringComparison.Ordinal),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex("""
        "[^"]*"|“[^”]*”|'[^']*'(?!\w)
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
