using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Budgets;
using NemoBot.Core.Platforms;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Text;

namespace NemoBot.Core.Access;

/// <summary>
/// Decides who gets in, before anything of a message is stored. Whoever is blocked gets no answer; a stranger learns once in a while
/// what to do, and can use a pairing code.
/// </summary>
internal sealed partial class AccessGate(
    AccessLists lists, PairingService pairing, UsageLedger ledger, Messenger messenger, IOptionsMonitor<AccessOptions> options, ILogger<AccessGate> logger)
{
    private const string Pair = "pair";

    /// <summary>Admits a message.</summary>
    /// <returns>Null if it may pass; otherwise what to answer to the platform.</returns>
    public async Task<InboundReceipt?> CheckAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        if (lists.IsBlocked(message.Conversation, message.Author, message.Server))
        {
            return InboundReceipt.Refused(RefusalReason.NotAllowed, null);
        }

        if (await IsKnownAsync(message.Conversation, message.Author, message.Server, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var request = RequestParser.Read(message);
        return request is { Kind: RequestKind.Command, Command: Pair, Arguments.Length: > 0 }
            ? await RedeemAsync(message, request.Arguments, cancellationToken).ConfigureAwait(false)
            : await RefuseAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>True if the person may link an account to the chat. No server is known then: a chat that was let in before counts as allowed.</summary>
    public async Task<bool> MayAsync(ConversationKey chat, Author author, bool wasLetIn, CancellationToken cancellationToken) =>
        !lists.IsBlocked(chat, author, null) && (wasLetIn || await IsKnownAsync(chat, author, null, cancellationToken).ConfigureAwait(false));

    private async Task<bool> IsKnownAsync(ConversationKey chat, Author author, string? server, CancellationToken cancellationToken) =>
        lists.IsAllowed(chat, author, server)
        || await pairing.IsPairedAsync(lists.PairedAs(chat, author), cancellationToken).ConfigureAwait(false);

    private async Task<InboundReceipt> RedeemAsync(InboundMessage message, string code, CancellationToken cancellationToken)
    {
        var texts = Texts.For(message.Language);
        var id = lists.PairedAs(message.Conversation, message.Author);
        var result = await pairing.RedeemAsync(id, code, cancellationToken).ConfigureAwait(false);
        if (result.Creator is { } creator)
        {
            LogPaired(logger, id);
            Say(message.Conversation, texts["pair.welcome"]);
            Say(creator, texts.Format("pair.used", message.Author.Name, id));
            return InboundReceipt.Accepted;
        }

        var words = result.RetryAfter is { } wait ? texts.Format("pair.too-many", ProgressText.Span(wait, texts)) : texts["pair.wrong"];
        Say(message.Conversation, words);
        return InboundReceipt.Refused(RefusalReason.NotAllowed, result.RetryAfter, words);
    }

    private async Task<InboundReceipt> RefuseAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var limit = new UsageLimit($"stranger:{message.Conversation}", 1, 1, options.CurrentValue.RefusalInterval);
        if (await ledger.TryUseAsync([limit], cancellationToken).ConfigureAwait(false) is not null)
        {
            return InboundReceipt.Refused(RefusalReason.NotAllowed, null);
        }

        var words = Texts.For(message.Language)["access.stranger"];
        Say(message.Conversation, words);
        return InboundReceipt.Refused(RefusalReason.NotAllowed, null, words);
    }

    /// <summary>The platform is not kept waiting for its own answer.</summary>
    private void Say(ConversationKey chat, string words) => _ = SayAsync(chat, words);

    private async Task SayAsync(ConversationKey chat, string words)
    {
        try
        {
            await messenger.SayAsync(chat, words, [], null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogNotSaid(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Id} was paired.")]
    private static partial void LogPaired(ILogger logger, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer about access could not be sent.")]
    private static partial void LogNotSaid(ILogger logger, Exception exception);
}
