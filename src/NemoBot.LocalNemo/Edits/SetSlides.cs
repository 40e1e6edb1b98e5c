using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>How the pictures of the slideshow are timed.</summary>
/// <param name="Pace">Evenly over the sound, every few seconds, or on the beat.</param>
internal sealed record SetSlides(SlidePace Pace) : Edit
{
    /// <summary>How long each picture is shown.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>How many beats each picture is shown.</summary>
    public int? Beats { get; init; }

    /// <summary>Multiplies how long each picture is shown now.</summary>
    public double? Factor { get; init; }

    public override string Tool => "set_slide_timing";

    protected override Project Apply(EditContext context)
    {
        var project = context.Project;
        if (project.Slides.Count == 0)
        {
            context.Note("slides.none");
            return project;
        }

        var now = project.Slides.FirstOrDefault(s => s.OwnLength is null)?.Length ?? project.Slides[0].Length;
        var length = Length ?? (Factor is { } factor ? now * factor : now);
        var (pictures, total) = (Items.Pictures(project).Count, SlidePlan.LengthUnder(project));
        if (Pace == SlidePace.Every && Factor > 1 && total > TimeSpan.Zero && length * pictures > total)
        {
            // Slower pictures must not push others out of the video.
            context.Note("slides.longest", total / pictures);
            return project with { Slides = Alike(project), SlideTiming = SlideTiming.Even };
        }

        return project with
        {
            Slides = Alike(project),
            SlideTiming = Pace switch
            {
                SlidePace.Every => SlideTiming.Every(length > SlidePlan.Shortest ? length : SlidePlan.Shortest),
                SlidePace.OnBeats => SlideTiming.OnBeats(Math.Clamp(Beats ?? 4, 1, 64)),
                _ => SlideTiming.Even,
            },
        };
    }

    /// <summary>What is said of all pictures ends the times of single ones.</summary>
    private static List<Slide> Alike(Project project) => [.. project.Slides.Select(s => s with { OwnLength = null })];
}
