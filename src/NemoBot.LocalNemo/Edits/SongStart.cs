using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Where in a song its sound begins: of the background music, of the song in place of a clip's own sound, or of the song of a slideshow.</summary>
internal static class SongStart
{
    /// <summary>A later section would be over at once.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(8);

    /// <summary>The project has a song that can begin elsewhere without a cut of the video.</summary>
    public static bool IsIn(Project project) => SongOf(project) is not null;

    /// <summary>Begins the song at a position of its file.</summary>
    /// <param name="context">What to change.</param>
    /// <param name="from">The position; negative: counted from the end of the song.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<Project> SetAsync(EditContext context, TimeSpan from, CancellationToken cancellationToken)
    {
        var project = context.Project;
        if (SongOf(project) is not { } song)
        {
            context.Note("music.none");
            return project;
        }

        var (begin, length) = (from < TimeSpan.Zero ? song.Facts.Duration + from : from, song.Facts.Duration);
        if (begin < TimeSpan.Zero || begin >= length)
        {
            context.Note("music.too-late", length);
            return project;
        }

        return project.Music.Count > 0 ? project with { Music = [.. project.Music.SkipLast(1), project.Music[^1] with { From = begin }] }
            : project.Voice is { } voice ? Voiced(project, voice, begin)
            : await ShowSlidesAsync(context, project, begin, cancellationToken);
    }

    /// <summary>Where the liveliest section of the song begins; null if nothing can be heard.</summary>
    public static async Task<TimeSpan?> FindChorusAsync(EditContext context, CancellationToken cancellationToken)
    {
        if (context.Tools.Sound is not { } sound || SongOf(context.Project) is not { } song)
        {
            context.Note("music.cannot-hear");
            return null;
        }

        var analysis = await sound.AnalyzeMusicAsync(song, cancellationToken);
        if (analysis.Sections.Where(s => s.Start + Shortest < song.Facts.Duration).MaxBy(s => s.Energy) is not { } loudest)
        {
            context.Note("music.cannot-hear");
            return null;
        }

        context.Note("music.liveliest");
        return TimeSpan.FromMilliseconds(Math.Round(loudest.Start.TotalMilliseconds));
    }

    private static Asset? SongOf(Project project) => project.Music is [.., var music] ? music.Asset
        : project.Voice is { } voice ? voice.Asset
        : project is { Slides.Count: > 0, Clips: [{ Asset.Facts: { HasAudio: true, HasVideo: false }, Reversed: false } only] } ? only.Asset : null;

    private static Project Voiced(Project project, Clip voice, TimeSpan from)
    {
        var late = project.VoiceDelay > TimeSpan.Zero ? project.VoiceDelay : TimeSpan.Zero;
        var (left, place) = (voice.Asset.Facts.Duration - from, (project.Duration - late) * voice.Speed);
        return project with { Voice = voice with { From = from, Length = left < place ? left : place } };
    }

    /// <summary>The video is shorter or longer by what the song loses or gains; pictures and texts stay, in their order.</summary>
    private static async Task<Project> ShowSlidesAsync(EditContext context, Project project, TimeSpan from, CancellationToken cancellationToken)
    {
        var song = project.Clips[0];
        var end = song.From + song.Length;
        if (from >= end)
        {
            context.Note("music.too-late", end);
            return project;
        }

        var cut = from > song.From ? Timing.Keep(project, (from - song.From) / song.Speed, project.Duration)
            : project with { Clips = [song with { From = from, Length = end - from }] };
        var timed = await SlidePlan.ApplyAsync(context, cut, cancellationToken);
        return timed with
        {
            Titles = [.. project.Titles.Select(t => Follow(t, project, timed)).OfType<Title>()],
            Overlays = project.Overlays,
            Visual = project.Visual,
        };
    }

    /// <summary>A text that is shown with a picture stays with it; null if nobody would see it any more.</summary>
    private static Title? Follow(Title title, Project before, Project after)
    {
        TimeSpan Moved(TimeSpan time) => before.Slides.Index().FirstOrDefault(s => s.Item.Start == time) is { Item: not null } slide && slide.Index < after.Slides.Count
            ? after.Slides[slide.Index].Start : time;
        var (start, end) = (Moved(title.Start), title.End is { } until ? Moved(until) : (TimeSpan?)null);
        return start >= after.Duration ? null : title with { Start = start, End = end >= after.Duration ? null : end };
    }
}
