using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Whoever changes the picture after asking for the sound alone wants to see it: the output becomes a video again.</summary>
internal static class OutputReset
{
    /// <summary>The project with the format that fits what was done to it.</summary>
    public static Project Apply(Project? before, Project after, IReadOnlyList<Edit> edits) =>
        before is not null && OutputFormats.IsSound(after.Output.Format) && !edits.Any(e => e is SetOutput) && IsPictureChanged(before, after)
            ? after with { Output = after.Output with { Format = OutputFormat.Mp4 } }
            : after;

    private static bool IsPictureChanged(Project before, Project after) =>
        before.Canvas != after.Canvas
        || before.Background != after.Background
        || before.Visual != after.Visual
        || before.Scene != after.Scene
        || before.ProgressBar != after.ProgressBar
        || before.Captions?.Style != after.Captions?.Style
        || before.Captions?.Color != after.Captions?.Color
        || before.Overlays.Count != after.Overlays.Count
        || before.Slides.Count != after.Slides.Count
        || !before.Titles.Select(Look).SequenceEqual(after.Titles.Select(Look));

    /// <summary>What of a title does not follow a cut of the sound.</summary>
    private static (string Text, string Color, double Size, VerticalPlace Place) Look(Title title) => (title.Text, title.Color, title.Size, title.Place);
}
