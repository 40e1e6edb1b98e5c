namespace NemoBot.Core.Platforms;

/// <summary>A platform that can tell who administers a conversation. Without it everybody does.</summary>
public interface IAdministrators
{
    /// <summary>True if the person may administer the conversation by the platform's own rules.</summary>
    Task<bool> IsAdministratorAsync(ConversationKey conversation, Author author, CancellationToken cancellationToken);
}
