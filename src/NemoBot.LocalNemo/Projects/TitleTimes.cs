namespace NemoBot.LocalNemo.Projects;

/// <summary>
/// When a title is on screen. Over the moving scenes of a music video and over photos that follow each other, one in the middle that has
/// no times of its own would hide what is to be seen: it opens the video and closes it, as one in the lower left corner of photos does.
/// Placed anywhere else, it stays.
/// </summary>
internal static class TitleTimes
{
    /// <summary>Shorter videos keep their title: it would hardly be gone before it is back.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(24);
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Fade = TimeSpan.FromSeconds(1);

    /// <summary>It is seen at the start and at the end only.</summary>
    public static bool IsAtEnds(Project project, Title title) =>
        (project.Scene is not null || project.Slides.Count > 0) && project.Duration >= Shortest
        && title.End is null && title.Start == TimeSpan.Zero && (title is { Place: VerticalPlace.Middle, Side: HorizontalPlace.Middle } || IsInCorner(project, title));

    /// <summary>Where titles of slideshows are placed when no place is said.</summary>
    private static bool IsInCorner(Project project, Title title) => project.Slides.Count > 0 && title is { Place: VerticalPlace.Bottom, Side: HorizontalPlace.Left };

    /// <summary>The title once for each time that it is seen.</summary>
    public static IReadOnlyList<Title> Showings(Project project, Title title) => IsAtEnds(project, title)
        ?
        [
            title with { End = Opening, FadeOut = title.FadeOut > Fade ? title.FadeOut : Fade },
            title with { Start = project.Duration - Closing, FadeIn = title.FadeIn > Fade ? title.FadeIn : Fade },
        ]
        : [title];
}
