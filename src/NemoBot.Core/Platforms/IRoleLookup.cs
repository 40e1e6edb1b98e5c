namespace NemoBot.Core.Platforms;

/// <summary>A platform with named groups of members, to which access can be granted.</summary>
public interface IRoleLookup
{
    /// <summary>Finds a group by its mention or name; null if there is none.</summary>
    Task<MemberGroup?> FindGroupAsync(ConversationKey conversation, string written, CancellationToken cancellationToken);

    /// <summary>Returns true if the person is in the group.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="author">The person.</param>
    /// <param name="groupId">The group's <see cref="MemberGroup.Id"/>.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<bool> IsInGroupAsync(ConversationKey conversation, Author author, string groupId, CancellationToken cancellationToken);
}
