using System.Text.Json;

namespace NemoBot.LocalNemo.Language.Words;

/// <summary>Groups of words that are told apart by their spelling, beside their meaning in the vocabulary.</summary>
internal static class WordLists
{
    private static readonly Dictionary<string, HashSet<string>> All = Load();

    /// <summary>Words for something that comes later than the video.</summary>
    public static IReadOnlySet<string> Appearing => All["Appearing"];

    /// <summary>Words for more of a range of tones.</summary>
    public static IReadOnlySet<string> StrongerTones => All["StrongerTones"];

    /// <summary>Words for less of a range of tones, or for too much of it.</summary>
    public static IReadOnlySet<string> WeakerTones => All["WeakerTones"];

    /// <summary>Words for too little of a range of tones.</summary>
    public static IReadOnlySet<string> LackingTones => All["LackingTones"];

    /// <summary>Kinds of files that are not made.</summary>
    public static IReadOnlySet<string> OtherFormats => All["OtherFormats"];

    /// <summary>English words that are one letter away from a known one and mean something else.</summary>
    public static IReadOnlySet<string> RealWords => All["RealWords"];

    /// <summary>Words for colors that name a thing as well.</summary>
    public static IReadOnlySet<string> ColoredThings => All["ColoredThings"];

    /// <summary>Words that begin "when I talk".</summary>
    public static IReadOnlySet<string> WhileWords => All["WhileWords"];

    /// <summary>Words between "when" and the speaking.</summary>
    public static IReadOnlySet<string> Speakers => All["Speakers"];

    /// <summary>Words for speaking.</summary>
    public static IReadOnlySet<string> SpeakingVerbs => All["SpeakingVerbs"];

    /// <summary>What a recording is of, at the end of a clause.</summary>
    public static IReadOnlySet<string> Materials => All["Materials"];

    /// <summary>Words that a statement begins with.</summary>
    public static IReadOnlySet<string> Persons => All["Persons"];

    /// <summary>Words that turn a statement into a wish.</summary>
    public static IReadOnlySet<string> Wanting => All["Wanting"];

    /// <summary>Words for leaving a thing where it is, as opposed to keeping nothing else.</summary>
    public static IReadOnlySet<string> Keeping => All["Keeping"];

    /// <summary>Words that decline a thing or, before a size, that much of it.</summary>
    public static IReadOnlySet<string> Declining => All["Declining"];

    /// <summary>Words for a change that puts one thing in the place of another.</summary>
    public static IReadOnlySet<string> Exchanging => All["Exchanging"];

    /// <summary>Words that count repetitions.</summary>
    public static IReadOnlySet<string> Times => All["Times"];

    /// <summary>The first two words of a clause that says what was sent.</summary>
    public static IReadOnlySet<string> Introductions => All["Introductions"];

    /// <summary>Words for going away by itself.</summary>
    public static IReadOnlySet<string> Leaving => All["Leaving"];

    /// <summary>Words around the size of a file.</summary>
    public static IReadOnlySet<string> SizeFrames => All["SizeFrames"];

    /// <summary>Words that ask for another one.</summary>
    public static IReadOnlySet<string> Different => All["Different"];

    /// <summary>Words before what a look is not for.</summary>
    public static IReadOnlySet<string> Exceptions => All["Exceptions"];

    /// <summary>Words that leave one thing out of all.</summary>
    public static IReadOnlySet<string> Excluding => All["Excluding"];

    /// <summary>Words for what moves.</summary>
    public static IReadOnlySet<string> Movements => All["Movements"];

    /// <summary>Words before a moment that is not exact.</summary>
    public static IReadOnlySet<string> Approximate => All["Approximate"];

    /// <summary>Words for what comes from one picture to the other.</summary>
    public static IReadOnlySet<string> Between => All["Between"];

    /// <summary>Words before what a part of the sound is like.</summary>
    public static IReadOnlySet<string> Having => All["Having"];

