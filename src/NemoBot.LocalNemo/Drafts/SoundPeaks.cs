using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Measuring;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Peaks of the sound on a timeline, for its picture. A render listens to the same files, so nothing is decoded twice.</summary>
internal sealed class SoundPeaks
{
    /// <summary>Peaks over the whole timeline: a picture for phones shows no more.</summary>
    private const int Most = 240;

    /// <summary>Of more than this nobody could tell a place by its peaks.</summary>
    private static readonly TimeSpan LongestSound = TimeSpan.FromHours(1);

    /// <summary>Listening goes on for the render; the answer waits no longer than this for it. A later version has the peaks.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, float[]> _levels = new(StringComparer.Ordinal);
    private readonly TimeSpan _duration;

    private SoundPeaks(TimeSpan duration) => _duration = duration;

    /// <summary>Listens to the files of a project. One that cannot be heard, or not soon, has no peaks: the edit itself does not need them.</summary>
    public static async Task<SoundPeaks> ReadAsync(ISoundAnalyzer? analyzer, Project project, TimeProvider clock, CancellationToken cancellationToken)
    {
        var peaks = new SoundPeaks(project.Duration);
        if (analyzer is null)
        {
            return peaks;
        }

        var sounds = project.Clips.Append(project.Voice).OfType<Clip>().Select(c => c.Asset).Concat(project.Music.Select(m => m.Asset)).DistinctBy(a => a.Id);
        var start = clock.GetTimestamp();
        foreach (var asset in sounds.Where(a => a.Facts.HasAudio && a.Facts.Duration <= LongestSound))
        {
            var left = LongestWait - clock.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                // Further files would be decoded all at once.
                break;
            }

            try
            {
                var listening = analyzer.ReadLevelsAsync(asset, CancellationToken.None);
                peaks._levels[asset.Id] = Relative(await listening.WaitAsync(left, clock, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception e) when (e is MediaException or TimeoutException)
            {
                // The render says what is wrong with it.
            }
        }

        return peaks;
    }

    /// <summary>Peaks of a clip in the order they are heard, 0 to 100 of the loudest place of its file; none if they are not known.</summary>
    public IReadOnlyList<int> Of(Clip clip)
    {
        var peaks = Of(clip.Asset, clip.From, clip.Length, clip.Duration, clip.Loops ? TimeSpan.Zero : null);
        return clip.Reversed ? [.. peaks.Reverse()] : peaks;
    }

    /// <summary>Peaks of music that plays for so long.</summary>
    public IReadOnlyList<int> Of(Music music, TimeSpan length) => Of(music.Asset, music.From, length, length, music.Loops ? music.From : null);

    private int[] Of(Asset asset, TimeSpan from, TimeSpan length, TimeSpan shown, TimeSpan? again)
    {
        if (!_levels.TryGetValue(asset.Id, out var levels) || levels.Length == 0 || length <= TimeSpan.Zero)
        {
            return [];
        }

        var count = Math.Max(1, (int)Math.Ceiling(Most * Math.Min(1, shown / _duration)));
        double At(int i) => (from + (length * i / count)).TotalSeconds * LevelCurve.Rate;
        var restart = again is { } time ? (long)(time.TotalSeconds * LevelCurve.Rate) : (long?)null;
        return [.. Enumerable.Range(0, count).Select(i => (int)Math.Round(100 * Peak(levels, (long)At(i), (long)At(i + 1), restart)))];
    }

    private static float Peak(float[] levels, long from, long to, long? restart)
    {
        var peak = 0f;
        for (var at = from; at < Math.Max(to, from + 1) && at - from < levels.Length; at++)
        {
            var known = at >= levels.Length && restart < levels.Length ? restart.Value + ((at - restart.Value) % (levels.Length - restart.Value)) : at;
            peak = Math.Max(peak, known < levels.Length ? levels[known] : 0);
        }

        return peak;
    }

    private static float[] Relative(IReadOnlyList<float> decibels)
    {
        var loudest = decibels.DefaultIfEmpty().Max();
        return [.. decibels.Select(d => MathF.Pow(10, (d - loudest) / 20))];
    }
}
