using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Readers;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads 第二个好，就用它: one of several that were never made, as only one is made at a time.</summary>
internal static partial class Choices
{
    /// <summary>Claims the whole message and says so; false if there is more than one of anything that could be meant.</summary>
    public static bool Read(Reading reading, int index)
    {
        if (index > 0 || !Choice().IsMatch(reading.Situation.Text) || HasSeveral(reading))
        {
            return false;
        }

        reading.Clauses.ToList().ForEach(c => c.ClaimEverything());
        reading.Add(new Decline(Inability.Variants));
        return true;
    }

    private static bool HasSeveral(Reading reading) =>
        reading.Project.Clips.Count > 1 || reading.Project.Slides.Count > 1 || reading.Project.Titles.Count > 1 || reading.Situation.Files.Count > 1;

    [GeneratedRegex(
        @"^\W*(?:我?(?:觉得|喜欢|感觉|看)|还是|就|选|要|用|，|,| )*第[一二三四五1-5](?:个|款|种|套)(?:配色|方案|颜色|风格)?(?:最|更|比较|挺)?(?:好看?|不错|可以|顺眼|喜欢|合适)?[，,。 ]*(?:(?:那|就)*(?:用|选|要|定)(?:它|这个|这款|那个|第[一二三四五1-5]个)?)?(?:了|吧|就好|就行|好了)*\W*$"
        + @"|^\W*(?:(?:i|i'd|like|prefer|take|the|let'?s|go|with|use|ok|pick) )*(?:the )?(?:first|second|third|2nd|3rd) (?:one|option|variant)(?: (?:is|looks) (?:best|better|good|nice|great))?(?:[,.]? (?:use|take|go with|keep) (?:it|that|that one))?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Choice();
}
