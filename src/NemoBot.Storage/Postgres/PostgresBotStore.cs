using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using NemoBot.Storage.Postgres.Records;
using NemoBot.Storage.Settings;

namespace NemoBot.Storage.Postgres;

/// <summary>The store in a PostgreSQL database, for any number of processes.</summary>
internal sealed class PostgresBotStore(PostgresDatabase database, StorageOptions options, TimeProvider time) : IBotStore, IStoreOverview, IDisposable
{
    /// <inheritdoc />
    public Task InitializeAsync(CancellationToken cancellationToken) => database.OpenAsync(cancellationToken);

    /// <inheritdoc />
    public Task<ConversationRecord?> GetConversationAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ReadAsync(s => ConversationRows.GetAsync(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<ConversationRecord> AddConversationAsync(ConversationRecord conversation, CancellationToken cancellationToken) =>
        WriteAsync(s => ConversationRows.AddAsync(s, conversation), cancellationToken);

    /// <inheritdoc />
    public Task<ConversationRecord?> UpdateConversationAsync(
        ConversationKey key, Func<ConversationRecord, ConversationRecord> change, CancellationToken cancellationToken) =>
        WriteAsync(s => ConversationRows.UpdateAsync(s, key, change), cancellationToken);

    /// <inheritdoc />
    public Task MoveConversationAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) =>
        database.MoveAsync(s => ConversationMove.MoveAsync(s, from, to), cancellationToken);

    /// <inheritdoc />
    public Task<ConversationContents> DescribeConversationAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ReadAsync(s => ConversationInventory.DescribeAsync(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ConversationKey>> GetUnusedConversationsAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        ReadAsync(s => ConversationInventory.FindUnusedAsync(s, before), cancellationToken);

    /// <inheritdoc />
    public Task ForgetConversationAsync(ConversationKey key, CancellationToken cancellationToken) =>
        WriteAsync(s => ConversationErasure.ForgetAsync(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> AddTurnAsync(TurnRecord turn, CancellationToken cancellationToken) =>
        WriteAsync(s => TurnRows.AddAsync(s, turn), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> UpdateTurnAsync(long id, Func<TurnRecord, TurnRecord> change, CancellationToken cancellationToken) =>
        WriteAsync(s => TurnRows.UpdateAsync(s, id, change), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> UpdateTurnAsync(
        long id, Func<TurnRecord, TurnRecord> change, RenderRecord render, CancellationToken cancellationToken) =>
        WriteAsync(s => TurnRows.UpdateAsync(s, id, change, render), cancellationToken);

    /// <inheritdoc />
    public Task<PendingReply?> EndTurnAsync(
        long id, Func<TurnRecord, TurnRecord> change, PendingReply reply, CancellationToken cancellationToken) =>
        WriteAsync(s => TurnRows.EndAsync(s, id, change, reply), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> GetTurnAsync(long id, CancellationToken cancellationToken) => ReadAsync(s => TurnRows.GetAsync(s, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<TurnRecord>> ClaimOpenTurnsAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        WriteAsync(s => TurnRows.ClaimAsync(s, owner, now, leaseUntil), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> GetLastTurnAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ReadAsync(s => TurnRows.LastAsync(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<TurnRecord>> GetDoneTurnsAsync(ConversationKey key, long fromId, CancellationToken cancellationToken) =>
        ReadAsync(s => TurnRows.DoneAsync(s, key, fromId), cancellationToken);

    /// <inheritdoc />
    public Task<DraftRecord?> AddDraftAsync(DraftRecord draft, long? turn, CancellationToken cancellationToken) =>
        WriteAsync(s => DraftRows.AddAsync(s, draft, turn), cancellationToken);

    /// <inheritdoc />
    public Task<DraftRecord?> GetDraftAsync(ConversationKey key, int version, CancellationToken cancellationToken) =>
        ReadAsync(s => DraftRows.GetAsync(s, key, version), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<DraftRecord>> GetDraftsAsync(ConversationKey key, int count, CancellationToken cancellationToken) =>
        ReadAsync(s => DraftRows.NewestAsync(s, key, count), cancellationToken);

    /// <inheritdoc />
    public Task<bool> AddRenderAsync(RenderRecord render, string? replaced, CancellationToken cancellationToken) =>
        WriteAsync(s => RenderRows.AddAsync(s, render, replaced), cancellationToken);

    /// <inheritdoc />
    public Task<RenderRecord?> UpdateRenderAsync(string id, Func<RenderRecord, RenderRecord> change, CancellationToken cancellationToken) =>
        WriteAsync(s => RenderRows.UpdateAsync(s, id, change), cancellationToken);

    /// <inheritdoc />
    public Task<PendingReply?> EndRenderAsync(
        string id, Func<RenderRecord, RenderRecord> change, PendingReply reply, CancellationToken cancellationToken) =>
        WriteAsync(s => RenderRows.EndAsync(s, id, change, reply), cancellationToken);

    /// <inheritdoc />
    public Task<PendingReply?> UpdatePendingReplyAsync(long id, Func<PendingReply, PendingReply> change, CancellationToken cancellationToken) =>
        WriteAsync(s => ReplyRows.UpdateAsync(s, id, change), cancellationToken);

    /// <inheritdoc />
    public Task DeletePendingReplyAsync(long id, CancellationToken cancellationToken) => WriteAsync(s => ReplyRows.DeleteAsync(s, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<PendingReply>> ClaimPendingRepliesAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        WriteAsync(s => ReplyRows.ClaimAsync(s, owner, now, leaseUntil), cancellationToken);

    /// <inheritdoc />
    public Task<RenderRecord?> GetRenderAsync(string id, CancellationToken cancellationToken) => ReadAsync(s => RenderRows.GetAsync(s, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<RenderRecord>> ClaimOpenRendersAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        WriteAsync(s => RenderRows.ClaimAsync(s, owner, now, leaseUntil), cancellationToken);

    /// <inheritdoc />
    public Task RenewLeasesAsync(string owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        WriteAsync(s => LeaseRows.RenewAsync(s, owner, leaseUntil), cancellationToken);

    /// <inheritdoc />
    public async Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var total = 0;
        foreach (var (table, column) in Retention.Kinds)
        {
            var limit = table switch
            {
                "seen" => before - options.SeenIdLife,
                "small_values" => time.GetUtcNow(),
                _ => before,
            };
            int deleted;
            do
            {
                deleted = await WriteAsync(s => Retention.PruneAsync(s, table, column, limit), cancellationToken).ConfigureAwait(false);
                total += deleted;
            }
            while (deleted == Retention.StepSize);
        }

        return total;
    }

    /// <inheritdoc />
    public Task<AccountRecord?> GetAccountAsync(string key, CancellationToken cancellationToken) =>
        ReadAsync(s => AccountRows.GetAsync(s, key), cancellationToken);

    /// <inheritdoc />
    public Task SaveAccountAsync(AccountRecord account, CancellationToken cancellationToken) =>
        WriteAsync(s => AccountRows.PutAsync(s, account), cancellationToken);

    /// <inheritdoc />
    public Task DeleteAccountAsync(string key, CancellationToken cancellationToken) =>
        WriteAsync(s => AccountRows.DeleteAsync(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<string?> GetCursorAsync(string name, CancellationToken cancellationToken) => ReadAsync(s => CursorRows.GetAsync(s, name), cancellationToken);

    /// <inheritdoc />
    public Task SetCursorAsync(string name, string? value, CancellationToken cancellationToken) =>
        WriteAsync(s => CursorRows.SetAsync(s, name, value), cancellationToken);

    /// <inheritdoc />
    public Task<string?> GetValueAsync(string name, CancellationToken cancellationToken) => ReadAsync(s => ValueRows.GetAsync(s, name), cancellationToken);

    /// <inheritdoc />
    public Task<bool> UpdateValuesAsync(
        IReadOnlyList<string> names, Func<IReadOnlyList<string?>, IReadOnlyList<ExpiringValue?>?> change, CancellationToken cancellationToken) =>
        WriteAsync(s => ValueRows.UpdateAsync(s, names, change), cancellationToken);

    /// <inheritdoc />
    public Task<LoggedMessage> AppendLogAsync(ConversationKey conversation, string json, CancellationToken cancellationToken) =>
        WriteAsync(s => LogRows.AppendAsync(s, conversation, json, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc />
    public Task<LoggedMessage?> RewriteLogAsync(ConversationKey conversation, long id, string json, CancellationToken cancellationToken) =>
        WriteAsync(s => LogRows.RewriteAsync(s, conversation, id, json, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc />
    public Task<LoggedMessage?> GetLogAsync(ConversationKey conversation, long id, CancellationToken cancellationToken) =>
        ReadAsync(s => LogRows.GetAsync(s, conversation, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<LoggedMessage>> ReadLogAsync(ConversationKey conversation, int count, CancellationToken cancellationToken) =>
        ReadAsync(s => LogRows.NewestAsync(s, conversation, count), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<LoggedMessage>> ReadLogAfterAsync(
        ConversationKey conversation, long sequence, int count, CancellationToken cancellationToken) =>
        ReadAsync(s => LogRows.AfterAsync(s, conversation, sequence, count), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ConversationOverview>> GetConversationsAsync(int count, CancellationToken cancellationToken) =>
        ReadAsync(s => ChannelRow.NewestAsync(s, count), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<RenderRecord>> GetRendersAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ReadAsync(s => RenderRows.OfConversationAsync(s, key), cancellationToken);

    /// <summary>Closes the connections.</summary>
    public void Dispose() => database.Dispose();

    private Task<T> ReadAsync<T>(Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken) => database.ReadAsync(work, cancellationToken);

    private Task<T> WriteAsync<T>(Func<PostgresSession, Task<T>> work, CancellationToken cancellationToken) => database.WriteAsync(work, cancellationToken);

    private Task WriteAsync(Func<PostgresSession, Task> work, CancellationToken cancellationToken) => database.WriteAsync(work, cancellationToken);
}
