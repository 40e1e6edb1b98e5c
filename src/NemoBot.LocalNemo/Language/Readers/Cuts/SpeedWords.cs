using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Tells how fast, and whether of the whole.</summary>
internal static partial class SpeedWords
{
    private const double FasterPart = 2;
    private const double SlowerPart = 0.5;

    /// <summary>"make it 1.5x": a factor and nothing that it could be of besides the video.</summary>
    public static bool IsBareFactor(Clause clause) => clause.HasFree(TokenKind.Factor)
        // "play it three times": how often, not how fast.
        && !clause.Tokens.Any(t => t.Kind == TokenKind.Factor && clause.TextOf(t).EndsWith("times", StringComparison.OrdinalIgnoreCase))
        && clause.Tokens.All(t => t.Kind == TokenKind.Factor
            || t.Concept is Concept.Filler or Concept.It or Concept.Change or Concept.At or Concept.Video or Concept.To);

    /// <summary>"slower please": of a slideshow, the pictures.</summary>
    public static bool IsBare(Clause clause) => clause.Tokens.All(t => t.Concept is Concept.Faster or Concept.Slower or Concept.Filler)
        && clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "slower" or "faster");

    /// <summary>"slow the part from 5 to 8 s to half speed": not the whole video is meant.</summary>
    public static bool NamePart(Clause clause)
    {
        if (SaysBy(clause) || clause.Has(Concept.Cut, Concept.Remove, Concept.Trim, Concept.Keep))
        {
            return false;
        }

        var times = clause.Tokens.Count(t => t.IsTime);
        var isRange = clause.Has(Concept.From) && clause.Has(Concept.To) && clause.Tokens.Count(t => t.IsTime || t.Kind == TokenKind.Number) > 1;
        return times > 1
            || isRange
            || (times > 0 && clause.Has(Concept.From, Concept.At, Concept.After, Concept.First, Concept.Last, Concept.End))
            || (times > 0 && clause.IndexOf(Concept.Begin) is >= 0 and var begin && clause.IsChinese(clause.Tokens[begin]))
            || Passage().IsMatch(clause.Text)
            || (times == 0 && clause.Has(Concept.Begin, Concept.End, Concept.Last, Concept.First));
    }

    /// <summary>"get it down to 30 seconds by speeding it up".</summary>
    public static bool SaysBy(Clause clause) => clause.Tokens.Any(t => clause.TextOf(t).Equals("by", StringComparison.OrdinalIgnoreCase));

    /// <summary>加速到45秒: how long it is to be by then.</summary>
    public static bool SaysGoal(Clause clause) => Goal().IsMatch(clause.Text);

    /// <summary>How many times as fast; null if it is not said.</summary>
    public static double? FactorOf(Clause clause, bool slower) => NamedFactor(clause, slower) ?? (IsSlowMotion(clause) ? 0.5 : null);

    /// <summary>How many times as fast a part is to be; twice or half if it is not said.</summary>
    public static double PartFactorOf(Clause clause)
    {
        var slower = clause.Has(Concept.Slower);
        return FactorOf(clause, slower) ?? (slower ? SlowerPart : FasterPart);
    }

    private static double? NamedFactor(Clause clause, bool slower)
    {
        if (clause.Take(TokenKind.Factor) is { } times)
        {
            // 快一倍 is twice as fast; "2x slower" is half the speed.
            var value = times.Value == 1 ? 2 : times.Value;
            return slower && value > 1 ? 1 / value : value;
        }

        if (clause.Take(TokenKind.Percent) is { } percent)
        {
            return FactorOf(clause, slower, percent);
        }

        if (clause.HasFree(Concept.Double))
        {
            return slower ? 0.5 : 2;
        }

        if (clause.HasFree(Concept.Half))
        {
            return clause.Has(Concept.Faster) ? 1.5 : 0.5;
        }

        return (clause.Has(Concept.SpeedWord) || SaysTo(clause)) && clause.Take(TokenKind.Number) is { Value: > 0.2 and < 5 } number ? number.Value : null;
    }

    private static double FactorOf(Clause clause, bool slower, Token percent)
    {
        var by = Math.Abs(percent.Value);
        if (IsTarget(clause, percent, by))
        {
            return by;
        }

        if (clause.Has(Concept.Faster))
        {
            return 1 + by;
        }

        return slower ? Math.Max(0.25, 1 - by) : by;
    }

    /// <summary>"slower, like 80 percent" names the speed; "80% slower" and "slower by 80%" say by how much.</summary>
    private static bool IsTarget(Clause clause, Token percent, double value) => clause.IndexOf(Concept.Slower, Concept.Faster) is >= 0 and var at
        && clause.Tokens[at].Start < percent.Start
        && (value >= 0.5 || (clause.Tokens.Index().First(t => t.Item == percent).Index is > 0 and var place && clause.Tokens[place - 1].Concept == Concept.To))
        && value != 1
        && (value > 1) == (clause.Tokens[at].Concept == Concept.Faster)
        && !clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "by" or "slow down by" or "speed up by" or "slow it down by" or "speed it up by");

    /// <summary>"slow it down to 0.9".</summary>
    private static bool SaysTo(Clause clause) => clause.Has(Concept.To)
        || clause.Tokens.Any(t => t.Concept is Concept.Faster or Concept.Slower && clause.TextOf(t).EndsWith(" to", StringComparison.OrdinalIgnoreCase));

    private static bool IsSlowMotion(Clause clause) => clause.IndexOf(Concept.Slower) is >= 0 and var at
        && clause.TextOf(clause.Tokens[at]).ToLowerInvariant() is "slow motion" or "slow mo" or "slow-motion" or "slow-mo" or "慢动作" or "慢镜头" or "慢镜" or "慢镜头播放" or "半速" or "半速播放";

    [GeneratedRegex("(?:加速|加快|提速|快进|快放)(?:播放)?(?:到|成|至)[^，。]{1,6}(?:秒|分)", RegexOptions.CultureInvariant)]
    private static partial Regex Goal();

    /// <summary>"speed up the boring part".</summary>
    [GeneratedRegex(
        @"\b(?:the|that|this|my|his|her|their)(?: \w+)? (?:part|bit|section|passage|moment|scene)s?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Passage();
}
