using System.Globalization;
using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Reads clock times as caption files write them.</summary>
internal static partial class ClockTime
{
    /// <summary>A pattern for <c>1:02:03,456</c>, <c>02:03.4</c> and the like.</summary>
    public const string Pattern = @"-?(?:\d{1,3} ?: ?)?\d{1,3} ?: ?\d{1,2}(?: ?[,.:;] ?\d{1,6})?";

    /// <summary>Gives the time; null if it is none. Negative times become zero, absurd ones the limit.</summary>
    public static TimeSpan? Parse(ReadOnlySpan<char> text)
    {
        var match = Parts().Match(text.ToString());
        if (!match.Success)
        {
            return null;
        }

        double Number(string group) => match.Groups[group].Success ? double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var fraction = match.Groups["f"].Success ? Number("f") / Math.Pow(10, match.Groups["f"].Length) : 0;
        var seconds = (Number("h") * 3600) + (Number("m") * 60) + Number("s") + fraction;
        return match.Groups["minus"].Success ? TimeSpan.Zero : Clamp(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Keeps a time between zero and the limit.</summary>
    public static TimeSpan Clamp(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time > CaptionLimits.MaxTime ? CaptionLimits.MaxTime : time;

    [GeneratedRegex(@"^\s*(?<minus>-)?(?:(?<h>\d{1,3})\s?:\s?)?(?<m>\d{1,3})\s?:\s?(?<s>\d{1,2})(?:\s?[,.:;]\s?(?<f>\d{1,6}))?\s*$")]
    private static partial Regex Parts();
}
