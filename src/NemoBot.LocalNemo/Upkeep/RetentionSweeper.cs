using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Upkeep;

/// <summary>Deletes expired sessions, files and renders periodically.</summary>
internal sealed partial class RetentionSweeper : IAsyncDisposable
{
    private readonly SessionStore _sessions;
    private readonly AssetStore _assets;
    private readonly RenderStore _renders;
    private readonly LocalNemoOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ITimer _timer;

    public RetentionSweeper(
        SessionStore sessions, AssetStore assets, RenderStore renders, LocalNemoOptions options, TimeProvider clock, ILogger<RetentionSweeper> log)
    {
        (_sessions, _assets, _renders, _options, _clock, _log) = (sessions, assets, renders, options, clock, log);
        _timer = clock.CreateTimer(_ => Clean(), null, options.CleaningInterval, options.CleaningInterval);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Clean()
    {
        try
        {
            var now = _clock.GetUtcNow();
            foreach (var id in _sessions.DropUnused(now - _options.SessionRetention))
            {
                _assets.Drop(id);
            }

            _renders.DropOld(now - _options.RenderRetention);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Failed to delete expired files; retrying at the next sweep.")]
    private partial void LogFailed(Exception exception);
}
