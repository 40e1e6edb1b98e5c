using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads questions about two versions: "what changed between version 2 and 3", "compare v1 with v4", 版本2和版本3有什么区别.</summary>
internal static partial class VersionComparison
{
    /// <summary>Adds the question and claims the message; false if it asks something else.</summary>
    public static bool Read(Reading reading)
    {
        var text = reading.Situation.Text;
        if (reading.Edits.OfType<CompareVersions>().Any() || !Comparing().IsMatch(text))
        {
            return false;
        }

        var numbers = Numbers().Matches(text).Select(m => NumberOf(m.Value)).ToList();
        if (numbers.Count is 0 or > 2 || !Versions().IsMatch(text))
        {
            return false;
        }

        reading.Clauses.ToList().ForEach(c => c.ClaimEverything());
        reading.Add(new CompareVersions(numbers[0]) { To = numbers.Count == 2 ? numbers[1] : null }, reading.Situation.Focus);
        return true;
    }

    private static int NumberOf(string said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : 1 + "一二三四五六七八九十".IndexOf(said[0], StringComparison.Ordinal);

    [GeneratedRegex(@"\b(changed|compare|different|differs?|difference|differences)\b|区别|差别|不同|对比|改了|变了|变化|不一样|哪里变|差在哪|差多少", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comparing();

    [GeneratedRegex(@"\b(?:between|since|from|to|with|and)\s+v(?:ersion)?\s?\d|\bcompare (?:the )?(?:v(?:ersions?)?\s?)?\d\s?(?:and|with|to|vs)|版本?\s?\d+\s?(?:和|跟|与|到)|第\s?(?:\d+|[一二三四五六七八九十])\s?(?:版|个版本)\s?(?:和|跟|与|到)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Versions();

    [GeneratedRegex(@"\d{1,3}|(?<=第\s?)[一二三四五六七八九十](?=\s?(?:版|个版本))", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
