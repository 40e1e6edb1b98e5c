using System.Diagnostics;
using NemoBot.Core.Access;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;

namespace NemoBot.Core.Inbound;

/// <summary>Receives every message: stores it, then hands it to the home of its conversation.</summary>
internal sealed class InboundDispatcher(
    IBotStore store,
    Inbox inbox,
    AccessGate gate,
    IConversationHomes homes,
    NoticeSender notices,
    AccountLinkService accounts,
    SuggestionProvider suggestions) : IInboundSink
{
    public async Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        using var span = BotTraces.Start("message", ActivityKind.Consumer);
        span?.SetTag("platform", message.Conversation.Platform);
        if (await gate.CheckAsync(message, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        var hadSecret = Secrets.IsIn(message.Text);
        if (hadSecret)
        {
            // A credential pasted into a chat is never stored, forwarded or repeated.
            message = message with { Text = Secrets.Remove(message.Text) };
        }

        var (turn, isSecondPress) = await inbox.AddAsync(message, isOver: hadSecret, cancellationToken).ConfigureAwait(false);
        if (turn is null)
        {
            return InboundReceipt.Duplicate;
        }

        if (isSecondPress)
        {
            _ = notices.SayAsync(turn, texts => texts["press.twice"]);
            return InboundReceipt.Duplicate;
        }

        if (hadSecret)
        {
            _ = notices.SayAsync(turn, texts => texts["connect.secret-seen"]);
            return InboundReceipt.Accepted;
        }

        return await homes.DispatchAsync(turn, cancellationToken).ConfigureAwait(false);
    }

    public Task<string> ConnectAsync(
        ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken) =>
        accounts.ConnectAsync(conversation, author, token, language, cancellationToken);

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) => homes.MoveAsync(from, to, cancellationToken);

    public Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken) => homes.CloseAsync(conversation, cancellationToken);

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken) =>
        suggestions.SuggestAsync(conversation, kind, typed, cancellationToken);

    public async Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        await store.GetConversationAsync(conversation, cancellationToken).ConfigureAwait(false) is not null;
}
