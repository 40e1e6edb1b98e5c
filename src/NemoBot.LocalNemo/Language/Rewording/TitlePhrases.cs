using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Completes wishes that need to know the title: "add an exclamation mark to it", "fades in, stays 6 seconds, then out", "hide it after 6 seconds".</summary>
internal static partial class TitlePhrases
{
    private const double UsualFade = 1;

    /// <summary>The message with the text, the time or the thing named.</summary>
    public static string Complete(string text, Project project, Subject focus)
    {
        text = ChineseTitlePhrases.Complete(text, project, focus);
        if (project.Titles.Count > 0)
        {
            text = Stay().Replace(text, Staying);
            text = WithArtist(text, project);
            text = Aside().Replace(text, m => Centered(m, project));
        }

        if (project.Titles is [var title] && Mark().Match(text) is { Success: true } mark && !title.Text.Contains('"', StringComparison.Ordinal))
        {
            return $"change the title to \"{title.Text}{(mark.Groups["ask"].Success ? '?' : '!')}\"";
        }

        return HiddenBy(project, focus) is { } hidden ? HideIt().Replace(text, "hide " + hidden) : text;
    }

    /// <summary>"the title is too far left", "center the title left to right": it stays as high as it is.</summary>
    private static string Centered(Match match, Project project) => project.Titles is not [var title] ? match.Value
        : match.Groups["side"].Success && title.Side == HorizontalPlace.Middle ? "title on the " + (match.Groups["side"].ValueSpan.Equals("left", StringComparison.OrdinalIgnoreCase) ? "right" : "left")
        : title.Place == VerticalPlace.Middle ? "title in the middle" : $"title at the {(title.Place == VerticalPlace.Top ? "top" : "bottom")} center";

    /// <summary>"put the artist above the title", "no artist": the line that is shown.</summary>
    private static string WithArtist(string text, Project project)
    {
        if (project.Titles.FirstOrDefault(t => t.Role == TitleRole.Artist) is not { } artist)
        {
            return text;
        }

        text = NoArtist().Replace(text, "hide the artist");
        return project.Titles.FirstOrDefault(t => t != artist) is { } title ? Beside().Replace(text, $"put \"{artist.Text}\" ${{where}} \"{title.Text}\"") : text;
    }

    /// <summary>What "it" is where something is to be hidden: a part that can be, never the video.</summary>
    private static string? HiddenBy(Project project, Subject focus) => focus switch
    {
        Subject.Visual => "the waveform",
        Subject.None or Subject.Title or Subject.Video when project.Titles.Count > 0 => "the title",
        Subject.None or Subject.Video when project is { Captions: null, Overlays.Count: 0, Visual.Style: not VisualStyle.None } => "the waveform",
        _ => null,
    };

    private static string Staying(Match match)
    {
        var (rise, stay) = (Seconds(match.Groups["in"], UsualFade), Seconds(match.Groups["stay"], 0));
        var fall = Seconds(match.Groups["out"], UsualFade);
        return string.Create(CultureInfo.InvariantCulture, $"title for {rise + stay + fall:0.##} seconds, fading in over {rise:0.##} seconds, fading out over {fall:0.##} seconds");
    }

    private static double Seconds(Group said, double usual) => said.Success ? double.Parse(said.ValueSpan, CultureInfo.InvariantCulture) : usual;

    [GeneratedRegex(
        @"\b(?:the |my )?title (?:should )?fades? in(?: (?:over|for|in) (?<in>\d{1,2}(?:\.\d)?) ?(?:s|secs?|seconds?)?\b)?,? (?:then |and )*(?:stays?|holds?)(?: on| up| there)?(?: for)? (?<stay>\d{1,3}) ?(?:s|secs?|seconds?)?\b,? (?:and )?(?:then )?(?:fades? )?(?:back )?out(?: again)?(?: (?:over|for|in) (?<out>\d{1,2}(?:\.\d)?) ?(?:s|secs?|seconds?)?\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stay();

    [GeneratedRegex(
        @"^\W*(?:(?:please|can you|could you|also|and|now) )*(?:add|put|place|give it|there should be) (?:an? )?(?:exclamation|(?<ask>question)) (?:mark|point)(?: (?:to|after|behind|at the end of|on) (?:the |my )?(?:title|text|heading))(?: please| pls)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\b(?:the |my )?(?:title|text|heading|headline) (?:is|sits|looks|stands) (?:a (?:bit|little) |way |much |far )*too (?:far |much )?(?:to the |on the |over to the )?(?<side>left|right)\b|\bcent(?:er|re) (?:the |my )?(?:title|text|heading|headline) (?:from )?(?:left to right|horizontally|left and right|sideways)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\b(?:put|move|place|show|have) (?:the )?artist(?:'s name|’s name| name)? (?<where>above|over|below|under|underneath|beneath) (?:the )?(?:song )?(?:title|name)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\b(?:no|without(?: the)?|not the) artist(?:'s name|’s name| name)?(?=\W*$|[,.;])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoArtist();

    [GeneratedRegex(@"^\W*(?:(?:please|can you|could you|now|and|then) )*hide it\b(?= (?:after|at|from|until|till|for|between|before|during) )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HideIt();
}
