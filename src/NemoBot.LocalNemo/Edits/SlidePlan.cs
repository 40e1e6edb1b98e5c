using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Retimes the pictures of a slideshow after any change of their number or of the length of the sound.</summary>
internal static class SlidePlan
{
    private const int MostSlides = 3000;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(4);

    /// <summary>The shortest time of a picture.</summary>
    public static TimeSpan Shortest { get; } = TimeSpan.FromSeconds(0.2);

    /// <summary>How long pictures last in all, when those without a time of their own take a usual one.</summary>
    public static TimeSpan Sum(IEnumerable<Slide> pictures, TimeSpan usual) =>
        pictures.Aggregate(TimeSpan.Zero, (sum, p) => sum + (p.OwnLength ?? usual));

    /// <summary>How long the sound or the clips are that the pictures are shown over; zero if there are none.</summary>
    public static TimeSpan LengthUnder(Project project) => project.Clips.Count > 0 ? project.Duration : TimeSpan.Zero;

    /// <summary>The project with its slides in time.</summary>
    public static async Task<Project> ApplyAsync(EditContext context, Project project, CancellationToken cancellationToken)
    {
        if (project.Slides.Count == 0 || project.SlideTiming is not { } timing)
        {
            return project;
        }

        // Repeats of earlier plans are dropped first: each picture counts once.
        var pictures = Items.Pictures(project).ToList();
        var total = LengthUnder(project);
        if (total == TimeSpan.Zero)
        {
            var length = timing.Pace == SlidePace.Every ? timing.Length : Usual;
            return project with { Slides = InTurn(pictures, length, Sum(pictures, length)) };
        }

        return project with
        {
            Slides = timing.Pace switch
            {
                SlidePace.Every => InTurn(pictures, timing.Length, total),
                SlidePace.OnBeats when await BeatsAsync(context, project, timing.Beats, cancellationToken) is { Count: > 1 } beats => On(pictures, beats, total),
                _ => InTurn(pictures, Share(pictures, total), total),
            },
        };
    }

    /// <summary>What each picture without a time of its own gets of the video.</summary>
    private static TimeSpan Share(List<Slide> pictures, TimeSpan total)
    {
        var left = total - Sum(pictures, TimeSpan.Zero);
        var share = left / Math.Max(1, pictures.Count(p => p.OwnLength is null));
        return share > Shortest ? share : Shortest;
    }

    /// <summary>One after the other, from the first again until the video ends. A rest that nobody would see goes to the last.</summary>
    private static List<Slide> InTurn(List<Slide> pictures, TimeSpan length, TimeSpan total)
    {
        var starts = new List<TimeSpan> { TimeSpan.Zero };
        while (starts.Count < MostSlides)
        {
            var next = starts[^1] + (pictures[(starts.Count - 1) % pictures.Count].OwnLength ?? length);
            if (total - next < length * 0.001)
            {
                break;
            }

            starts.Add(next);
        }

        return On(pictures, starts, total);
    }

    private static List<Slide> On(List<Slide> pictures, IReadOnlyList<TimeSpan> starts, TimeSpan total)
    {
        var slides = new List<Slide>();
        for (var i = 0; i < starts.Count && slides.Count < MostSlides; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : total;
            if (starts[i] < total && end > starts[i])
            {
                slides.Add(pictures[slides.Count % pictures.Count] with { Start = starts[i], Length = (end < total ? end : total) - starts[i] });
            }
        }

        return slides;
    }

    /// <summary>The positions where the picture changes: every few beats, the first at the start.</summary>
    private static async Task<IReadOnlyList<TimeSpan>> BeatsAsync(EditContext context, Project project, int every, CancellationToken cancellationToken)
    {
        var main = project.Voice ?? project.Clips[0];
        if (context.Tools.Sound is not { } sound || !main.Asset.Facts.HasAudio)
        {
            context.Note("beat.cannot");
            return [];
        }

        var analysis = await sound.AnalyzeMusicAsync(main.Asset, cancellationToken);
        var beats = analysis.Beats.Select(b => (b - main.From) / main.Speed).Where(b => b > TimeSpan.FromSeconds(0.2)).ToList();
        if (beats.Count < 2)
        {
            context.Note("beat.none");
            return [];
        }

        return [TimeSpan.Zero, .. beats.Where((_, i) => i % every == every - 1)];
    }
}
