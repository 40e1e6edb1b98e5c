using NemoBot.Core.Delivery;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Conversations.Turns;

/// <summary>Decides who may export, reset or change settings.</summary>
internal sealed class AccessDesk(PlatformDirectory platforms)
{
    public async Task<bool> MayAsync(ConversationRecord conversation, Author author, bool? isAdministrator, CancellationToken cancellationToken)
    {
        if (conversation.Access is AccessPolicy.Everyone || isAdministrator is true)
        {
            return true;
        }

        return platforms.For(conversation.Key) is not IAdministrators administrators
            || await administrators.IsAdministratorAsync(conversation.Key, author, cancellationToken).ConfigureAwait(false);
    }
}
