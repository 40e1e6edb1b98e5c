using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Requests;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Telemetry;
using NemoBot.Core.Text;

namespace NemoBot.Core.Turns;

/// <summary>
/// One turn while it runs. Its records are a snapshot of when it began, with its own changes applied: the account and the session that
/// it works with stay the same whatever others change meanwhile. Each change goes to the store as a function of the newest record.
/// </summary>
internal sealed class TurnContext(
    IBotStore store, LiveStatusFactory statuses, TurnRecord turn, ConversationLocation location, ConversationRecord conversation) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private LiveStatus? _status;

    public required Request Request { get; init; }

    public required BackendDirectory Backends { get; init; }

    public required ISkillCatalog Skills { get; init; }

    /// <summary>True if another turn waits behind this one.</summary>
    public Func<bool> HasFollowers { get; init; } = () => false;

    public TurnRecord Turn { get; private set; } = turn;

    public ConversationRecord Conversation { get; private set; } = conversation;

    public InboundMessage Message => Turn.Message;

    public ConversationLocation Location { get; } = location;

    public ConversationKey Key => Location.Current;

    public Texts Texts => Texts.For(Conversation.Language);

    public Skill Skill => Skills.Find(Conversation.Skill) ?? Skills.Default;

    public IVideoBackend Backend => Backends.Get(Conversation.Backend);

    public BackendCaller Caller => new(Backends.AccountFor(Backend, Conversation.AccountKey), Skill) { Language = Conversation.Language };

    /// <summary>The message to reply to; null for a button, and after a move, when its id is meaningless.</summary>
    public string? ReplyTo => Message.ActionId is null && !Location.HasMoved ? Message.MessageId : null;

    public Button CancelButton => ButtonSet.Cancel(Turn.Id, Texts);

    /// <summary>A render owns the status message and will end it.</summary>
    public bool HasHandedOverStatus { get; private set; }

    /// <summary>The status message; opened on first use.</summary>
    public Task<LiveStatus> StatusAsync(CancellationToken cancellationToken) => OpenStatusAsync(RepeatKeys.StatusOf(Turn), cancellationToken);

    private async Task<LiveStatus> OpenStatusAsync(string key, CancellationToken cancellationToken) => _status ??= await statuses.OpenAsync(
        Key,
        Turn.StatusMessageId,
        ReplyTo,
        key,
        Texts,
        KeepStatusIdAsync,
        cancellationToken).ConfigureAwait(false);

    private Task KeepStatusIdAsync(MessageRef message)
    {
        if (Turn.StatusMessageId is null)
        {
            BotMetrics.FirstEdit(message.Conversation.Platform, statuses.Clock.GetUtcNow() - Turn.CreatedAt);
        }

        return TrySaveAsync(t => t with { StatusMessageId = message.MessageId });
    }

    /// <summary>Gives the status message to a render: from here on the turn does not end it, whatever happens.</summary>
    public void HandOverStatus() => HasHandedOverStatus = true;

    /// <summary>Opens a second status message, for a render that starts after the first one has ended.</summary>
    public async Task<LiveStatus> ReopenStatusAsync(RenderRecord render, CancellationToken cancellationToken)
    {
        _status = null;
        var status = await OpenStatusAsync(RepeatKeys.StatusOf(render), cancellationToken).ConfigureAwait(false);
        HasHandedOverStatus = true;
        return status;
    }

    public async Task StageAsync(string key, CancellationToken cancellationToken) =>
        (await StatusAsync(cancellationToken).ConfigureAwait(false)).Stage(Texts[key], CancelButton);

    /// <summary>Changes the turn.</summary>
    /// <exception cref="TurnGoneException">The turn was forgotten, or the change would reopen it.</exception>
    public async Task SaveAsync(Func<TurnRecord, TurnRecord> change, CancellationToken cancellationToken)
    {
        Apply(change);
        _ = await store.UpdateTurnAsync(Turn.Id, change, cancellationToken).ConfigureAwait(false) ?? throw new TurnGoneException();
    }

    /// <summary>Changes the turn and adds the render that it leads to: at any moment one of the two is open.</summary>
    /// <exception cref="TurnGoneException">The turn was forgotten.</exception>
    public async Task SaveAsync(Func<TurnRecord, TurnRecord> change, RenderRecord render)
    {
        Apply(change);
        _ = await store.UpdateTurnAsync(Turn.Id, change, render, CancellationToken.None).ConfigureAwait(false) ?? throw new TurnGoneException();
    }

    /// <summary>Ends the turn together with the reply that its status message still has to show.</summary>
    /// <returns>Null if the turn was forgotten, or has ended already.</returns>
    public Task<PendingReply?> EndAsync(Func<TurnRecord, TurnRecord> change, PendingReply reply)
    {
        Apply(change);
        return store.EndTurnAsync(Turn.Id, change, reply, CancellationToken.None);
    }

    /// <summary>Changes the conversation's settings.</summary>
    /// <returns>The newest record, with the changes of others.</returns>
    /// <exception cref="TurnGoneException">The conversation was forgotten.</exception>
    public async Task<ConversationRecord> UpdateConversationAsync(
        Func<ConversationRecord, ConversationRecord> change, CancellationToken cancellationToken)
    {
        Conversation = change(Conversation) with { Key = Key };
        return await store.UpdateConversationAsync(Key, change, cancellationToken).ConfigureAwait(false) ?? throw new TurnGoneException();
    }

    /// <summary>
    /// Changes what belongs to the project this turn works on. Someone who started a new project or connected another account meanwhile
    /// is not affected.
    /// </summary>
    /// <exception cref="TurnGoneException">The conversation was forgotten.</exception>
    public Task<ConversationRecord> UpdateProjectAsync(Func<ConversationRecord, ConversationRecord> change, CancellationToken cancellationToken)
    {
        var (project, account) = (Conversation.Project, Conversation.AccountKey);
        return UpdateConversationAsync(c => c.Project == project && c.AccountKey == account ? change(c) : c, cancellationToken);
    }

    /// <summary>The newest record of the conversation, with settings that changed since the turn began.</summary>
    /// <exception cref="TurnGoneException">The conversation was forgotten.</exception>
    public async Task<ConversationRecord> ReadConversationAsync(CancellationToken cancellationToken) =>
        await store.GetConversationAsync(Key, cancellationToken).ConfigureAwait(false) ?? throw new TurnGoneException();

    public async ValueTask DisposeAsync()
    {
        if (_status is not null && !HasHandedOverStatus)
        {
            await _status.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The status message reports its id from another thread, even after the turn was forgotten.</summary>
    private Task<TurnRecord?> TrySaveAsync(Func<TurnRecord, TurnRecord> change)
    {
        Apply(change);
        return store.UpdateTurnAsync(Turn.Id, change, CancellationToken.None);
    }

    private void Apply(Func<TurnRecord, TurnRecord> change)
    {
        lock (_gate)
        {
            Turn = change(Turn);
        }
    }
}
