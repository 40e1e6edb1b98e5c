using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord;

/// <summary>
/// Discord: servers, threads and direct messages. The channel of a <see cref="ConversationKey"/> is the id of a Discord channel;
/// threads and direct messages are channels too.
/// </summary>
public sealed class DiscordPlatform : IChatPlatform, IAdministrators, IMessageDeleter, IHelpNotes, IStartCheck, IDisposable
{
    private readonly Parts _parts;

    /// <summary>Makes the platform; it does nothing until it runs or is told to send.</summary>
    public DiscordPlatform(DiscordOptions options, IPlatformCursors cursors, TimeProvider clock, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(options);
        _parts = new Parts(options, cursors, clock, logs);
    }

    /// <inheritdoc/>
    public string Name => "discord";

    /// <summary>How many servers are known and how many conversations are remembered.</summary>
    internal (int Guilds, int Places) Counts => (_parts.Tiers.Count, _parts.Book.Count);

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellationToken) => new SignIn(_parts).CheckAsync(cancellationToken);

    /// <summary>Receives until cancelled.</summary>
    /// <exception cref="PlatformStartException">
    /// It can never work: a bad token, an intent that is not switched on, impossible shards. The message says where to change it.
    /// </exception>
    public Task RunAsync(IInboundSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        return new Running(_parts, sink).RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return _parts.Facts.GetLimitsAsync(conversation.Channel, cancellationToken);
    }

    /// <summary>Code points after escaping, as Discord counts.</summary>
    public int MeasureText(string text) => Messages.Markdown.Measure(text);

    /// <inheritdoc/>
    public Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken) =>
        _parts.Sender.SendAsync(conversation, message, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken) =>
        _parts.Sender.EditAsync(target, message, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken) =>
        _parts.Sender.SendFileAsync(conversation, file, cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return _parts.Loader.OpenAsync(attachment, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> IsAdministratorAsync(ConversationKey conversation, Author author, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(author);
        return _parts.Administrators.AskAsync(conversation.Channel, author.Id, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(MessageRef message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _parts.Sender.DeleteAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<string?> GetHelpNoteAsync(ConversationKey conversation, string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var words = Wording.Words.For(language);
        var isPrivate = _parts.Book.Find(conversation.Channel) is { IsPrivate: true };
        var note = words["help.note"];
        return ValueTask.FromResult<string?>(isPrivate || _parts.ReadsContent ? note : note + "\n" + words["help.content"]);
    }

    /// <inheritdoc/>
    public void Dispose() => _parts.Dispose();
}
