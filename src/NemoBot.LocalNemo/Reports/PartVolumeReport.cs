using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Reports;

/// <summary>Differences in the volumes of parts of a sound.</summary>
internal static class PartVolumeReport
{
    public static void Add(ReportLines lines, Project before, Project after)
    {
        foreach (var (main, key) in new[] { (true, "volume.part"), (false, "music.part") })
        {
            var (old, now) = (Of(before, main), Of(after, main));
            foreach (var part in now.Where(n => old.All(o => (o.Asset, o.Change) != (n.Asset, n.Change))))
            {
                lines.Add(key + (part.Change.Bleeps ? "-bleeps" : part.Change.Level == 0 ? "-silent" : ""), part.From, part.To, part.Change.Level);
            }

            foreach (var part in old.Where(o => now.All(n => n.Asset != o.Asset || n.Change.To <= o.Change.From || n.Change.From >= o.Change.To) && IsHeard(after, o.Asset)))
            {
                lines.Add(key + "-even", part.From, part.To);
            }
        }
    }

    private static bool IsHeard(Project project, string asset) =>
        project.Clips.Any(c => c.Asset.Id == asset) || project.Voice?.Asset.Id == asset || project.Music.Any(m => m.Asset.Id == asset);

    /// <summary>The parts that are on the timeline, with their places there.</summary>
    private static List<(string Asset, VolumeChange Change, TimeSpan From, TimeSpan To)> Of(Project project, bool main)
    {
        IEnumerable<(Clip Clip, TimeSpan Start)> clips = !main ? project.Music.Select(m => (new Clip(m.Asset, TimeSpan.Zero, project.Duration) { Changes = m.Changes }, m.Start))
            : project.Voice is { } voice ? [(voice, project.VoiceDelay)]
            : project.Clips.Select((c, i) => (c, project.StartOf(i)));
        var parts = new List<(string Asset, VolumeChange Change, TimeSpan From, TimeSpan To)>();
        foreach (var (clip, start) in clips)
        {
            foreach (var change in clip.Changes)
            {
                var (from, to) = clip.Played(change.From, change.To);
                if (from < clip.Duration && to > TimeSpan.Zero)
                {
                    parts.Add((clip.Asset.Id, change, (from > TimeSpan.Zero ? from : TimeSpan.Zero) + start, (to < clip.Duration ? to : clip.Duration) + start));
                }
            }
        }

        return parts;
    }
}
