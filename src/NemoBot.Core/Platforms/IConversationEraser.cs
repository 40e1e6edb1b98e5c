namespace NemoBot.Core.Platforms;

/// <summary>A platform that keeps something of its own about a conversation, for example the files people sent.</summary>
public interface IConversationEraser
{
    /// <summary>Deletes all of it. Called when everything kept about a conversation is deleted, after the store has deleted its part.</summary>
    Task EraseAsync(ConversationKey conversation, CancellationToken cancellationToken);
}
