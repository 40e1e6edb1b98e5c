using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.Tests.Rendering;

/// <summary>Hears 120 beats a minute, a quiet and a loud part.</summary>
internal sealed class FakeAnalyzer(double seconds) : ISoundAnalyzer
{
    public static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    public Task<IReadOnlyList<TimeRange>> FindSilencesAsync(Asset asset, SilenceOptions options, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TimeRange>>([]);

    public Task<MusicAnalysis> AnalyzeMusicAsync(Asset asset, CancellationToken cancellationToken)
    {
        List<TimeSpan> beats = [.. Enumerable.Range(0, (int)(seconds * 2)).Select(i => S(i * 0.5))];
        return Task.FromResult(new MusicAnalysis
        {
            Tempo = 120,
            Beats = beats,
            Kicks = beats,
            Sections = [new MusicSection(S(0), S((seconds / 2) + 0.1), 0.3, 0.3, 0), new MusicSection(S((seconds / 2) + 0.1), S(seconds), 1, 0.7, 1)],
        });
    }

    public Task<IReadOnlyList<float>> ReadLevelsAsync(Asset asset, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<float>>([.. Enumerable.Range(0, (int)(seconds * 100)).Select(i => i < seconds * 50 ? -40f : -20f)]);

    public Task<LoudnessReport> MeasureLoudnessAsync(Asset asset, CancellationToken cancellationToken) => throw new NotSupportedException();

    public float[]? Recall(Asset asset) => null;
}
