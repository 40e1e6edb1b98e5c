using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>Cuts on the timeline.</summary>
internal static class Timing
{
    /// <summary>Keeps what lies between two positions.</summary>
    public static Project Keep(Project project, TimeSpan from, TimeSpan to)
    {
        var length = to - from;
        return project with
        {
            Clips = Slice(project.Clips, from, to),
            Voice = project.Voice is { } voice && Slice([voice], from, to) is [var rest] ? rest : null,
            Titles = [.. project.Titles.Select(t => Move(t, from, length)).OfType<Title>()],
        };
    }

    /// <summary>Takes out what lies between two positions; null if a sound that lies across cannot be cut in the middle.</summary>
    public static Project? Remove(Project project, TimeSpan from, TimeSpan to)
    {
        var total = project.Duration;
        if (from <= TimeSpan.Zero || to >= total)
        {
            return from <= TimeSpan.Zero ? Keep(project, to, total) : Keep(project, TimeSpan.Zero, from);
        }

        return project.Voice is not null ? null : project with
        {
            Clips = [.. Slice(project.Clips, TimeSpan.Zero, from), .. Slice(project.Clips, to, total)],
            Titles = [.. project.Titles.Select(t => Shorten(t, from, to)).OfType<Title>()],
        };
    }

    private static List<Clip> Slice(IReadOnlyList<Clip> clips, TimeSpan from, TimeSpan to)
    {
        var slices = new List<Clip>();
        var at = TimeSpan.Zero;
        foreach (var clip in clips)
        {
            var begin = from > at ? from - at : TimeSpan.Zero;
            var end = to - at < clip.Length ? to - at : clip.Length;
            if (end > begin)
            {
                slices.Add(clip with { From = clip.From + begin, Length = end - begin });
            }

            at += clip.Length;
        }

        return slices;
    }

    private static Title? Move(Title title, TimeSpan from, TimeSpan length)
    {
        var start = title.Start > from ? title.Start - from : TimeSpan.Zero;
        var end = title.End - from;
        return start >= length || end <= TimeSpan.Zero ? null : title with { Start = start, End = end >= length ? null : end };
    }

    private static Title? Shorten(Title title, TimeSpan from, TimeSpan to)
    {
        TimeSpan Moved(TimeSpan at) => at <= from ? at : at >= to ? at - (to - from) : from;
        var (start, end) = (Moved(title.Start), title.End is { } old ? Moved(old) : (TimeSpan?)null);
        return end <= start ? null : title with { Start = start, End = end };
    }
}
