using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>Makes status messages, new ones and those that an earlier process left behind.</summary>
internal sealed class LiveStatusFactory(
    PlatformDirectory platforms,
    ILaneGuard guard,
    IOptionsMonitor<LiveStatusOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<StatusMessage> logger)
{
    public TimeProvider Clock => clock;

    /// <param name="conversation">Where the message is posted.</param>
    /// <param name="existing">The platform's id of the message if it is posted already.</param>
    /// <param name="replyTo">The message that asked: where several people talk, a new status hangs below it.</param>
    /// <param name="texts">The language.</param>
    /// <param name="saveId">Persists the message's id.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<LiveStatus> OpenAsync(
        ConversationKey conversation, string? existing, string? replyTo, Texts texts, Func<MessageRef, Task> saveId, CancellationToken cancellationToken)
    {
        var platform = new GuardedPlatform(platforms.For(conversation), guard);
        var limits = await platform.GetLimitsAsync(conversation, cancellationToken).ConfigureAwait(false);
        var message = new StatusMessage(
            platform, conversation, limits, existing, limits.IsGroup ? replyTo : null, saveId, clock, logger, lifetime.ApplicationStopping);
        return new LiveStatus(message, platform, limits, texts, options.CurrentValue, clock);
    }
}