    /// <summary>Words for coming to an end by itself.</summary>
    public static IReadOnlySet<string> Ceasing => All["Ceasing"];

    /// <summary>Words for music that belongs to a recording.</summary>
    public static IReadOnlySet<string> Jingles => All["Jingles"];

    /// <summary>Words for the color of the whole.</summary>
    public static IReadOnlySet<string> Themes => All["Themes"];

    /// <summary>Words for what goes wrong in a recording.</summary>
    public static IReadOnlySet<string> Mishaps => All["Mishaps"];

    /// <summary>Words for the whole time.</summary>
    public static IReadOnlySet<string> Always => All["Always"];

    /// <summary>Words for what is heard, as opposed to a recording as a whole.</summary>
    public static IReadOnlySet<string> Sounds => All["Sounds"];

    /// <summary>Words for all of it, at the beginning of "everything except".</summary>
    public static IReadOnlySet<string> Everything => All["Everything"];

    /// <summary>Words for the parts that were not named.</summary>
    public static IReadOnlySet<string> Others => All["Others"];

    /// <summary>Words that decline something new.</summary>
    public static IReadOnlySet<string> NotAdding => All["NotAdding"];

    /// <summary>Verbs that put something in that was not there.</summary>
    public static IReadOnlySet<string> Adding => All["Adding"];

    /// <summary>Words for one more of a thing.</summary>
    public static IReadOnlySet<string> Additional => All["Additional"];

    /// <summary>Words for two things together.</summary>
    public static IReadOnlySet<string> Both => All["Both"];

    /// <summary>Words for how long something is shown.</summary>
    public static IReadOnlySet<string> Lengths => All["Lengths"];

    /// <summary>Words for playing a sound at a low level.</summary>
    public static IReadOnlySet<string> Softly => All["Softly"];

    /// <summary>Words that take a wish back.</summary>
    public static IReadOnlySet<string> Cancelling => All["Cancelling"];

    /// <summary>Words before an opinion: "the title is too ...".</summary>
    public static IReadOnlySet<string> Praising => All["Praising"];

    /// <summary>Words that also mean a change of shape: "flip it to vertical".</summary>
    public static IReadOnlySet<string> Turning => All["Turning"];

    /// <summary>Phrases that take the last change back.</summary>
    public static IReadOnlySet<string> Scrapping => All["Scrapping"];

    /// <summary>Words for the part in the middle of the time.</summary>
    public static IReadOnlySet<string> Middles => All["Middles"];

    /// <summary>Words for being in the way of something.</summary>
    public static IReadOnlySet<string> Obscuring => All["Obscuring"];

    /// <summary>Words that a noun follows, not a verb.</summary>
    public static IReadOnlySet<string> NounMarks => All["NounMarks"];

    /// <summary>Words between a thing and what is said of it.</summary>
    public static IReadOnlySet<string> Copulas => All["Copulas"];

    /// <summary>Words that say that there is too much of something.</summary>
    public static IReadOnlySet<string> Excesses => All["Excesses"];

    /// <summary>Words for loud as it is.</summary>
    public static IReadOnlySet<string> Loud => All["Loud"];

    /// <summary>Words for quiet as it is.</summary>
    public static IReadOnlySet<string> Quiet => All["Quiet"];

    /// <summary>Words for slow as it is.</summary>
    public static IReadOnlySet<string> Slow => All["Slow"];

    /// <summary>Words that say that what is there will do.</summary>
    public static IReadOnlySet<string> Enough => All["Enough"];

    /// <summary>Words that a question begins with.</summary>
    public static IReadOnlySet<string> QuestionStarts => All["QuestionStarts"];

    /// <summary>Chinese words that make a question.</summary>
    public static IReadOnlySet<string> QuestionMarks => All["QuestionMarks"];

    /// <summary>Words for shorter pauses.</summary>
    public static IReadOnlySet<string> Tightening => All["Tightening"];

