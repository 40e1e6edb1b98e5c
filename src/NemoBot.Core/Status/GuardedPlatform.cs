using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Status;

/// <summary>Shows nothing in a conversation that another process has taken: sends and edits throw <see cref="LaneLostException"/>.</summary>
/// <remarks>
/// The platform asks after its waits, because a conversation can change its owner while an edit waits for its pace: the late edit of the
/// former owner would hide the final one of the new owner.
/// </remarks>
internal sealed class GuardedPlatform(IChatPlatform platform, LaneCheck lane) : IChatPlatform
{
    public string Name => platform.Name;

    public Task RunAsync(IInboundSink sink, CancellationToken cancellationToken) => platform.RunAsync(sink, cancellationToken);

    public ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        platform.GetLimitsAsync(conversation, cancellationToken);

    public int MeasureText(string text) => platform.MeasureText(text);

    public Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken) =>
        platform.SendAsync(conversation, message with { BeforeSend = stop => RequireAsync(conversation, message, stop) }, cancellationToken);

    public Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken) =>
        platform.EditAsync(target, message with { BeforeSend = stop => RequireAsync(target.Conversation, message, stop) }, cancellationToken);

    public Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken) =>
        platform.SendFileAsync(conversation, file with { BeforeSend = stop => lane.RequireAsync(conversation, stop) }, cancellationToken);

    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken) =>
        platform.OpenAsync(conversation, attachment, cancellationToken);

    /// <summary>The sender is asked last: this process may have taken the lane back for other work while the store was asked.</summary>
    private async Task RequireAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken)
    {
        await lane.RequireAsync(conversation, cancellationToken).ConfigureAwait(false);
        await message.ConfirmAsync(cancellationToken).ConfigureAwait(false);
    }
}
