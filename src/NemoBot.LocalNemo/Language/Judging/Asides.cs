using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Beside a wish: what is there, how far it may go, what it is for.</summary>
internal static partial class Asides
{
    public static bool IsOne(Clause clause) => IsCircumstance(clause) || IsLimit(clause) || IsAim(clause) || IsExplanation(clause);

    /// <summary>"that's where the interview begins", "it makes me dizzy": why, after the wish.</summary>
    private static bool IsExplanation(Clause clause) => Explanation().IsMatch(clause.Text)
        && !clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Quote or TokenKind.Color);

    [GeneratedRegex(@"^(?:and |cause |bc |because )?(?:(?:that(?:'?s|s| is)|this is|it'?s|its|which is) (?:(?:the|a) (?:part|bit|moment|point|time) )?(?:where|when)|(?:it |that |this )?(?:makes|gives|drives|hurts|distracts) (?:me|my|us|our|people|everyone))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Explanation();

    /// <summary>字幕往上一点，抖音下面有按钮: says what is there, not what to do.</summary>
    private static bool IsCircumstance(Clause clause)
    {
        var isLeft = LeftFor().IsMatch(clause.Text);
        return (isLeft || clause.Tokens.Any(t => clause.TextOf(t) == "有"))
            && clause.Tokens.Any(t => t.Kind == TokenKind.Unknown)
            && clause.Tokens.All(t => t.Kind == TokenKind.Unknown || (isLeft && t.Concept == Concept.Keep) || IsOfPlace(t.Concept));
    }

    private static bool IsOfPlace(Concept concept) =>
        concept is Concept.Filler or Concept.TikTok or Concept.Top or Concept.Bottom or Concept.Middle
            or Concept.Left or Concept.Right or Concept.At or Concept.It;

    /// <summary>加点转场，不要太花哨: how far it may go, in words for which nothing can be set.</summary>
    private static bool IsLimit(Clause clause) =>
        clause.Tokens.Count > 2
        && Denials.BeginsWithNo(clause)
        && clause.TextOf(clause.Tokens[1]) is "太" or "那么" or "这么" or "过于" or "搞得太" or "弄得太"
        && clause.Tokens.Skip(2).All(t => t.Kind == TokenKind.Unknown || t.Concept is Concept.Filler or Concept.MoodWord or Concept.Vague);

    /// <summary>What a change is for.</summary>
    private static bool IsAim(Clause clause) =>
        Purpose().IsMatch(clause.Text) && !clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Quote or TokenKind.Color);

    /// <summary>字在上面才看得清.</summary>
    [GeneratedRegex(@"才(?:能|会|可以)?(?:看得?(?:清楚?|见|到)|听得?(?:清楚?|见|到)|清楚|清晰|好看|显眼|明显|醒目|自然|合适|不会?)(?:一?点|些)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    /// <summary>底下留给二维码.</summary>
    [GeneratedRegex(@"[面边下上部头间角](?:要|得|是)?留(?:给|着给|出来给)", RegexOptions.CultureInvariant)]
    private static partial Regex LeftFor();
}
