using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Recognizes a time within the song, not within the video: "skip the first 30 seconds of the song", "start the track at its 0:30 mark".</summary>
internal static partial class MusicOffsets
{
    /// <summary>The clause says from which second the background music itself is to be played.</summary>
    public static bool IsOne(Clause clause, Reading reading) =>
        reading.HasMusic && clause.HasTime && (Beginning().IsMatch(clause.Text) || OwnTime().IsMatch(clause.Text));

    [GeneratedRegex(@"\b(?:skip|chop|trim|drop|jump over)\b[^,;.]{0,30}\b(?:first|start|beginning)\b[^,;.]{0,30}\b(?:of|from|in) (?:the|my|this|that) (?:song|track|music|tune)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\b(?:song|track|music|tune|it)\b[^,;.]{0,20}\b(?:at|from) (?:its|the song'?s|the track'?s) |(?:\d:\d\d|\b\d+ ?(?:s|secs?|seconds?))(?: mark)? (?:of|in|into) (?:the|my) (?:song|track|tune)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnTime();
}
