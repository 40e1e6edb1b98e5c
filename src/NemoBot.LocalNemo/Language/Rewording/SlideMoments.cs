using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Puts moments of pictures and clips into seconds: a text "on the second photo" is shown while that photo is, "stop when the pictures are over" is once each was shown.</summary>
internal static partial class SlideMoments
{
    // A story is not searched: the time of reading stays in proportion to the text.
    private const int Longest = 300;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

    /// <summary>The message with seconds.</summary>
    public static string Complete(string text, Project? project)
    {
        if (text.Length > Longest || project is null)
        {
            return text;
        }

        if (project.Clips.Count > 1 && (Texts().IsMatch(text) || (project.Music.Count > 0 && Music().IsMatch(text))))
        {
            text = Next().Replace(OnClip().Replace(text, m => WithTimes(m, [.. project.Clips.Select((c, i) => (project.StartOf(i), project.StartOf(i) + c.Duration))])), "${end}, add ");
        }

        if (project.Slides is not { Count: > 1 } slides)
        {
            return text;
        }

        var each = Each().Match(text) is { Success: true } said ? TimeSpan.FromSeconds(double.Parse(said.Groups["n"].Value, CultureInfo.InvariantCulture)) * slides.DistinctBy(s => s.Asset.Id).Count() : (TimeSpan?)null;
        if ((each ?? Round(slides)) is { } round && round < project.Duration)
        {
            text = Over().Replace(text, m => m.Value.Contains("last", StringComparison.OrdinalIgnoreCase) ? $"keep the first {Seconds(round)}" : $"at {Seconds(round)}");
            text = Once().Replace(text, $"keep the first {Seconds(round)}");
        }
        else
        {
            text = Once().Replace(text, "all pictures evenly");
        }

        return Texts().IsMatch(text) ? Next().Replace(OnSlide().Replace(text, m => WithTimes(m, [.. slides.DistinctBy(s => s.Asset.Id).Select(s => (s.Start, s.Start + s.Length))])), "${end}, add ") : text;
    }

    private static string WithTimes(Match match, List<(TimeSpan Start, TimeSpan End)> shown)
    {
        var which = match.Groups["which"].Value.ToLowerInvariant();
        var index = which == "last" ? shown.Count - 1 : Array.IndexOf(Ordinals, which) is >= 0 and var named ? named : which[0] - '1';
        if (index < 0 || index >= shown.Count)
        {
            return match.Value;
        }

        var (start, end) = shown[index];
        return match.Groups["after"].Success ? $"after {Seconds(end)}" : match.Groups["before"].Success ? $"until {Seconds(start)}" : $"from {Seconds(start)} to {Seconds(end)}";
    }

    /// <summary>How long it takes until each picture was shown once.</summary>
    private static TimeSpan? Round(IReadOnlyList<Slide> slides)
    {
        var pictures = slides.DistinctBy(s => s.Asset.Id).Count();
        return slides.Count > pictures ? slides[pictures].Start : null;
    }

    private static string Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 2).ToString("0.##", CultureInfo.InvariantCulture) + " seconds";

    [GeneratedRegex(@"[""“']|\b(?:title|text|writing|words|caption|heading|name)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Texts();

    [GeneratedRegex(@"\b(?:music|song)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Music();

    /// <summary>"... from 0 to 20 seconds and "Day 2" from 20 to 40 seconds": each text has its own time.</summary>
    [GeneratedRegex(@"(?<end>\d seconds),? and (?=[""“'])", RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex(@"(?<!\b(?:remove|delete|drop|move|swap|put) (?:the )?)\b(?:(?<after>after)|(?<before>before|until)|only on|just on|on|over|during|while)(?: the| photo| picture)* (?<which>first|second|third|fourth|fifth|sixth|last|[1-9](?:st|nd|rd|th)?)(?: (?:photo|picture|pic|slide|image)(?: is (?:shown|on|there|visible))?\b|(?<=(?:photo|picture) \d)(?!\d))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnSlide();

    [GeneratedRegex(@"(?<!\b(?:remove|delete|drop|move|swap|put|cut) (?:the )?)\b(?:(?<after>after)|(?<before>before|until)|only (?:on|in|during|over)|just (?:on|in|during|over)|on|over|during|in)(?: the)?(?: clip| video)? (?<which>first|second|third|fourth|fifth|sixth|last|[1-9](?:st|nd|rd|th)?)(?: (?:clip|video)\b|(?<=(?:clip|video) \d)(?!\d)|(?= (?:in|at|with|and)\b|\W*$)(?<=\bclip\b.{0,40}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnClip();

    /// <summary>"every photo 3 sec", in the same message.</summary>
    [GeneratedRegex(@"\b(?:each|every|per) (?:picture|photo|pic|slide|image|one)?,? ?(?:for |is )?(?<n>\d+(?:\.\d+)?) ?(?:s|secs?|seconds?)\b|\b(?<n>\d+(?:\.\d+)?) ?(?:s|secs?|seconds?) (?:each|per|for (?:each|every)|a (?:photo|picture|pic))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Each();

    [GeneratedRegex(@"\b(?:(?:stop|end|finish) (?:the |my )?(?:song|music|video|sound|audio|it)|(?:stop|end|finish)) after the last (?:picture|photo|pic|slide|image|one)\b|\b(?:when|once|after|as soon as) (?:all )?(?:the |my )?(?:pictures|photos|pics|slides|images|slideshow) (?:are|is|'re|have|has) (?:over|done|finished|through|all shown|all been shown|been shown|ended|out)\b|\bwhen (?:the |my )?(?:pictures|photos|pics|slides|images) (?:end|run out|stop|finish)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Over();

    [GeneratedRegex(@"\b(?:show |use )?(?:each|every)(?: of the)? (?:picture|photo|pic|slide|image) (?:only |just )?once\b|\b(?:don'?t|do not|no need to|stop) (?:repeat|repeating|loop|looping|show) (?:the |my )?(?:pictures|photos|pics|slides|images)(?: twice| again)?\b|(?:照片|图片?|相片)(?:都|全)?(?:放|播|显示|走)完(?:一遍)?(?:了)?(?:就|就算)?(?:结束|停|收尾|完)(?:[，, ]*(?:别|不要|不用)(?:再)?(?:循环|重复))?|\b(?:the )?(?:pictures|photos|pics|slides|images) (?:should(?:n'?t| not)|must(?:n'?t| not)|don'?t need to) (?:repeat|come twice|come again)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Once();
}
