using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;

namespace NemoBot.Core.Turns;

/// <summary>One turn while it runs: its records, written to the store whenever they change, and where it speaks.</summary>
internal sealed class TurnContext(
    IBotStore store, LiveStatusFactory statuses, TurnRecord turn, ConversationLocation where, ConversationRecord conversation) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private LiveStatus? _status;
    private bool _handedOver;

    public required Request Request { get; init; }

    public required BackendDirectory Backends { get; init; }

    public required ISkillCatalog Skills { get; init; }

    /// <summary>True if somebody waits behind this turn.</summary>
    public Func<bool> HasFollowers { get; init; } = () => false;

    public TurnRecord Turn { get; private set; } = turn;

    public ConversationRecord Conversation { get; private set; } = conversation;

    public InboundMessage Message => Turn.Message;

    public ConversationLocation Where { get; } = where;

    public ConversationKey Key => Where.Now;

    public Texts Texts => Texts.For(Conversation.Language);

    public Skill Skill => Skills.Find(Conversation.Skill) ?? Skills.Default;

    public IVideoBackend Backend => Backends.Get(Conversation.Backend);

    public BackendCaller Caller => new(Backends.AccountFor(Backend, Conversation.AccountKey), Skill);

    /// <summary>The message that asked; null for a button, and after a move, when its id means nothing any more.</summary>
    public string? Asked => Message.ActionId is null && !Where.HasMoved ? Message.MessageId : null;

    public Button CancelButton => ButtonSet.Cancel(Turn.Id, Texts);

    /// <summary>The status message; opened when it is first needed.</summary>
    public async Task<LiveStatus> StatusAsync(CancellationToken cancellationToken) => _status ??= await statuses.OpenAsync(
        Key,
        Turn.StatusMessageId,
        Asked,
        Texts,
        message => SaveAsync(t => t with { StatusMessageId = message.MessageId }, CancellationToken.None),
        cancellationToken).ConfigureAwait(false);

    /// <summary>Gives the status message to a render, which will end it.</summary>
    public async Task<LiveStatus> HandOverStatusAsync(CancellationToken cancellationToken)
    {
        var status = await StatusAsync(cancellationToken).ConfigureAwait(false);
        _handedOver = true;
        return status;
    }

    /// <summary>A second status message for a render after the first one has ended.</summary>
    public Task<LiveStatus> ReopenStatusAsync(CancellationToken cancellationToken)
    {
        _status = null;
        return HandOverStatusAsync(cancellationToken);
    }

    public async Task StageAsync(string key, CancellationToken cancellationToken) =>
        (await StatusAsync(cancellationToken).ConfigureAwait(false)).Stage(Texts[key], CancelButton);

    public Task SaveAsync(Func<TurnRecord, TurnRecord> change, CancellationToken cancellationToken) =>
        Change(change, turn => store.UpdateTurnAsync(turn, cancellationToken));

    /// <summary>Writes the turn together with the render that it leads to: at any moment the work goes on in one of the two.</summary>
    public Task SaveAsync(Func<TurnRecord, TurnRecord> change, RenderRecord render) =>
        Change(change, turn => store.UpdateTurnAsync(turn, render, CancellationToken.None));

    /// <summary>Writes the turn's last state together with what its status message still has to say.</summary>
    public Task<PendingReply?> EndAsync(Func<TurnRecord, TurnRecord> change, PendingReply ending) =>
        Change(change, turn => store.EndTurnAsync(turn, ending, CancellationToken.None));

    public async Task SaveConversationAsync(Func<ConversationRecord, ConversationRecord> change, CancellationToken cancellationToken)
    {
        Conversation = change(Conversation) with { Key = Key };
        await store.SaveConversationAsync(Conversation, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_status is not null && !_handedOver)
        {
            await _status.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The status message saves its id from another thread: an older record must never be written after a newer one.</summary>
    private TWritten Change<TWritten>(Func<TurnRecord, TurnRecord> change, Func<TurnRecord, TWritten> write)
        where TWritten : Task
    {
        lock (_gate)
        {
            Turn = change(Turn);
            return write(Turn);
        }
    }
}
