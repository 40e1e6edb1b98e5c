using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Conversations.Commands;
using NemoBot.Core.Conversations.Lanes;
using NemoBot.Core.Conversations.Requests;
using NemoBot.Core.Conversations.Turns;
using NemoBot.Core.Delivery;
using NemoBot.Core.Platforms;
using NemoBot.Core.Rendering;
using NemoBot.Core.Replies;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Conversations;

/// <summary>Where every message enters: written to the store, then into its conversation's lane or past it.</summary>
internal sealed partial class Engine : IInboundSink
{
    private readonly IBotStore _store;
    private readonly LaneSet _lanes;
    private readonly TurnRunner _runner;
    private readonly ConversationDesk _conversations;
    private readonly ConnectDesk _connect;
    private readonly RenderDesk _renders;
    private readonly Messenger _messenger;
    private readonly Suggester _suggester;
    private readonly EngineOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<Engine> _logger;

    public Engine(
        IBotStore store,
        LaneSet lanes,
        TurnRunner runner,
        ConversationDesk conversations,
        ConnectDesk connect,
        RenderDesk renders,
        Messenger messenger,
        Suggester suggester,
        IOptions<EngineOptions> options,
        TimeProvider clock,
        ILogger<Engine> logger)
    {
        _store = store;
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

        if (await AddAsync(message, cancellationToken).ConfigureAwait(false) is not { } turn)
        {
            return InboundReceipt.Duplicate;
        }

        var item = new LaneItem(turn);
        if (hadSecret)
        {
            _ = AnswerAsync(turn, texts => texts["connect.secret-seen"]);
            return InboundReceipt.Accepted;
        }

        if (_runner.PassesLane(RequestReader.Read(message)))
        {
            item.Announced.SetResult();
            _ = Task.Run(() => _runner.RunAsync(item), CancellationToken.None);
            return InboundReceipt.Accepted;
        }

        if (!_lanes.HasRoom(message.Conversation))
        {
            _ = AnswerAsync(turn, texts => texts.Format("queue.full", _options.LaneCapacity));
            return InboundReceipt.Refused;
        }

        Queue(item);
        return InboundReceipt.Accepted;
    }

    /// <summary>Puts a turn into its lane and tells its author if it has to wait.</summary>
    public void Queue(LaneItem item)
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

    public Task MoveAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) =>
        _store.MoveConversationAsync(from, to, cancellationToken);

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

    /// <summary>Writes the message. A press that costs something counts once for each message it stands under.</summary>
    private async Task<TurnRecord?> AddAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        var record = new TurnRecord
        {
            Message = message,
            CreatedAt = _clock.GetUtcNow(),
            Owner = _options.Instance,
            LeaseUntil = _clock.GetUtcNow() + _options.Lease,
        };
        if (!CostsOnce(message))
        {
            return await _store.AddTurnAsync(record, cancellationToken).ConfigureAwait(false);
        }

        var once = record with { Message = message with { MessageId = $"press:{message.ActionMessageId}:{message.ActionId}" } };
        if (await _store.AddTurnAsync(once, cancellationToken).ConfigureAwait(false) is { } added)
        {
            return added;
        }

        // The second click gets an answer, once; the same click delivered again by the platform does not.
        if (await _store.AddTurnAsync(record, cancellationToken).ConfigureAwait(false) is { } second)
        {
            _ = AnswerAsync(second, texts => texts["press.twice"]);
        }

        return null;
    }

    private static bool CostsOnce(InboundMessage message) =>
        message is { ActionId: { } action, ActionMessageId: not null }
        && ButtonIds.Read(action).Verb is ButtonIds.Starter or ButtonIds.Offer or ButtonIds.Preset or ButtonIds.Rerun or ButtonIds.Go
            or ButtonIds.Local or ButtonIds.Compress;

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

    private async Task AnnounceAsync(LaneItem item, IReadOnlyList<LaneItem> before)
    {
        try
        {
            var conversation = await _conversations.GetAsync(item.Turn.Message, CancellationToken.None).ConfigureAwait(false);
            var texts = Texts.For(conversation.Language);
            var ahead = before[^1];
            var words = item.Turn.Message.IsPrivate
                ? texts.Format("queue.queued.own", before.Count, StatusCommand.Describe(ahead, texts))
                : texts.Format("queue.queued", before.Count, ahead.Turn.Message.Author.Name, StatusCommand.Describe(ahead, texts));
            var told = await _messenger.SayAsync(
                item.Turn.Message.Conversation, words, [ButtonSet.Cancel(item.Turn.Id, texts)], null, CancellationToken.None).ConfigureAwait(false);
            await _store.UpdateTurnAsync(item.Turn with { StatusMessageId = told?.MessageId }, CancellationToken.None).ConfigureAwait(false);
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
