namespace NemoBot.Core.Platforms;

/// <summary>A platform that keeps data of its own about a conversation, for example uploaded files and the messages.</summary>
public interface IConversationEraser
{
    /// <summary>Deletes that data. Called when a conversation is forgotten, after the store has deleted its part.</summary>
    /// <returns>The deleted files.</returns>
    Task<ErasedFiles> EraseAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
