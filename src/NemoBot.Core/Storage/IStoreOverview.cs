namespace NemoBot.Core.Storage;

/// <summary>What an operator looks up in the store; no turn depends on it.</summary>
public interface IStoreOverview
{
    /// <summary>The conversations that were used last, newest first.</summary>
    Task<IReadOnlyList<ConversationOverview>> GetConversationsAsync(int count, CancellationToken cancellationToken);
}
