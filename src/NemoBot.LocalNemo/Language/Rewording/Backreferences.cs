using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Puts the moment that was just named in place of "there": "I start talking at 0:12, lose everything up to there".</summary>
internal static partial class Backreferences
{
    /// <summary>The message with the moment where it is meant.</summary>
    public static string Resolve(string text)
    {
        if (Reference().Match(text) is not { Success: true } reference || Moment().Matches(text[..reference.Index]) is not [.., var moment])
        {
            return text;
        }

        var word = reference.Groups["there"];
        return text[..moment.Index] + text[(moment.Index + moment.Length)..word.Index] + moment.Groups["time"].Value + text[(word.Index + word.Length)..];
    }

    [GeneratedRegex(@"\b(up to|up until|until|till|to|before|after|from)( right)? (?<there>there|then|that point|that moment|that)(?= (on|onwards|please|pls|and|out|off)\b|\W*$|[.,;!])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b(at|from|around|about|until) (?<time>\d+:\d\d(:\d\d)?|\d+(\.\d+)? ?(s|sec|secs|seconds|m|min|mins|minutes)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
