using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Text;
using NemoBot.Core.Timeline;

namespace NemoBot.Core.Rendering;

/// <summary>The likely next steps after a video, as buttons, and the name of its file.</summary>
internal static class NextSteps
{
    /// <param name="timeline">What was made.</param>
    /// <param name="type">The kind of file: a sound has no shape, and an animation that repeats does not fade.</param>
    /// <param name="hasOffers">The backend offers something.</param>
    /// <param name="hasEarlier">There is a version to go back to.</param>
    /// <param name="texts">The language.</param>
    public static IReadOnlyList<Button> After(TimelineView timeline, SniffedType type, bool hasOffers, bool hasEarlier, Texts texts)
    {
        var buttons = new List<Button>();
        // What the backend offers fits this very request better.
        if (!hasOffers && type.Kind == MediaKind.Video && timeline is { Width: { } width, Height: { } height })
        {
            var (preset, shape) = width >= height ? ("vertical", "9:16") : ("landscape", "16:9");
            if (!timeline.Formats.Contains(shape))
            {
                buttons.Add(ButtonSet.Preset(preset, texts));
            }
        }

        var fades = timeline.Tracks.SelectMany(t => t.Segments).Any(s => s.Details.Keys.Any(k => k.Contains("fade", StringComparison.OrdinalIgnoreCase)));
        if (!hasOffers && !fades && type.Kind is MediaKind.Video or MediaKind.Audio)
        {
            buttons.Add(ButtonSet.Preset("fade", texts));
        }

        if (!hasOffers && type.Kind != MediaKind.Video && !IsVideoToo(timeline))
        {
            buttons.Add(ButtonSet.Preset("video", texts));
        }

        if (hasEarlier)
        {
            buttons.Add(ButtonSet.Undo(texts));
        }

        buttons.Add(ButtonSet.Show("timeline", texts));
        return buttons;
    }

    /// <summary>The file is one of several formats, and another one is the video.</summary>
    private static bool IsVideoToo(TimelineView timeline) => timeline.Formats.Count > 0 && (timeline.FileType == "mp4" || timeline.Formats.Contains("MP4"));

    /// <summary><c>talk-v3</c>: after its title, else after the material with the most time on the timeline.</summary>
    public static string FileStem(TimelineView timeline, int version)
    {
        if (timeline.Title is { } title)
        {
            // The safe name needs an ending, or it takes what follows a full stop in the title for one.
            return $"{Path.GetFileNameWithoutExtension(FileNames.Safe(Flat(title) + ".mp4", null))}-v{version}";
        }

        var label = timeline.Tracks
            .Where(t => t.Kind is TrackKind.Audio or TrackKind.Video)
            .OrderBy(t => t.Kind is TrackKind.Audio ? 0 : 1)
            .SelectMany(t => t.Segments)
            .Where(s => Path.HasExtension(s.Label))
            .MaxBy(s => s.Duration)?.Label;
        var stem = label is null ? "nemobot" : Path.GetFileNameWithoutExtension(FileNames.Safe(label, null));
        return $"{stem}-v{version}";
    }

    /// <summary><c>-9x16</c>, <c>-0.20-0.35</c>: tells the files of several shapes and parts apart; kinds of files have endings of their own.</summary>
    public static string FormatStem(string? format) => format?.Contains(':') == true ? "-" + format.Replace(':', format.Contains('-') ? '.' : 'x').Replace(' ', '-') : "";

    /// <summary>A stroke in a title separates words, not folders.</summary>
    private static string Flat(string title) => title.Replace('/', '-').Replace('\\', '-').ReplaceLineEndings(" ");
}
