using NemoBot.Core.Storage;
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
    private readonly ITimer _timer;
    private readonly CancellationTokenSource _stopping = new();
    private Task _sweep = Task.CompletedTask;

    public RetentionSweeper(
        SessionStore sessions, AssetStore assets, IRenders renders, LocalNemoOptions options, TimeProvider clock, ILogger<RetentionSweeper> log)
    {
        (_sessions, _assets, _renders, _options, _clock, _log) = (sessions, assets, renders, options, clock, log);
        _timer = clock.CreateTimer(_ => Begin(), null, options.CleaningInterval, options.CleaningInterval);
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _stopping.CancelAsync();
        await _sweep;
        _stopping.Dispose();
    }

    private void Begin()
    {
        if (_sweep.IsCompleted)
        {
            _sweep = CleanAsync(_stopping.Token);
        }
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
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
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next run of the program goes on.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StoreException)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Failed to delete expired files; retrying at the next sweep.")]
    private partial void LogFailed(Exception exception);
}
