using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Does what was done to one part of the time to another: "also at 0:31" after a bleep, "no, 30 to 35" after a cut.</summary>
internal static partial class PartContinuation
{
    /// <returns>The message with the words that it leaves out; null if it is about something else.</returns>
    public static string? Complete(string text, Situation situation, Edit last) => Another(text, last) ?? OnlyPart(text, situation, last) ?? Instead(text, situation, last) ?? Reversed(text, situation, last);

    /// <summary>"and the last five", "also 20 to 25".</summary>
    private static string? Another(string text, Edit last) => last is SetPartVolume or SetPartSpeed && More().Match(text) is { Success: true } more ? Doing(last, more) : null;

    /// <summary>"no, 30 to 35": the other part stays as it was.</summary>
    private static string? Instead(string text, Situation situation, Edit last) =>
        situation.LastEdits.Count == 1 && last is CutRanges { Parts.Count: 1 } or KeepRanges { Parts.Count: 1 } or SetPartVolume or SetPartSpeed
        && Corrected().Match(text) is { Success: true } other && Doing(last, other) is { } wish ? "undo. " + wish : null;

    /// <summary>"not the whole thing, just 5 to 8", after the speed or the volume of all was changed.</summary>
    private static string? OnlyPart(string text, Situation situation, Edit last)
    {
        // An undo would take back what else the message asked for.
        var before = situation.LastEdits.Count == 1 ? "undo. " : last is SetSpeed ? "normal speed. " : null;
        if (before is null || NotAll().Match(text) is not { Success: true } part)
        {
            return null;
        }

        Edit? ofPart = last switch
        {
            SetSpeed { Factor: var factor, Relative: var step } => new SetPartSpeed(new Span(), !step ? factor : factor < 1 ? 0.5 : 2),
            SetVolume { Track: not Track.All } volume => SetPartVolume.Of(volume, new Span()),
            _ => null,
        };
        return ofPart is not null && Doing(ofPart, part) is { } wish ? before + wish : null;
    }

    /// <summary>"i meant keep that part", after it was cut out.</summary>
    private static string? Reversed(string text, Situation situation, Edit last) => situation.LastEdits.Count != 1 ? null : last switch
    {
        CutRanges { Parts: [var part] } when MeantKept().IsMatch(text) => "undo. keep only " + Said(part),
        KeepRanges { Parts: [var part] } when MeantCut().IsMatch(text) => "undo. cut " + Said(part),
        _ => null,
    };

    private static string? Doing(Edit last, Match said)
    {
        var times = Times(said);
        return last switch
        {
            CutRanges => "cut " + times,
            KeepRanges => "keep only " + times,
            SetPartSpeed speed => string.Create(CultureInfo.InvariantCulture, $"{times} {speed.Factor:0.###}x speed"),
            SetPartVolume { Bleep: true } => "bleep " + times,
            SetPartVolume { Level: 0 } volume => $"mute {Sound(volume)} {times}",
            SetPartVolume { Factor: > 1 } volume => $"make {Sound(volume)} louder {times}",
            SetPartVolume { Factor: < 1 } volume => $"make {Sound(volume)} quieter {times}",
            _ => null,
        };
    }

    private static string Sound(SetPartVolume volume) => volume.Track == Track.Music ? "the music" : "the sound";

    /// <summary>The times with their units: "from 20 seconds to 25 seconds", "at 31 seconds".</summary>
    private static string Times(Match said) => said.Groups["edge"] is { Success: true } edge ? $"the {edge.Value} {WithUnit(said.Groups["length"].Value)}"
        : said.Groups["to"] is { Success: true } to ? $"from {WithUnit(said.Groups["from"].Value)} to {WithUnit(to.Value)}"
        : "at " + WithUnit(said.Groups["at"].Value);

    private static string WithUnit(string time) => time.Contains(':', StringComparison.Ordinal) || time.EndsWith('s') || time.EndsWith("sec", StringComparison.OrdinalIgnoreCase)
        || time.EndsWith("second", StringComparison.OrdinalIgnoreCase) ? time : time + " seconds";

    private static string Said(Span part) => part switch
    {
        { From: { Ticks: < 0 } tail, To: null } => $"the last {Seconds(-tail)}",
        { From: null or { Ticks: 0 }, To: { } head } => $"the first {Seconds(head)}",
        { From: { } from, To: { } to } => $"from {Seconds(from)} to {Seconds(to)}",
        _ => $"from {Seconds(part.From ?? TimeSpan.Zero)} to the end",
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} seconds");

    private const string Number = @"(?:\d{1,2}:\d\d(?:\.\d+)?|\d{1,4}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)(?: ?(?:seconds?|secs?|s)\b)?";
    private const string Range = $@"(?:(?:from |between )?(?<from>{Number}) ?(?:to|-|–|and|till|until) ?(?<to>{Number}))";
    private const string Edge = $"(?:the )?(?<edge>first|last) (?<length>{Number})";
    private const string After = @"(?: (?:too|as well|also|again|please|pls|plz))*\W*$";

    [GeneratedRegex(
        $@"^\W*(?:(?:and|also|plus|then|oh|ok|now|same|the same|same thing|do the same|again)\b\W*(?:for |with |in )?)+(?:{Edge}|{Range}|(?:at|around|on) (?<at>{Number})){After}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex More();

    [GeneratedRegex(
        $@"^\W*(?:(?:no|nope|sorry|wait|actually|oops|whoops|wrong|wrong part|not that|i meant?|i said|rather|hmm|my bad|my mistake|it'?s|it should be|should be|make (?:it|that))\b\W*)+(?:{Edge}|{Range}){After}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Corrected();

    [GeneratedRegex(
        $@"^\W*(?:(?:no|sorry|wait|oops|hmm|i mean)\W+)*(?:not (?:(?:for )?the whole (?:thing|video|clip|song)|all(?: of it)?|everything|everywhere|the rest)\W+)?(?:but )?(?:only|just)(?: for| in| from)? (?:{Edge}|{Range}){After}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotAll();

    [GeneratedRegex(
        @"^\W*(?:(?:no|sorry|wait|oops|hmm|actually|wrong)\W+)*(?:i (?:meant?|said|wanted)(?: you)?(?: to)?|you should(?: have)?) (?:only |just )?ke(?:ep|pt) (?:only |just )?(?:that|this|it|the)(?: (?:part|bit|section|piece))?(?: only)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MeantKept();

    [GeneratedRegex(
        @"^\W*(?:(?:no|sorry|wait|oops|hmm|actually|wrong)\W+)*(?:i (?:meant?|said|wanted)(?: you)?(?: to)?|you should(?: have)?) (?:cut|remove|removed|delete|lose|drop|take out) (?:that|this|it|the)(?: (?:part|bit|section|piece))?(?: out)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MeantCut();
}
