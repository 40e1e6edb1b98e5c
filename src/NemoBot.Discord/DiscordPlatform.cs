using NemoBot.Core.Platforms;
using NemoBot.Discord.Channels;
using NemoBot.Discord.Gateway;
using NemoBot.Discord.Messages;
using NemoBot.Discord.Supervision;
using NemoBot.Discord.Wording;

namespace NemoBot.Discord;

/// <summary>
/// Discord: servers, threads and direct messages. The channel of a <see cref="ConversationKey"/> is the id of a Discord channel;
/// threads and direct messages are channels too.
/// </summary>
internal sealed class DiscordPlatform(
    SignIn signIn,
    DiscordSession session,
    BotIdentity identity,
    ChannelRegistry registry,
    ChannelLimits limits,
    MessageSender sender,
    AttachmentLoader attachments,
    AdministratorLookup administrators,
    RoleLookup roles,
    HealthMonitor health) : IChatPlatform, IAdministratorLookup, IRoleLookup, IMessageDeleter, IHelpNotes, IStartCheck, IPlatformHealth
{
    public string Name => "discord";

    public string? Problem => health.Problem;

    public Task<bool> CheckAsync(CancellationToken cancellationToken) => signIn.CheckAsync(cancellationToken);

    public Task RunAsync(IInboundSink sink, CancellationToken cancellationToken) => session.RunAsync(sink, cancellationToken);

    public ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        limits.GetLimitsAsync(conversation.Channel, cancellationToken);

    /// <summary>Counts code points after escaping, as Discord does.</summary>
    public int MeasureText(string text) => Markdown.Measure(text);

    public Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken) =>
        sender.SendAsync(conversation, message, cancellationToken);

    public Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken) =>
        sender.EditAsync(target, message, cancellationToken);

    public Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken) =>
        sender.SendFileAsync(conversation, file, cancellationToken);

    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken) =>
        attachments.OpenAsync(attachment, cancellationToken);

    public Task<bool> IsAdministratorAsync(ConversationKey conversation, Author author, CancellationToken cancellationToken) =>
        administrators.QueryAsync(conversation.Channel, author.Id, cancellationToken);

    public Task<MemberGroup?> FindGroupAsync(ConversationKey conversation, string written, CancellationToken cancellationToken) =>
        roles.FindAsync(conversation.Channel, written, cancellationToken);

    public Task<bool> IsInGroupAsync(ConversationKey conversation, Author author, string groupId, CancellationToken cancellationToken) =>
        roles.HasAsync(conversation.Channel, author.Id, groupId, cancellationToken);

    public Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken) => sender.DeleteAsync(message, cancellationToken);

    public ValueTask<string?> GetHelpNoteAsync(ConversationKey conversation, string language, CancellationToken cancellationToken)
    {
        var words = Words.For(language);
        var isPrivate = registry.Find(conversation.Channel) is { IsPrivate: true };
        var note = words["help.note"];
        return ValueTask.FromResult<string?>(isPrivate || identity.ReadsContent ? note : note + "\n" + words["help.content"]);
    }
}
