using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads "a bit more", 再来一点, "too much": the last change once more, or a step of it back.</summary>
internal sealed partial class MoreReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (reading.Clauses.Count > 1 && reading.Clauses[0] == clause && InBetween(reading) is { } middle)
        {
            reading.Clauses.ToList().ForEach(c => c.ClaimEverything());
            reading.Add(middle);
        }
        else if (reading.Clauses.Count == 1 && (FurtherStep(clause, reading) ?? LastStep(clause, reading)) is { } again)
        {
            clause.ClaimEverything();
            reading.Add(again);
        }
    }

    /// <summary>还是大: one more step the same way.</summary>
    private static Edit? FurtherStep(Clause clause, Reading reading) => Still().Match(clause.Text) is { Success: true } still
        && reading.Situation.LastEdits is [.., var step] && IsDown(step) == still.Groups["much"].Success ? Again(step, back: false) : null;

    /// <summary>又太大了，取中间: half of the last step back, with what is wrong before it.</summary>
    private static Edit? InBetween(Reading reading) =>
        Middle().IsMatch(reading.Situation.Text) ? reading.Situation.LastEdits.Select(e => Again(e, back: true)).OfType<Edit>().LastOrDefault() : null;

    /// <summary>"a bit more", "too much".</summary>
    private static Edit? LastStep(Clause clause, Reading reading)
    {
        var less = Less().IsMatch(clause.Text) || Middle().IsMatch(clause.Text);
        return less || More().IsMatch(clause.Text) ? reading.Situation.LastEdits.Select(e => Again(e, less)).OfType<Edit>().LastOrDefault() : null;
    }

    /// <summary>The same step once more, or the opposite one; null if the edit is no step.</summary>
    private static Edit? Again(Edit edit, bool back) => edit switch
    {
        SetTitle { Look.Scale: { } scale } title => title with { Text = null, Look = new TitleLook { Scale = Step(scale, back) } },
        SetVisual { Scale: { } scale } => new SetVisual { Scale = Step(scale, back) },
        SetLogo { Scale: { } scale } => new SetLogo { Scale = Step(scale, back) },
        SetCaptions { Scale: { } scale } => new SetCaptions { Scale = Step(scale, back) },
        SetCaptions { Shift: { } shift } => new SetCaptions { Shift = back ? -shift / 2 : shift },
        SetVolume { Factor: { } factor } volume => volume with { Factor = Step(factor, back) },
        SetVolume { Decibels: { } decibels } volume => volume with { Decibels = back ? -decibels / 2 : decibels },
        SetSlides { Factor: { } factor } => new SetSlides(SlidePace.Every) { Factor = Step(factor, back) },
        SetSpeed { Relative: true } speed => speed with { Factor = Step(speed.Factor, back) },
        SetPictureLook { Turns: null, Mirror: null, OriginalTone: null, Saturation: not 0 } tone => new SetPictureLook
        {
            Brightness = Step(tone.Brightness, back),
            Contrast = Step(tone.Contrast, back),
            Saturation = Step(tone.Saturation, back),
            Warmth = Step(tone.Warmth, back),
        },
        _ => null,
    };

    /// <summary>A step made something smaller or quieter; null if it is no step.</summary>
    private static bool? IsDown(Edit edit) => edit switch
    {
        SetTitle { Look.Scale: { } scale } => scale < 1,
        SetVisual { Scale: { } scale } => scale < 1,
        SetLogo { Scale: { } scale } => scale < 1,
        SetCaptions { Scale: { } scale } => scale < 1,
        SetVolume { Factor: { } factor } => factor < 1,
        // Longer pictures are slower ones.
        SetSlides { Factor: { } factor } => factor > 1,
        SetSpeed { Relative: true, Factor: var factor } => factor < 1,
        _ => null,
    };

    private static double? Step(double? factor, bool back) => factor is { } said ? Step(said, back) : null;

    private static double Step(double factor, bool back) => back ? Math.Round(1 / Math.Sqrt(factor), 3) : factor;

    [GeneratedRegex(
        @"^\W*(?:(?:现在|这下|又|还是|有点|太|过|音乐|声音|字|标题|了|的|啊|大|小|响|轻|吵|快|慢|高|低|声|亮|暗)*[，,。 ]+)?(?:那|就|还是|要|给我|帮我)*(?:取|来|折|选|调到|放|弄)?(?:个|在|到)?(?:两者|前后|两次|刚才)?(?:的|之间|之)?(?:中间值?|折中|折衷|平均值?|一半一半)(?:的|值|大小|音量|那个|一下|点)*(?:吧|就好|就行|好了|试试)*\W*$"
        + @"|^\W*(?:(?:no|now|hmm|ok|it'?s|that'?s|a bit|way|again|too \w+|,|-) ?)*[,. ]*(?:something |somewhere |make it |go |split |meet )*(?:in[ -]between|halfway|in the middle of the two|the difference)(?: please| pls| then)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Middle();

    [GeneratedRegex(@"^\W*(it'?s |that'?s )?still( a bit| a little)? (too |very |so )?((?<much>big|large|loud|fast)|(small|tiny|quiet|slow))\W*$|^\W*还是(有点|太|很)?((?<much>大|大声|吵|响|快)|(小|小声|轻|慢))(了|啊|呀|点)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Still();

    [GeneratedRegex(@"^\W*((ok|yes|and|even|just|still|please) )*((a|one) )?((little|bit|tiny bit|touch|tad|notch|step|lil) )?(more|further|again but more|more of that|once more)( please| pls| of that| like that)?\W*$|^\W*(再|还要|还可以|继续)(来|多|更)?(一?点点?|一些|些|多一点|多点|一丢丢|啲)?(吧|呗)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex More();

    [GeneratedRegex(@"^\W*((ok|now|hmm|it'?s|that'?s|yes but|yeah but|yes|but) )*((a|one) )?((little|bit|tiny bit|touch|tad|notch) )?(less|too much|less please|not so much|not that much)( now| please)?\W*$|^\W*(有点|有些)?(太多了?|太过了?|过了|过头了|太猛了|太夸张了?)([，, ]*(往回|回来|收回来|退|回|收|调回来|降回来)(去|来)?(一?点|一?些|一?下)?)?(吧|呗)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Less();
}
