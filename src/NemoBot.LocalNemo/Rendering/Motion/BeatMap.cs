using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Rendering.Motion;

/// <summary>Beats, kicks and sections of the main sound, as positions on the timeline.</summary>
/// <param name="Beats">In order.</param>
/// <param name="Kicks">In order; the beats if no kicks were found.</param>
/// <param name="Sections">In order, without gaps.</param>
internal sealed record BeatMap(IReadOnlyList<TimeSpan> Beats, IReadOnlyList<TimeSpan> Kicks, IReadOnlyList<MusicSection> Sections)
{
    private const double Decay = 0.16;

    /// <summary>Somebody speaks; false for music.</summary>
    public bool IsSpeech { get; init; }

    public static async Task<BeatMap> ReadAsync(Project project, ISoundAnalyzer analyzer, CancellationToken cancellationToken)
    {
        List<TimeSpan> beats = [];
        List<TimeSpan> kicks = [];
        List<MusicSection> sections = [];
        var isSpeech = false;
        var start = project.Voice is null ? TimeSpan.Zero : project.VoiceDelay;
        foreach (var (index, clip) in (project.Voice is { } voice ? [voice] : project.Clips).Index())
        {
            var at = project.Voice is null ? project.StartOf(index) : start;
            if (!clip.Asset.Facts.HasAudio || clip.Reversed)
            {
                continue;
            }

            var heard = await analyzer.AnalyzeMusicAsync(clip.Asset, cancellationToken).ConfigureAwait(false);
            isSpeech |= heard.IsSpeech;
            TimeSpan? Map(TimeSpan time) => time >= clip.From && time < clip.From + clip.Length ? at + ((time - clip.From) / clip.Speed) : null;
            beats.AddRange(heard.Beats.Select(Map).OfType<TimeSpan>());
            kicks.AddRange((heard.Kicks.Count > 0 ? heard.Kicks : heard.Beats).Select(Map).OfType<TimeSpan>());
            foreach (var section in heard.Sections.Where(s => s.End > clip.From && s.Start < clip.From + clip.Length))
            {
                sections.Add(section with
                {
                    Start = Map(section.Start) ?? at,
                    End = Map(section.End) ?? at + clip.Duration,
                });
            }
        }

        if (sections.Count == 0)
        {
            sections.Add(new MusicSection(TimeSpan.Zero, project.Duration, 0.5, 0.5, 0));
        }

        return new BeatMap(beats, kicks, sections) { IsSpeech = isSpeech };
    }

    /// <summary>How strongly the last kick still shows, 1 at the kick itself.</summary>
    public double PulseAt(TimeSpan time)
    {
        var index = LastUntil(Kicks, time);
        return index < 0 ? 0 : Math.Exp(-(time - Kicks[index]).TotalSeconds / Decay);
    }

    /// <summary>The beat nearest to a moment, if there is one within half a second.</summary>
    public TimeSpan Nearest(TimeSpan time)
    {
        var index = LastUntil(Beats, time);
        var before = index < 0 ? TimeSpan.MinValue : Beats[index];
        var after = index + 1 < Beats.Count ? Beats[index + 1] : TimeSpan.MaxValue;
        var (back, ahead) = (index < 0 ? 9 : (time - before).TotalSeconds, index + 1 < Beats.Count ? (after - time).TotalSeconds : 9);
        return Math.Min(back, ahead) > 0.5 ? time : back <= ahead ? before : after;
    }

    private static int LastUntil(IReadOnlyList<TimeSpan> times, TimeSpan time)
    {
        var (low, high) = (0, times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] <= time ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
