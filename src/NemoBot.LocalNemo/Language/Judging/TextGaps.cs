using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Finds wishes for more or less distance between two texts, which no text is moved for: "the name is too close to the headline, more space".</summary>
internal static partial class TextGaps
{
    private const string Texts = "(?:texts?|titles?|lines?|names?|headlines?|headings?|artists?|subtitle|them|words)";

    /// <summary>True if the clause says nothing else.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        var goesOn = index > 0 && reading.Edits.Contains(new Decline(Inability.TextGap)) && Room().IsMatch(clause.Text);
        if (!goesOn && (reading.Project.Titles.Count < 2 || clause.IsForbidden || !Gap().IsMatch(clause.Text)))
        {
            return false;
        }

        if (!goesOn)
        {
            reading.Add(new Decline(Inability.TextGap), Subject.Title);
        }

        clause.ClaimEverything();
        return true;
    }

    [GeneratedRegex(
        @"\b" + Texts + @"\b.{0,24}\btoo (?:close|near|far|tight)\b(?: (?:together|apart|to each other|from each other)| (?:to|from) (?:the |my )?" + Texts + @"\b)"
        + @"|\b(?:space|distance|room|gap|air|spacing|padding)\b.{0,12}\bbetween (?:the |my |these |those )?(?:\w+ )?" + Texts + @"\b|\b" + Texts + @"\b.{0,12}\b(?:needs?|wants?) (?:a |some |more |a bit of |a little )*(?:space|distance|gap|air)\b"
        + @"|\b(?:space|spread) (?:the |those |these |my )?(?:\w+ )?" + Texts + @" (?:out|apart)\b|\b(?:move|pull|push|put|bring) (?:the |those |these |my |both )*(?:two )?" + Texts + @" (?:further |more |farther |closer |a bit |away )*(?:apart|together)\b"
        + "|(?:两行|两个|标题|名字|文字|字|作者)[^，。]{0,8}(?:离|靠|挨|隔)得?(?:有点|太|好)*(?:近|紧|密|远)|(?:标题|名字|文字|两行字?|两个字)[^，。]{0,8}(?:拉开|隔开|分开|离远)(?:一?点|一?些|距离)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^\W*(?:please |a |bit |little |put |some |with |needs |it |them |add |leave )*(?:more |bigger |wider |less )?(?:space|distance|room|gap|air|apart)\b.{0,16}$|^\W*(?:再|多|要|留)*(?:拉开|隔开|分开|离远)(?:一?点|一?些|距离)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Room();
}
