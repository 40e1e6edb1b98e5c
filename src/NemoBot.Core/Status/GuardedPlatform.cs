using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Status;

/// <summary>Shows nothing in a conversation that another process has taken: sends and edits throw <see cref="LaneLostException"/>.</summary>
internal sealed class GuardedPlatform(IChatPlatform platform, ILaneGuard guard, TimeProvider clock) : IChatPlatform
{
    private const int Checks = 3;

    /// <summary>An answer that took longer may be from before the process was frozen.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    public string Name => platform.Name;

    public Task RunAsync(IInboundSink sink, CancellationToken cancellationToken) => platform.RunAsync(sink, cancellationToken);

    public ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        platform.GetLimitsAsync(conversation, cancellationToken);

    public int MeasureText(string text) => platform.MeasureText(text);

    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken)
    {
        await RequireAsync(conversation, cancellationToken).ConfigureAwait(false);
        return await platform.SendAsync(conversation, message, cancellationToken).ConfigureAwait(false);
    }

    public async Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken)
    {
        await RequireAsync(target.Conversation, cancellationToken).ConfigureAwait(false);
        return await platform.EditAsync(target, message, cancellationToken).ConfigureAwait(false);
    }

    public Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken) =>
        platform.SendFileAsync(conversation, file, cancellationToken);

    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken) =>
        platform.OpenAsync(conversation, attachment, cancellationToken);

    private async Task RequireAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        for (var check = 1; check <= Checks; check++)
        {
            var asked = clock.GetTimestamp();
            if (await guard.IsTakenAsync(conversation, cancellationToken).ConfigureAwait(false))
            {
                throw new LaneLostException();
            }

            if (clock.GetElapsedTime(asked) < Fresh)
            {
                return;
            }
        }
    }
}
