using NemoBot.Core.Access;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;

namespace NemoBot.Core.Turns;

/// <summary>Decides who may export, reset or change settings. Whoever administers the conversation or the bot always may.</summary>
internal sealed class AccessPolicyEvaluator(PlatformDirectory platforms, AccessLists lists)
{
    /// <param name="conversation">Where.</param>
    /// <param name="author">Who wants to.</param>
    /// <param name="isAdministrator">What the message says about it; null asks the platform.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<bool> MayAsync(ConversationRecord conversation, Author author, bool? isAdministrator, CancellationToken cancellationToken)
    {
        if (conversation.Access is AccessPolicy.Everyone || isAdministrator is true || lists.IsBotAdministrator(conversation.Key, author))
        {
            return true;
        }

        var platform = platforms.For(conversation.Key);
        if (conversation is { Access: AccessPolicy.Group, AccessGroup: { } group } && platform is IRoleLookup groups
            && await groups.IsInGroupAsync(conversation.Key, author, group.Id, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return isAdministrator is null
            && (platform is not IAdministratorLookup administrators
                || await administrators.IsAdministratorAsync(conversation.Key, author, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Who may, for those who may not.</summary>
    public static string Deny(ConversationRecord conversation, Texts texts) => conversation is { Access: AccessPolicy.Group, AccessGroup: { } group }
        ? texts.Format("access.denied-group", group.Name)
        : texts["access.denied"];
}
