using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads 到1分钟就停, 40秒那里截断: the moment at which the video ends; what is before it stays.</summary>
internal static partial class StopMoments
{
    /// <summary>Reads and claims the clause; false if it says no such moment.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        if (Stop().Match(clause.Text) is not { Success: true } stop || clause.Tokens.Where(t => t.IsTime).ToList() is not [var moment]
            || IsEndOfPart(clause, reading, stop.Groups["hard"].Success))
        {
            return false;
        }

        // 音乐放到30秒就停 is read before; 到30秒就停 after it may be about either.
        reading.IsDoubtful |= reading.Focus is not (Subject.None or Subject.Video or Subject.Background);
        reading.Add(new KeepRanges([new Span(null, moment.Time)]), Subject.Video);
        clause.ClaimEverything();
        return true;
    }

    /// <summary>从5秒开始，到50秒结束: the other clause says where that part begins.</summary>
    private static bool IsEndOfPart(Clause clause, Reading reading, bool cuts) =>
        (!cuts && reading.Focus is Subject.Music or Subject.Title or Subject.Logo or Subject.Captions)
        || reading.Clauses.Any(c => c != clause && c.HasTime && c.Has(Concept.From, Concept.Begin, Concept.After));

    [GeneratedRegex(
        "^(?:视频|片子|整个|整体|全片|全部|就|那|让它?|把它?|帮我|给我|请|麻烦|在|从|到|播到|放到|播放到|，|,| )*第?[\\d.:一二两三四五六七八九十半分秒钟零]+(?:左右)?"
        + "(?:那里|那儿|那边|那块|这里|处|的?地方|的?位置|的?时候|时|那)?(?:就|直接|给我|可以|要|，| )*"
        + "(?:(?<hard>截断|截止|截停|掐断|打住)|停(?:下来?|掉|住|止)?|结束|收尾|收住|为止|完事|到此为止)(?:掉|了|吧|呗|哈|就好|就行|就可以了?|即可|好了|。)*$"
        + "|^(?:视频|片子|整个|全片|就|让它?|把它?|帮我|给我|请|，| )*(?:卡|停|结束|收|止)(?:在|于)第?[\\d.:一二两三四五六七八九十半分秒钟零]+(?:那里|处|的?地方|的?位置)?(?:就好|就行|就可以了?|即可|吧|好了)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Stop();
}
