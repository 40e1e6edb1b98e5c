namespace NemoBot.Core.Platforms;

/// <summary>A platform whose members are in groups with names, so that rights can be given to one of them.</summary>
public interface IMemberGroups
{
    /// <summary>Finds a group by what somebody wrote, a mention of it or its name; null if there is none like that.</summary>
    Task<MemberGroup?> FindGroupAsync(ConversationKey conversation, string written, CancellationToken cancellationToken);

    /// <summary>True if the person is in the group.</summary>
    /// <param name="conversation">Where.</param>
    /// <param name="author">Who.</param>
    /// <param name="groupId">The group's <see cref="MemberGroup.Id"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> IsInGroupAsync(ConversationKey conversation, Author author, string groupId, CancellationToken cancellationToken);
}
