namespace NemoBot.Core.Platforms;

/// <summary>A platform that knows who administers a conversation. Without it everyone does.</summary>
public interface IAdministratorLookup
{
    /// <summary>Returns true if the person may administer the conversation by the platform's rules.</summary>
    Task<bool> IsAdministratorAsync(ConversationKey conversation, Author author, CancellationToken cancellationToken);
}
