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
        }

        if (project.Titles is [var title] && Mark().Match(text) is { Success: true } mark && !title.Text.Contains('"', StringComparison.Ordinal))
        {
            return $"change the title to \"{title.Text}{(mark.Groups["ask"].Success ? '?' : '!')}\"";
        }

        return HiddenBy(project, focus) is { } hidden ? HideIt().Replace(text, "hide " + hidden) : text;
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

    [GeneratedRegex(@"^\W*(?:(?:please|can you|could you|now|and|then) )*hide it\b(?= (?:after|at|from|until|till|for|between|before|during) )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HideIt();
}
