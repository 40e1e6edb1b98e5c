using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Web.Messages;

/// <summary>The messages of the chats: the store's log, with notifications of every write.</summary>
internal sealed class ChatLog(IMessageLog log, ChangeNotifier notifier, TimeProvider time)
{
    public const string Platform = "web";

    public DateTimeOffset Now => time.GetUtcNow();

    public static ConversationKey KeyOf(string channel) => new(Platform, channel);

    public async Task<LoggedMessage> AppendAsync(string channel, ChatMessage message, CancellationToken cancellationToken)
    {
        var logged = await log.AppendLogAsync(KeyOf(channel), MessageJson.Write(message), cancellationToken);
        notifier.Notify(channel);
        return logged;
    }

    /// <summary>Edits a message; returns null if it does not exist.</summary>
    public async Task<LoggedMessage?> RewriteAsync(string channel, long id, ChatMessage message, CancellationToken cancellationToken)
    {
        var edited = message with { EditedAt = Now };
        var logged = await log.RewriteLogAsync(KeyOf(channel), id, MessageJson.Write(edited), cancellationToken);
        notifier.Notify(channel);
        return logged;
    }

    /// <summary>Deletes a message; returns false if it does not exist.</summary>
    public async Task<bool> DeleteAsync(string channel, long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(channel, id, cancellationToken) is not { } message)
        {
            return false;
        }

        var mark = new ChatMessage { Author = message.Author, Kind = MessageKinds.Deleted, CreatedAt = message.CreatedAt };
        return await RewriteAsync(channel, id, mark, cancellationToken) is not null;
    }

    /// <summary>Finds a message that was not deleted; null if there is none.</summary>
    public async Task<ChatMessage?> FindAsync(string channel, long id, CancellationToken cancellationToken)
    {
        var logged = await log.GetLogAsync(KeyOf(channel), id, cancellationToken);
        var message = logged is null ? null : MessageJson.Read(logged);
        return message?.Kind == MessageKinds.Deleted ? null : message;
    }

    /// <summary>The newest messages, oldest first.</summary>
    public Task<IReadOnlyList<LoggedMessage>> ReadNewestAsync(string channel, int count, CancellationToken cancellationToken) =>
        log.ReadLogAsync(KeyOf(channel), count, cancellationToken);

    /// <summary>What was written after a position in the stream, in order.</summary>
    public Task<IReadOnlyList<LoggedMessage>> ReadAfterAsync(string channel, long sequence, int count, CancellationToken cancellationToken) =>
        log.ReadLogAfterAsync(KeyOf(channel), sequence, count, cancellationToken);

    public static bool TryParseId(string? text, out long id) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
