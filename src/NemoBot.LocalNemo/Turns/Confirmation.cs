using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Reports;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Names what a yes would do.</summary>
internal static class Confirmation
{
    private const string Yes = "yes";
    private const int LongestPart = 40;

    /// <summary>A message as it is to be read: the label of a button that is no longer valid is a mere yes.</summary>
    public static string Words(string text) => IsButton(text) ? Yes : text;

    /// <summary>A message is the label of a button, not something that was typed.</summary>
    public static bool IsButton(string text) => text.StartsWith("Yes: ", StringComparison.Ordinal) || text.StartsWith("好：", StringComparison.Ordinal);

    /// <summary>The label of the button for it.</summary>
    /// <param name="now">The project without the edits that wait.</param>
    /// <param name="then">The project with them.</param>
    /// <param name="phrases">Language.</param>
    public static string Label(Project now, Project then, Phrases phrases)
    {
        var dropped = FileUse.Of(now).Except(FileUse.Of(then)).Count();
        return MainSound(then) is { } sound && MainSound(now) is { } old && sound.Id != old.Id ? phrases.Say("confirm.yes-sound", sound.Name)
            : then.Duration < now.Duration ? phrases.Say("confirm.yes-length", then.Duration)
            : now.Volume > 0 && then.Volume == 0 ? phrases.Say("confirm.yes-mute")
            : now.Background.Asset?.Id != then.Background.Asset?.Id ? phrases.Say("confirm.yes-picture")
            : dropped == 1 && now.Music.FirstOrDefault(m => !FileUse.IsUsed(then, m.Asset)) is { } music ? phrases.Say("confirm.yes-drop", music.Asset.Name)
            : RemovedPart(now, then, phrases) is { } part ? phrases.Say("confirm.yes-remove", part)
            : phrases.Say("confirm.yes");
    }

    private static Asset? MainSound(Project project) => project.Voice?.Asset ?? (project.Clips is [var only] ? only.Asset : null);

    /// <summary>The one part that is no longer shown; null if there are several.</summary>
    private static string? RemovedPart(Project now, Project then, Phrases phrases)
    {
        List<string> parts = now.Titles.Count == then.Titles.Count ? [] : [.. now.Titles.Select(t => t.Text).Except(then.Titles.Select(t => t.Text)).Select(t => phrases.Say("quoted", t))];
        parts.AddRange(Harm.AreCaptionsRemoved(now, then) ? [phrases.Say("part.captions")] : []);
        parts.AddRange(Harm.IsVisualRemoved(now, then) ? [phrases.Say("part.waveform")] : []);
        return parts is [{ Length: <= LongestPart } only] ? only : null;
    }
}
