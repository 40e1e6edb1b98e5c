using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Timeline;
using NemoBot.Media.Converting;
using NemoBot.Media.Covers;
using NemoBot.Media.Pictures;
using NemoBot.Media.Probing;
using NemoBot.Media.Processes;

namespace NemoBot.Media;

/// <summary>Media work by the system's FFmpeg.</summary>
public sealed class MediaTools(MediaProcesses processes) : IMediaTools, IDisposable
{
    private readonly MediaConcurrencyLimiter _turns = new(processes.Options);
    private readonly MediaProbe _probe = new(processes);
    private readonly MediaConverter _converter = new(processes);
    private readonly SoundCompressor _compressor = new(processes);
    private readonly VideoFitter _fitter = new(processes);
    private readonly PosterMaker _posters = new(processes);
    private readonly AssPicture _pictures = new(processes);

    /// <inheritdoc/>
    public async Task<string?> FindVersionAsync(CancellationToken cancellationToken)
    {
        try
        {
            var command = new MediaCommand(MediaTool.Ffmpeg, ["-version"], processes.Options.ProbeTimeout) { IsHarmless = true };
            var text = System.Text.Encoding.UTF8.GetString(await processes.ReadAsync(command, 1 << 20, cancellationToken).ConfigureAwait(false));
            return ReadVersion(text);
        }
        catch (MediaException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<MediaFacts> ProbeAsync(string path, CancellationToken cancellationToken) =>
        GuardAsync(() => _turns.ShortAsync(() => _probe.ProbeAsync(path, cancellationToken), cancellationToken));

    /// <inheritdoc/>
    public async Task<string> ConvertAsync(string path, string folder, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        await GuardAsync(() => new CoverRepair(this).TryAsync(path, cancellationToken)).ConfigureAwait(false);
        return await LongAsync(path, facts => _converter.ConvertAsync(path, facts, folder, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<string?> CompressAsync(string path, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken) =>
        LongAsync(
            path,
            async facts => facts.Kind switch
            {
                MediaKind.Audio => await _compressor.CompressAsync(path, facts, folder, maxBytes, progress, cancellationToken).ConfigureAwait(false),
                MediaKind.Video => (await _fitter.FitAsync(path, facts, folder, maxBytes, progress, cancellationToken).ConfigureAwait(false))?.Path,
                _ => new FileInfo(path).Length <= maxBytes ? Path.GetFullPath(path) : null,
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<FitResult?> FitAsync(string path, string folder, long maxBytes, IProgress<double>? progress, CancellationToken cancellationToken) =>
        LongAsync(
            path,
            facts => facts.HasVideo
                ? _fitter.FitAsync(path, facts, folder, maxBytes, progress, cancellationToken)
                : throw new MediaException(MediaProblem.Unreadable, "There is no moving picture to fit."),
            cancellationToken);

    /// <inheritdoc/>
    public Task<VideoFacts> DescribeVideoAsync(string path, string? poster, int maxSide, CancellationToken cancellationToken) =>
        GuardAsync(() => _turns.ShortAsync(
            async () =>
            {
                var (width, height, duration) = await _probe.GlanceAsync(path, cancellationToken).ConfigureAwait(false);
                var made = poster is not null && await _posters.TryWriteAsync(path, duration, poster, maxSide, cancellationToken).ConfigureAwait(false);
                return new VideoFacts(width, height, duration, made ? poster : null);
            },
            cancellationToken));

    /// <inheritdoc/>
    public Task DrawTimelineAsync(TimelineView timeline, string target, CancellationToken cancellationToken) =>
        GuardAsync(() => _turns.ShortAsync(
            async () =>
            {
                var (script, height) = TimelineDrawing.Draw(timeline);
                await _pictures.WriteAsync(script, TimelineDrawing.Width, height, TimelineDrawing.Paper, target, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken));

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private Task<T> LongAsync<T>(string path, Func<MediaFacts, Task<T>> work, CancellationToken cancellationToken) =>
        GuardAsync(() => _turns.LongAsync(
            async () => await work(await _probe.ProbeAsync(path, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false), cancellationToken));

    /// <summary><c>ffmpeg version 5.1.9-0+deb12u1 …</c> is 5.1 for people; builds from git keep their name.</summary>
    private static string? ReadVersion(string text)
    {
        var words = text.Split(' ', 4);
        if (words is not ["ffmpeg", "version", var version, ..])
        {
            return null;
        }

        var parts = version.TrimStart('n').Split('.', '-', '+');
        return parts.Length > 1 && parts[0].All(char.IsAsciiDigit) && parts[1].All(char.IsAsciiDigit) ? $"{parts[0]}.{parts[1]}" : version;
    }

    /// <summary>A full disk can show in our own writing too.</summary>
    private static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw DiskErrors.ToMediaException(e);
        }
    }
}
