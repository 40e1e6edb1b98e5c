using NemoBot.Core.Access;
using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Inbound;

/// <summary>Connects a conversation to a person's own backend account, and disconnects it.</summary>
internal sealed class AccountLinkService(
    IBotStore store, BackendDirectory backends, ISkillCatalog skills, ConversationProvider conversations, AccessPolicyEvaluator access, AccessGate gate)
{
    public async Task<string> ConnectAsync(
        ConversationKey key, Author author, string? token, string? language, CancellationToken cancellationToken)
    {
        var known = await store.GetConversationAsync(key, cancellationToken).ConfigureAwait(false);
        var conversation = known ?? conversations.Begin(key, Texts.For(language).Language);
        var texts = Texts.For(language ?? conversation.Language);
        if (!await gate.MayAsync(key, author, known is not null, cancellationToken).ConfigureAwait(false))
        {
            return texts["access.stranger"];
        }

        if (!await access.MayAsync(conversation, author, null, cancellationToken).ConfigureAwait(false))
        {
            return texts["access.denied"];
        }

        var secret = token?.Trim();
        if (string.IsNullOrEmpty(secret) || string.Equals(secret, "off", StringComparison.OrdinalIgnoreCase))
        {
            await SwitchAsync(key, Accounts.Default, cancellationToken).ConfigureAwait(false);
            return texts["connect.off"];
        }

        return texts[await TryAsync(conversation, secret, cancellationToken).ConfigureAwait(false)];
    }

    /// <returns>The key of the sentence that says how it went.</returns>
    private async Task<string> TryAsync(ConversationRecord conversation, string secret, CancellationToken cancellationToken)
    {
        var backend = backends.Chosen;
        if (!backend.Traits.ChargesCredits)
        {
            return "connect.not-needed";
        }

        try
        {
            var skill = skills.Find(conversation.Skill) ?? skills.Default;
            var account = await backend.ConnectAsync(secret, skill, cancellationToken).ConfigureAwait(false);
            await UseAsync(conversation, account, cancellationToken).ConfigureAwait(false);
            return "connect.done";
        }
        catch (BackendException exception)
        {
            return exception.Error.Kind is BackendErrorKind.BadToken ? "connect.refused" : "error.unavailable";
        }
    }

    /// <summary>Switches to a new account. A token that no conversation uses is not kept.</summary>
    private async Task UseAsync(ConversationRecord conversation, string account, CancellationToken cancellationToken)
    {
        try
        {
            await store.AddConversationAsync(conversation, cancellationToken).ConfigureAwait(false);
            await SwitchAsync(conversation.Key, account, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // The write may have succeeded all the same.
            if ((await store.GetConversationAsync(conversation.Key, CancellationToken.None).ConfigureAwait(false))?.AccountKey != account)
            {
                await store.DeleteAccountAsync(account, CancellationToken.None).ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>
    /// Switches to another account and deletes the one before it, unless it is the bot's own. A session belongs to the account that made
    /// it, so the project starts over.
    /// </summary>
    private async Task SwitchAsync(ConversationKey key, string account, CancellationToken cancellationToken)
    {
        var last = await store.GetLastTurnAsync(key, cancellationToken).ConfigureAwait(false);
        string? former = null;
        await store.UpdateConversationAsync(
            key,
            c =>
            {
                former = c.AccountKey;
                return c.AccountKey == account
                    ? c
                    : c.StartProject(firstTurn: last?.Id + 1 ?? 0) with { AccountKey = account, UserId = null };
            },
            cancellationToken).ConfigureAwait(false);
        if (former is not null && former != account && former != Accounts.Default)
        {
            await store.DeleteAccountAsync(former, cancellationToken).ConfigureAwait(false);
        }
    }
}
