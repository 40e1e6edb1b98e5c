using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>A log of messages per conversation in which messages can be rewritten.</summary>
public interface IMessageLog
{
    /// <summary>Appends a message.</summary>
    Task<LoggedMessage> AppendLogAsync(ConversationKey conversation, string json, CancellationToken cancellationToken);

    /// <summary>Rewrites a message and gives it the next sequence number; null if it does not exist.</summary>
    Task<LoggedMessage?> RewriteLogAsync(ConversationKey conversation, long id, string json, CancellationToken cancellationToken);

    /// <summary>One message; null if it does not exist.</summary>
    Task<LoggedMessage?> GetLogAsync(ConversationKey conversation, long id, CancellationToken cancellationToken);

    /// <summary>The newest messages in order of id, oldest first.</summary>
    Task<IReadOnlyList<LoggedMessage>> ReadLogAsync(ConversationKey conversation, int count, CancellationToken cancellationToken);

    /// <summary>What was written after a sequence number, in that order; a message that was rewritten appears once, in its last form.</summary>
    Task<IReadOnlyList<LoggedMessage>> ReadLogAfterAsync(ConversationKey conversation, long sequence, int count, CancellationToken cancellationToken);
}
