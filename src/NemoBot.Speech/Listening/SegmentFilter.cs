using System.Text.RegularExpressions;

namespace NemoBot.Speech.Listening;

/// <summary>Drops what the model invents: repetitions, notes in brackets, text without letters, more text than can be said.</summary>
internal sealed partial class SegmentFilter
{
    private const double LeastProbability = 0.35;
    private const double MostCharactersPerSecond = 25;
    private const int MostRepeats = 3;

    /// <summary>Credits of subtitles that the models were trained on.</summary>
    private static readonly string[] Credits =
    [
        "amara.org", "thanks for watching", "thank you for watching", "subtitles by", "subscribe to my channel", "谢谢观看", "請不吝點贊", "请不吝点赞", "字幕由", "字幕by",
        "ご視聴ありがとうございました",
    ];

    private string _last = "";
    private int _repeats;

    /// <summary>Tells whether a segment is kept.</summary>
    public bool Keeps(string text, double probability, double seconds)
    {
        var words = Words(text);
        _repeats = words.Length > 0 && words == _last ? _repeats + 1 : 1;
        _last = words;
        return words.Length > 0
            && _repeats <= MostRepeats
            && probability >= LeastProbability
            && text.Length <= MostCharactersPerSecond * Math.Max(seconds, 0.2)
            && !Note().IsMatch(text)
            && !Repeats().IsMatch(words)
            && !(probability < 0.8 && Credits.Any(c => words.Contains(Words(c), StringComparison.Ordinal)));
    }

    /// <summary>Letters and digits of all scripts, in lower case, one space between words.</summary>
    private static string Words(string text) => NotLetters().Replace(text.ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex NotLetters();

    [GeneratedRegex(@"^\s*(?:[\[(（【*♪♫][^\])）】]*[\])）】*♪♫]|[♪♫\s]*)\s*$")]
    private static partial Regex Note();

    /// <summary>A word or phrase four times in a row, with spaces between or, in scripts without spaces, directly.</summary>
    [GeneratedRegex(@"(?:^| )(?<p>[^ ].{0,60}?)(?: \k<p>){3}(?: |$)|(?<c>[\u3040-\u30ff\u3400-\u9fff]{1,12}?)\k<c>{3}")]
    private static partial Regex Repeats();
}
