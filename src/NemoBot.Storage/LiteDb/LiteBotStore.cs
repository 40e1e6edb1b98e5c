using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;
using NemoBot.Storage.LiteDb.Records;

namespace NemoBot.Storage.LiteDb;

/// <summary>The store in one LiteDB file, for one process. Long work runs in steps, so that other calls get their turn in between.</summary>
internal sealed class LiteBotStore(StoreDatabase database, StoreUpkeep upkeep, TimeProvider time) : IBotStore, IStoreOverview, IDisposable
{
    /// <inheritdoc />
    public Task InitializeAsync(CancellationToken cancellationToken) => database.OpenAsync(cancellationToken);

    /// <inheritdoc />
    public Task<ConversationRecord?> GetConversationAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ReadAsync(s => Conversations.Get(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<ConversationRecord> AddConversationAsync(ConversationRecord conversation, CancellationToken cancellationToken) =>
        WriteAsync(s => Conversations.Add(s, conversation), cancellationToken);

    /// <inheritdoc />
    public Task<ConversationRecord?> UpdateConversationAsync(
        ConversationKey key, Func<ConversationRecord, ConversationRecord> change, CancellationToken cancellationToken) =>
        WriteAsync(s => Conversations.Update(s, key, change), cancellationToken);

    /// <inheritdoc />
    public Task MoveConversationAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) =>
        WriteAsync(s => ConversationMove.Move(s, from, to), cancellationToken);

    /// <inheritdoc />
    public Task<ConversationContents> DescribeConversationAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ReadAsync(s => ConversationInventory.Describe(s, key), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<ConversationKey>> GetUnusedConversationsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var unused = new List<ConversationKey>();
        for (LiteDB.BsonValue? after = 0L; after is not null;)
        {
            var from = after;
            after = await ReadAsync(s => ConversationInventory.FindUnused(s, from, before, StoreDatabase.StepSize, unused), cancellationToken).ConfigureAwait(false);
        }

        return unused;
    }

    /// <inheritdoc />
    public async Task ForgetConversationAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        if (await WriteAsync(s => ConversationErasure.Begin(s, key), cancellationToken).ConfigureAwait(false))
        {
            await database.EraseForgottenAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public Task<TurnRecord?> AddTurnAsync(TurnRecord turn, CancellationToken cancellationToken) =>
        WriteAsync(s => Turns.Add(s, turn), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> UpdateTurnAsync(long id, Func<TurnRecord, TurnRecord> change, CancellationToken cancellationToken) =>
        WriteAsync(s => Turns.Update(s, id, change), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> UpdateTurnAsync(
        long id, Func<TurnRecord, TurnRecord> change, RenderRecord render, CancellationToken cancellationToken) =>
        WriteAsync(s => Turns.Update(s, id, change, render), cancellationToken);

    /// <inheritdoc />
    public Task<PendingReply?> EndTurnAsync(
        long id, Func<TurnRecord, TurnRecord> change, PendingReply reply, CancellationToken cancellationToken) =>
        WriteAsync(s => Turns.End(s, id, change, reply), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> GetTurnAsync(long id, CancellationToken cancellationToken) => ReadAsync(s => Turns.Get(s, id), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<TurnRecord>> ClaimOpenTurnsAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken)
    {
        var claimant = new Claimant(owner, now, leaseUntil);
        var claimed = new List<TurnRecord>();
        for (LiteDB.BsonValue? after = 0L; after is not null;)
        {
            var from = after;
            var step = await WriteAsync(s => Turns.Claim(s, claimant, from, StoreDatabase.StepSize), cancellationToken).ConfigureAwait(false);
            claimed.AddRange(step.Claimed);
            after = step.Last;
        }

        return claimed;
    }

    /// <inheritdoc />
    public Task<TurnRecord?> GetLastTurnAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ReadAsync(s => Turns.Last(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<TurnRecord>> GetDoneTurnsAsync(ConversationKey key, long fromId, CancellationToken cancellationToken) =>
        ReadAsync(s => Turns.Done(s, key, fromId), cancellationToken);

    /// <inheritdoc />
    public Task<DraftRecord?> AddDraftAsync(DraftRecord draft, long? turn, CancellationToken cancellationToken) =>
        WriteAsync(s => Drafts.Add(s, draft, turn), cancellationToken);

    /// <inheritdoc />
    public Task<DraftRecord?> GetDraftAsync(ConversationKey key, int version, CancellationToken cancellationToken) =>
        ReadAsync(s => Drafts.Get(s, key, version), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<DraftRecord>> GetDraftsAsync(ConversationKey key, int count, CancellationToken cancellationToken) =>
        ReadAsync(s => Drafts.Newest(s, key, count), cancellationToken);

    /// <inheritdoc />
    public Task<bool> AddRenderAsync(RenderRecord render, string? replaced, CancellationToken cancellationToken) =>
        WriteAsync(s => Renders.Add(s, render, replaced), cancellationToken);

    /// <inheritdoc />
    public Task<RenderRecord?> UpdateRenderAsync(string id, Func<RenderRecord, RenderRecord> change, CancellationToken cancellationToken) =>
        WriteAsync(s => Renders.Update(s, id, change), cancellationToken);

    /// <inheritdoc />
    public Task<PendingReply?> EndRenderAsync(
        string id, Func<RenderRecord, RenderRecord> change, PendingReply reply, CancellationToken cancellationToken) =>
        WriteAsync(s => Renders.End(s, id, change, reply), cancellationToken);

    /// <inheritdoc />
    public Task<PendingReply?> UpdatePendingReplyAsync(long id, Func<PendingReply, PendingReply> change, CancellationToken cancellationToken) =>
        WriteAsync(s => Replies.Update(s, id, change), cancellationToken);

    /// <inheritdoc />
    public Task DeletePendingReplyAsync(long id, CancellationToken cancellationToken) => WriteAsync(s => Replies.Delete(s, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<PendingReply>> ClaimPendingRepliesAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        WriteAsync(s => Replies.Claim(s, new Claimant(owner, now, leaseUntil)), cancellationToken);

    /// <inheritdoc />
    public Task<RenderRecord?> GetRenderAsync(string id, CancellationToken cancellationToken) => ReadAsync(s => Renders.Get(s, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<RenderRecord>> ClaimOpenRendersAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        WriteAsync(s => Renders.Claim(s, new Claimant(owner, now, leaseUntil)), cancellationToken);

    /// <inheritdoc />
    public Task RenewLeasesAsync(string owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        WriteAsync(s => Leases.Renew(s, owner, leaseUntil), cancellationToken);

    /// <inheritdoc />
    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var seenBefore = before - database.Options.SeenIdLife;
        Func<Session, int>[] kinds =
        [
            s => Turns.Prune(s, before, StoreDatabase.StepSize),
            s => Renders.Prune(s, before, StoreDatabase.StepSize),
            s => Replies.Prune(s, before, StoreDatabase.StepSize),
            s => MessageLog.Prune(s, before, StoreDatabase.StepSize),
            s => SeenMessages.Prune(s, seenBefore, StoreDatabase.StepSize),
            s => ValueRows.Prune(s, time.GetUtcNow(), StoreDatabase.StepSize),
        ];
        var total = 0;
        foreach (var kind in kinds)
        {
            int deleted;
            do
            {
                deleted = await WriteAsync(kind, cancellationToken).ConfigureAwait(false);
                total += deleted;
            }
            while (deleted == StoreDatabase.StepSize);
        }

        await upkeep.CompactIfWorthwhileAsync(cancellationToken).ConfigureAwait(false);
        return total;
    }

    /// <inheritdoc />
    public Task<AccountRecord?> GetAccountAsync(string key, CancellationToken cancellationToken) =>
        ReadAsync(s => AccountRows.Get(s, key), cancellationToken);

    /// <inheritdoc />
    public Task SaveAccountAsync(AccountRecord account, CancellationToken cancellationToken) =>
        WriteAsync(s => AccountRows.Put(s, account), cancellationToken);

    /// <inheritdoc />
    public Task DeleteAccountAsync(string key, CancellationToken cancellationToken) =>
        database.EraseAsync(s => AccountRows.Delete(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<string?> GetCursorAsync(string name, CancellationToken cancellationToken) => ReadAsync(s => CursorRows.Get(s, name), cancellationToken);

    /// <inheritdoc />
    public Task SetCursorAsync(string name, string? value, CancellationToken cancellationToken) =>
        WriteAsync(s => CursorRows.Set(s, name, value), cancellationToken);

    /// <inheritdoc />
    public Task<string?> GetValueAsync(string name, CancellationToken cancellationToken) => ReadAsync(s => ValueRows.Get(s, name), cancellationToken);

    /// <inheritdoc />
    public Task<bool> UpdateValuesAsync(
        IReadOnlyList<string> names, Func<IReadOnlyList<string?>, IReadOnlyList<ExpiringValue?>?> change, CancellationToken cancellationToken) =>
        WriteAsync(s => ValueRows.Update(s, names, change), cancellationToken);

    /// <inheritdoc />
    public Task<LoggedMessage> AppendLogAsync(ConversationKey conversation, string json, CancellationToken cancellationToken) =>
        WriteAsync(s => MessageLog.Append(s, conversation, json, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc />
    public Task<LoggedMessage?> RewriteLogAsync(ConversationKey conversation, long id, string json, CancellationToken cancellationToken) =>
        WriteAsync(s => MessageLog.Rewrite(s, conversation, id, json, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc />
    public Task<LoggedMessage?> GetLogAsync(ConversationKey conversation, long id, CancellationToken cancellationToken) =>
        ReadAsync(s => MessageLog.Get(s, conversation, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<LoggedMessage>> ReadLogAsync(ConversationKey conversation, int count, CancellationToken cancellationToken) =>
        ReadAsync(s => MessageLog.Newest(s, conversation, count), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<LoggedMessage>> ReadLogAfterAsync(
        ConversationKey conversation, long sequence, int count, CancellationToken cancellationToken) =>
        ReadAsync(s => MessageLog.After(s, conversation, sequence, count), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ConversationOverview>> GetConversationsAsync(int count, CancellationToken cancellationToken) =>
        ReadAsync(s => Overview.Conversations(s, count), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<RenderRecord>> GetRendersAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ReadAsync(s => Overview.OfConversation(s, key), cancellationToken);

    /// <summary>Runs what is queued and closes the files.</summary>
    public void Dispose() => database.Dispose();

    private Task<T> ReadAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) => database.ReadAsync(work, cancellationToken);

    private Task<T> WriteAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) => database.WriteAsync(work, cancellationToken);

    private Task<bool> WriteAsync(Action<Session> work, CancellationToken cancellationToken) => database.WriteAsync(work, cancellationToken);
}