    /// <summary>Words that say how something is to be, which no edit can carry out.</summary>
    public static IReadOnlySet<string> Modifiers => All["Modifiers"];

    /// <summary>Small words that carry a wish when no reader has taken them.</summary>
    public static IReadOnlySet<string> Qualities => All["Qualities"];

    /// <summary>Words for a soft change, which fades and slow movements are anyway.</summary>
    public static IReadOnlySet<string> Gentle => All["Gentle"];

    /// <summary>Words for one more beside what there is.</summary>
    public static IReadOnlySet<string> Further => All["Further"];

    /// <summary>Words for coming to an end.</summary>
    public static IReadOnlySet<string> Stopping => All["Stopping"];

    /// <summary>Words for playing a sound.</summary>
    public static IReadOnlySet<string> Playing => All["Playing"];

    /// <summary>Words for two things that are counted together.</summary>
    public static IReadOnlySet<string> Pairs => All["Pairs"];

    /// <summary>Words before a wish that ask for nothing.</summary>
    public static IReadOnlySet<string> Openings => All["Openings"];

    /// <summary>Colloquial verbs that throw something in, or away when a part of the time follows.</summary>
    public static IReadOnlySet<string> Throwing => All["Throwing"];

    /// <summary>Words for the look of all that is drawn.</summary>
    public static IReadOnlySet<string> WholeLook => All["WholeLook"];

    /// <summary>Words that praise.</summary>
    public static IReadOnlySet<string> Praise => All["Praise"];

    /// <summary>Words for what is as it should be for something.</summary>
    public static IReadOnlySet<string> Fitting => All["Fitting"];

    /// <summary>Words before the moment that a part begins with.</summary>
    public static IReadOnlySet<string> OpenStarts => All["OpenStarts"];

    /// <summary>Words for a part of the sound, without a time.</summary>
    public static IReadOnlySet<string> Passages => All["Passages"];

    /// <summary>Words for a sound or a text that does not go with the picture.</summary>
    public static IReadOnlySet<string> OutOfStep => All["OutOfStep"];

    /// <summary>Words for loudness that changes all the time.</summary>
    public static IReadOnlySet<string> Uneven => All["Uneven"];

    /// <summary>Words for showing a picture for more time.</summary>
    public static IReadOnlySet<string> ShownLonger => All["ShownLonger"];

    /// <summary>Words for showing a picture for less time.</summary>
    public static IReadOnlySet<string> ShownShorter => All["ShownShorter"];

    /// <summary>Words for the style of a picture.</summary>
    public static IReadOnlySet<string> Styles => All["Styles"];

    /// <summary>Words that turn a picture over, without saying how.</summary>
    public static IReadOnlySet<string> Flips => All["Flips"];

    /// <summary>Words for a picture that lies on its side, or no longer does.</summary>
    public static IReadOnlySet<string> Uprights => All["Uprights"];

    /// <summary>Words for less of a margin.</summary>
    public static IReadOnlySet<string> NearerToEdge => All["NearerToEdge"];

    /// <summary>Words for how thick something is.</summary>
    public static IReadOnlySet<string> Widths => All["Widths"];

    /// <summary>Words for what a platform asks of a sound.</summary>
    public static IReadOnlySet<string> Standards => All["Standards"];

    /// <summary>Words for a size that a percentage gives.</summary>
    public static IReadOnlySet<string> Sizes => All["Sizes"];

    /// <summary>Every word of the lists that is written without spaces.</summary>
    public static IEnumerable<string> Chinese => All.Values.SelectMany(l => l).Where(w => w.Length > 1 && w[0] >= 0x2E80);

    /// <summary>The list of a name.</summary>
    public static IReadOnlySet<string> Of(string name) => All[name];

    private static Dictionary<string, HashSet<string>> Load()
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream(typeof(WordLists), "wordlists.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(
            l => l.Name, l => l.Value.EnumerateArray().Select(w => CleanText.Simplified(w.GetString()!)).ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
    }
}
