using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Status;

/// <summary>Shows nothing in a conversation that another process has taken: to this one the chat is gone.</summary>
internal sealed class GuardedPlatform(IChatPlatform platform, ILaneGuard guard) : IChatPlatform
{
    public string Name => platform.Name;

    public Task RunAsync(IInboundSink sink, CancellationToken cancellationToken) => platform.RunAsync(sink, cancellationToken);

    public ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        platform.GetLimitsAsync(conversation, cancellationToken);

    public int MeasureText(string text) => platform.MeasureText(text);

    public async Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken) =>
        await guard.IsTakenAsync(conversation, cancellationToken).ConfigureAwait(false)
            ? new DeliveryResult.Gone()
            : await platform.SendAsync(conversation, message, cancellationToken).ConfigureAwait(false);

    public async Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken) =>
        await guard.IsTakenAsync(target.Conversation, cancellationToken).ConfigureAwait(false)
            ? new DeliveryResult.Gone()
            : await platform.EditAsync(target, message, cancellationToken).ConfigureAwait(false);

    public Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken) =>
        platform.SendFileAsync(conversation, file, cancellationToken);

    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken) =>
        platform.OpenAsync(conversation, attachment, cancellationToken);
}
