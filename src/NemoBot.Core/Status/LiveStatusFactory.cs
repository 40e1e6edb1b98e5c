using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>Makes status messages, new ones and those that an earlier process left behind.</summary>
internal sealed partial class LiveStatusFactory(
    PlatformDirectory platforms,
    ILaneGuard guard,
    LaneCheck lane,
    IOptionsMonitor<LiveStatusOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<StatusMessage> logger)
{
    private static readonly TimeSpan PausePatience = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<LiveStatus, bool> _open = new();

    public TimeProvider Clock => clock;

    /// <summary>Lets every status of work that is cut off by the stop say that it goes on after the restart; not if another process continues it at once.</summary>
    public async Task PauseAllAsync()
    {
        if (!guard.IsAlone)
        {
            return;
        }

        using var patience = new CancellationTokenSource(PausePatience, clock);
        await Task.WhenAll(_open.Keys.Select(s => PauseAsync(s, patience.Token))).ConfigureAwait(false);
    }

    /// <param name="conversation">Where the message is posted.</param>
    /// <param name="existing">The platform's id of the message if it is posted already.</param>
    /// <param name="replyTo">The message that asked: where several people talk, a new status hangs below it.</param>
    /// <param name="key">The key of the first post, of <see cref="RepeatKeys"/>; null: a new one.</param>
    /// <param name="texts">The language.</param>
    /// <param name="saveId">Persists the message's id.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<LiveStatus> OpenAsync(
        ConversationKey conversation,
        string? existing,
        string? replyTo,
        string? key,
        Texts texts,
        Func<MessageRef, Task> saveId,
        CancellationToken cancellationToken)
    {
        var platform = new GuardedPlatform(platforms.For(conversation), lane);
        var limits = await platform.GetLimitsAsync(conversation, cancellationToken).ConfigureAwait(false);
        var posted = new PostedStatus(platform, conversation, limits, texts["status.received"], existing, limits.IsGroup ? replyTo : null, key, saveId, logger);
        var message = new StatusMessage(posted, limits, clock, logger, lifetime.ApplicationStopping);
        var status = new LiveStatus(message, platform, limits, texts, options.CurrentValue, clock, logger, Forget);
        _open[status] = true;
        return status;
    }

    /// <summary>A turn that the stop cuts off closes its status before it could say so: it is kept for <see cref="PauseAllAsync"/>.</summary>
    private void Forget(LiveStatus status)
    {
        if (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            _open.TryRemove(status, out _);
        }
    }

    private async Task PauseAsync(LiveStatus status, CancellationToken cancellationToken)
    {
        try
        {
            await status.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogNotPaused(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A status message could not say that it goes on after the restart.")]
    private static partial void LogNotPaused(ILogger logger, Exception exception);
}
