using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Sound.Measuring;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Analysis;

/// <summary>Analyzes assets with FFmpeg as the decoder; the last ones are remembered, because an edit and its render ask for the same.</summary>
internal sealed class SoundAnalyzer(MediaProcesses processes) : ISoundAnalyzer
{
    private const int Remembered = 12;
    private readonly ShortSounds _shorts = new();
    private readonly Lock _gate = new();
    private readonly List<(string Path, Task<SoundScan> Scan)> _scans = [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimeRange>> FindSilencesAsync(Asset asset, SilenceOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var scan = await ScanAsync(asset, listensToAll: false, cancellationToken).ConfigureAwait(false);
        return SilenceFinder.Find(scan.Levels, scan.Loudness.Integrated, options);
    }

    /// <inheritdoc/>
    public async Task<MusicAnalysis> AnalyzeMusicAsync(Asset asset, CancellationToken cancellationToken) =>
        (await ScanAsync(asset, listensToAll: true, cancellationToken).ConfigureAwait(false)).Music;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<float>> ReadLevelsAsync(Asset asset, CancellationToken cancellationToken) =>
        (await ScanAsync(asset, listensToAll: false, cancellationToken).ConfigureAwait(false)).Levels;

    /// <inheritdoc/>
    public async Task<LoudnessReport> MeasureLoudnessAsync(Asset asset, CancellationToken cancellationToken) =>
        (await ScanAsync(asset, listensToAll: false, cancellationToken).ConfigureAwait(false)).Loudness;

    /// <inheritdoc/>
    public float[]? Recall(Asset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return _shorts.Find(asset.Path);
    }

    private async Task<SoundScan> ScanAsync(Asset asset, bool listensToAll, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asset);
        while (true)
        {
            var (scan, isOurs) = Find(asset, listensToAll, cancellationToken);
            try
            {
                var found = await scan.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (found.IsWhole || !listensToAll)
                {
                    return found;
                }

                Forget(scan);
            }
            catch (OperationCanceledException) when (!isOurs && !cancellationToken.IsCancellationRequested)
            {
                // Another caller started this scan and cancelled it: start our own.
            }
        }
    }

    /// <summary>A scan that heard only the first minutes is replaced by one of everything.</summary>
    private void Forget(Task<SoundScan> scan)
    {
        lock (_gate)
        {
            _scans.RemoveAll(s => s.Scan == scan);
        }
    }

    private (Task<SoundScan> Scan, bool IsOurs) Find(Asset asset, bool listensToAll, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _scans.RemoveAll(s => s.Scan.IsFaulted || s.Scan.IsCanceled);
            var known = _scans.FindIndex(s => s.Path == asset.Path);
            if (known >= 0)
            {
                var entry = _scans[known];
                _scans.RemoveAt(known);
                _scans.Add(entry);
                return (entry.Scan, false);
            }

            var scan = Task.Run(() => SoundScan.ReadAsync(processes, asset, listensToAll, _shorts, cancellationToken), CancellationToken.None);
            _scans.Add((asset.Path, scan));
            if (_scans.Count > Remembered)
            {
                _scans.RemoveAt(0);
            }

            return (scan, true);
        }
    }
}
