using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Upkeep;

/// <summary>Deletes expired sessions, files and renders periodically.</summary>
internal sealed partial class RetentionSweeper : IAsyncDisposable
{
    private readonly SessionStore _sessions;
    private readonly AssetStore _assets;
    private readonly IRenders _renders;
    private readonly LocalNemoOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _loop;

    public RetentionSweeper(
        SessionStore sessions, AssetStore assets, IRenders renders, LocalNemoOptions options, TimeProvider clock, ILogger<RetentionSweeper> log)
    {
        (_sessions, _assets, _renders, _options, _clock, _log) = (sessions, assets, renders, options, clock, log);
        _loop = Periodically.RunAsync(options.CleaningInterval, clock, CleanAsync, _stopping.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _loop;
        _stopping.Dispose();
    }

    private async Task<bool> CleanAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = _clock.GetUtcNow();
            foreach (var id in await _sessions.DropUnusedAsync(now - _options.SessionRetention, cancellationToken))
            {
                await _assets.DropAsync(id, cancellationToken);
            }

            await _renders.DropOldAsync(now - _options.RenderRetention, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(e);
        }

        return true;
    }

    [LoggerMessage(LogLevel.Warning, "Failed to delete expired files; retrying at the next sweep.")]
    private partial void LogFailed(Exception exception);
}
