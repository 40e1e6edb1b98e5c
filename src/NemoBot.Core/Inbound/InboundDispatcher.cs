using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Budgets;
using NemoBot.Core.Commands;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Core.Turns;

namespace NemoBot.Core.Inbound;

/// <summary>Where every message enters: written to the store, then into its conversation's lane or past it.</summary>
internal sealed partial class InboundDispatcher : IInboundSink
{
    private readonly IBotStore _store;
    private readonly Inbox _inbox;
    private readonly RequestBudget _budget;
    private readonly ConversationQueues _lanes;
    private readonly TurnRunner _runner;
    private readonly ConversationProvider _conversations;
    private readonly AccountLinkService _connect;
    private readonly RenderQueue _renders;
    private readonly Messenger _messenger;
    private readonly SuggestionProvider _suggester;
    private readonly EngineOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<InboundDispatcher> _logger;

    public InboundDispatcher(
        IBotStore store,
        Inbox inbox,
        RequestBudget budget,
        ConversationQueues lanes,
        TurnRunner runner,
        ConversationProvider conversations,
        AccountLinkService connect,
        RenderQueue renders,
        Messenger messenger,
        SuggestionProvider suggester,
        IOptions<EngineOptions> options,
        TimeProvider clock,
        ILogger<InboundDispatcher> logger)
    {
        _store = store;
        _inbox = inbox;
        _budget = budget;
        _lanes = lanes;
        _runner = runner;
        _conversations = conversations;
        _connect = connect;
        _renders = renders;
        _messenger = messenger;
        _suggester = suggester;
        _options = options.Value;
        _clock = clock;
        _logger = logger;
        lanes.Work = runner.RunAsync;
    }

    public async Task<InboundReceipt> PostAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var hadSecret = Secrets.IsIn(message.Text);
        if (hadSecret)
        {
            // A token in a chat is never kept, sent on or repeated.
            message = message with { Text = Secrets.Remove(message.Text) };
        }

        var (turn, isSecondPress) = await _inbox.AddAsync(message, cancellationToken).ConfigureAwait(false);
        if (turn is null || isSecondPress)
        {
            _ = turn is null ? Task.CompletedTask : AnswerAsync(turn, texts => texts["press.twice"]);
            return InboundReceipt.Duplicate;
        }

        var item = new QueuedTurn(turn);
        if (hadSecret)
        {
            _ = AnswerAsync(turn, texts => texts["connect.secret-seen"]);
            return InboundReceipt.Accepted;
        }

        if (_runner.BypassesQueue(RequestParser.Read(message)))
        {
            item.Announced.SetResult();
            _ = Task.Run(() => _runner.RunAsync(item), CancellationToken.None);
            return InboundReceipt.Accepted;
        }

        if (!_lanes.HasRoom(message.Conversation))
        {
            _ = AnswerAsync(turn, texts => texts.Format("queue.full", _options.LaneCapacity));
            return InboundReceipt.Refused(RefusalReason.QueueFull, null);
        }

        if (!_budget.TryTake(message, out var retryAfter))
        {
            _ = AnswerAsync(turn, _budget.Describe);
            return InboundReceipt.Refused(RefusalReason.BudgetSpent, retryAfter);
        }

        Queue(item);
        return InboundReceipt.Accepted;
    }

    /// <summary>Puts a turn into its lane and tells its author if it has to wait.</summary>
    public void Queue(QueuedTurn item)
    {
        var before = _lanes.Add(item);
        if (before.Count == 0)
        {
            item.Announced.SetResult();
        }
        else
        {
            _ = AnnounceAsync(item, before);
        }
    }

    public Task<string> ConnectAsync(
        ConversationKey conversation, Author author, string? token, string? language, CancellationToken cancellationToken) =>
        _connect.ConnectAsync(conversation, author, token, language, cancellationToken);

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken)
    {
        // The store carries out writes in order: what the running work writes after this line goes to the new place, behind the move.
        var moved = _store.MoveConversationAsync(from, to, cancellationToken);
        _lanes.Move(from, to);
        _renders.Move(from, to);
        return moved;
    }

    public async Task CloseAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        foreach (var item in _lanes.Look(conversation))
        {
            item.Cancel();
        }

        _renders.Stop(conversation, null, RenderStop.Gone);
        if (await _store.GetConversationAsync(conversation, cancellationToken).ConfigureAwait(false) is { } found)
        {
            await _store.SaveConversationAsync(found with { IsClosed = true, UpdatedAt = _clock.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        ConversationKey conversation, SuggestionKind kind, string typed, CancellationToken cancellationToken) =>
        _suggester.SuggestAsync(conversation, kind, typed, cancellationToken);

    public async Task<bool> KnowsAsync(ConversationKey conversation, CancellationToken cancellationToken) =>
        await _store.GetConversationAsync(conversation, cancellationToken).ConfigureAwait(false) is not null;

    private async Task AnswerAsync(TurnRecord turn, Func<Texts, string> words)
    {
        try
        {
            var conversation = await _conversations.GetAsync(turn.Message, CancellationToken.None).ConfigureAwait(false);
            await _store.UpdateTurnAsync(turn with { State = TurnState.Failed, EndedAt = _clock.GetUtcNow() }, CancellationToken.None).ConfigureAwait(false);
            await _messenger.SayAsync(turn.Message.Conversation, words(Texts.For(conversation.Language)), [], null, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogNotTold(_logger, exception, turn.Id);
        }
    }

    private async Task AnnounceAsync(QueuedTurn item, IReadOnlyList<QueuedTurn> before)
    {
        try
        {
            var conversation = await _conversations.GetAsync(item.Turn.Message, CancellationToken.None).ConfigureAwait(false);
            var texts = Texts.For(conversation.Language);
            var ahead = before[^1];
            var words = item.Turn.Message.IsPrivate
                ? texts.Format("queue.queued.own", before.Count, StatusCommand.Describe(ahead, texts))
                : texts.Format("queue.queued", before.Count, ahead.Turn.Message.Author.Name, StatusCommand.Describe(ahead, texts));
            var asked = item.Turn.Message.ActionId is null ? item.Turn.Message.MessageId : null;
            var told = await _messenger.AnnounceAsync(item.Where.Now, words, ButtonSet.Cancel(item.Turn.Id, texts), asked, item.Begun).ConfigureAwait(false);
            await _store.UpdateTurnAsync(item.Turn with { StatusMessageId = told?.MessageId }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (item.Begun.IsCancellationRequested)
        {
            // The chat took nothing, and now the turn has come: its own status tells the rest.
        }
        catch (Exception exception)
        {
            LogNotTold(_logger, exception, item.Turn.Id);
        }
        finally
        {
            item.Announced.TrySetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The author of turn {Turn} could not be told.")]
    private static partial void LogNotTold(ILogger logger, Exception exception, long turn);
}
