using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Inbound;

/// <summary>Lets a conversation use somebody's own backend token, and forgets it again.</summary>
internal sealed class AccountLinkService(
    IBotStore store, BackendDirectory backends, ISkillCatalog skills, ConversationProvider conversations, AccessPolicyEvaluator access)
{
    public async Task<string> ConnectAsync(
        ConversationKey key, Author author, string? token, string? language, CancellationToken cancellationToken)
    {
        var conversation = await store.GetConversationAsync(key, cancellationToken).ConfigureAwait(false)
            ?? conversations.Begin(key, Texts.For(language).Language);
        var texts = Texts.For(language ?? conversation.Language);
        if (!await access.MayAsync(conversation, author, null, cancellationToken).ConfigureAwait(false))
        {
            return texts["access.denied"];
        }

        var secret = token?.Trim();
        if (string.IsNullOrEmpty(secret) || string.Equals(secret, "off", StringComparison.OrdinalIgnoreCase))
        {
            await ForgetAsync(conversation, cancellationToken).ConfigureAwait(false);
            return texts["connect.off"];
        }

        var backend = backends.Chosen;
        if (!backend.Traits.ChargesCredits)
        {
            return texts["connect.not-needed"];
        }

        try
        {
            var skill = skills.Find(conversation.Skill) ?? skills.Default;
            var account = await backend.ConnectAsync(secret, skill, cancellationToken).ConfigureAwait(false);
            await ForgetAsync(conversation, cancellationToken).ConfigureAwait(false);

            // A session belongs to the account that made it.
            await store.SaveConversationAsync(
                conversation with { AccountKey = account, SessionId = null, TaskId = null, UserId = null, Project = conversation.Project + 1 },
                cancellationToken).ConfigureAwait(false);
            return texts["connect.done"];
        }
        catch (BackendException exception)
        {
            return texts[exception.Error.Kind is BackendErrorKind.BadToken ? "connect.refused" : "error.unavailable"];
        }
    }

    private async Task ForgetAsync(ConversationRecord conversation, CancellationToken cancellationToken)
    {
        if (conversation.AccountKey == Accounts.Default)
        {
            return;
        }

        await store.DeleteAccountAsync(conversation.AccountKey, cancellationToken).ConfigureAwait(false);
        await store.SaveConversationAsync(
            conversation with { AccountKey = Accounts.Default, SessionId = null, TaskId = null, UserId = null, Project = conversation.Project + 1 },
            cancellationToken).ConfigureAwait(false);
    }
}
