using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>
/// Sound or captions alone are wanted once: the output becomes a video again for who changes the picture after asking for the sound, or anything
/// after asking for the captions as a file.
/// </summary>
internal static class OutputReset
{
    /// <summary>The project with the format that fits what was done to it.</summary>
    public static Project Apply(Project? before, Project after, IReadOnlyList<Edit> edits) =>
        before is null ? after
        : edits.OfType<GiveCaptionFile>().Any() ? AloneIfNothingElse(before, after)
        : DropCaptionFile(before, OutputFormats.IsSound(after.Output.Format) && !edits.Any(e => e is SetOutput) && IsPictureChanged(before, after)
            ? after with { Output = after.Output with { Format = OutputFormat.Mp4 } }
            : after);

    /// <summary>Nobody who asks for the captions of a finished video wants that made again.</summary>
    private static Project AloneIfNothingElse(Project before, Project after)
    {
        var files = after.Output.Others.Where(IsCaptionFile).ToList();
        return files.Count > 0 && after with { Output = before.Output } == before
            ? after with { Output = after.Output with { Format = files[0].Format!.Value, Others = files[1..] } }
            : after;
    }

    private static Project DropCaptionFile(Project before, Project after)
    {
        var output = after.Output;
        return after == before ? after : after with
        {
            Output = output with
            {
                Format = OutputFormats.IsCaptionFile(output.Format) ? OutputFormat.Mp4 : output.Format,
                Again = 0,
                Others = [.. output.Others.Where(o => !IsCaptionFile(o))],
            },
        };
    }

    private static bool IsCaptionFile(OutputVariant variant) => variant.Format is { } format && OutputFormats.IsCaptionFile(format);

    /// <summary>Parts are files for one time: the next change is not made for them again.</summary>
    public static Project? DropParts(Project? project) => project is null || project.Output.Others.All(o => o.Part is null) ? project
        : project with { Output = project.Output with { Others = [.. project.Output.Others.Where(o => o.Part is null)] } };

    /// <summary>"9:16 and 1:1" after "mp4 and gif": shapes alone are asked for, as videos.</summary>
    public static Project KeepAsked(Project? before, Project after, IReadOnlyList<Edit> edits)
    {
        var asked = edits.OfType<AlsoMake>().SelectMany(a => a.Formats).Select(OutputVariant.Read).OfType<OutputVariant>().ToList();
        return before is null || asked.Count == 0 || asked.Exists(v => v.Ratio is null) || !edits.Any(e => e is SetCanvas { Ratio: not null }) || edits.Any(e => e is SetOutput) ? after
            : after with { Output = after.Output with { Others = [.. after.Output.Others.Where(o => o.Format is null && asked.Contains(o))] } };
    }

    private static bool IsPictureChanged(Project before, Project after) =>
        before.Canvas != after.Canvas
        || before.Background != after.Background
        || before.Visual != after.Visual
        || before.Scene != after.Scene
        || (before.ProgressBar, before.ProgressColor) != (after.ProgressBar, after.ProgressColor)
        || before.Captions?.Style != after.Captions?.Style
        || before.Captions?.Color != after.Captions?.Color
        || before.Overlays.Count != after.Overlays.Count
        || before.Slides.Count != after.Slides.Count
        || !before.Titles.Select(Look).SequenceEqual(after.Titles.Select(Look));

    /// <summary>What of a title does not follow a cut of the sound.</summary>
    private static (string Text, string Color, double Size, VerticalPlace Place) Look(Title title) => (title.Text, title.Color, title.Size, title.Place);
}
