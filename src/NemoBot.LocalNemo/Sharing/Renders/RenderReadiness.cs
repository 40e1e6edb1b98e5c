using NemoBot.Core.Homes;
using NemoBot.Core.Media;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sharing.Renders;

/// <summary>
/// Whether this machine can make videos. One that cannot leaves the renders to the others instead of failing them, and goes on as soon as it
/// can: FFmpeg may be installed while the instance runs.
/// </summary>
/// <param name="media">Starts FFmpeg.</param>
/// <param name="processes">Finds it.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed partial class RenderReadiness(IMediaTools media, MediaProcesses processes, TimeProvider clock, ILogger<RenderReadiness> log) : IHealthLine
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    private bool _starts;
    private DateTimeOffset _nextStart;
    private volatile string? _problem;

    /// <inheritdoc/>
    public string Name => "renders";

    /// <inheritdoc/>
    public string State => _problem is { } problem ? $"claims none: {problem}" : "ok";

    /// <summary>Called before each claim, by one worker at a time.</summary>
    /// <param name="hasSpace">The disk has space for another video.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>True if a render may be claimed.</returns>
    internal async Task<bool> CheckAsync(bool hasSpace, CancellationToken cancellationToken)
    {
        var problem = hasSpace ? await FindToolProblemAsync(cancellationToken) : "the disk is nearly full";
        if (problem != _problem)
        {
            Report(problem);
            _problem = problem;
        }

        return problem is null;
    }

    private async Task<string?> FindToolProblemAsync(CancellationToken cancellationToken)
    {
        if (processes.FindMissingTool() is { } missing)
        {
            (_starts, _nextStart) = (false, default);
            return $"{missing} is not installed (apt-get install ffmpeg)";
        }

        // That it starts is asked once: files that are there stay good.
        if (!_starts && clock.GetUtcNow() >= _nextStart)
        {
            _nextStart = clock.GetUtcNow() + RetryInterval;
            _starts = await media.FindVersionAsync(cancellationToken) is not null;
        }

        return _starts ? null : "FFmpeg does not start";
    }

    private void Report(string? problem)
    {
        if (problem is null)
        {
            LogReady();
        }
        else
        {
            LogNotReady(problem);
        }
    }

    [LoggerMessage(LogLevel.Warning, "This machine claims no renders: {Problem}")]
    private partial void LogNotReady(string problem);

    [LoggerMessage(LogLevel.Information, "This machine claims renders again.")]
    private partial void LogReady();
}
