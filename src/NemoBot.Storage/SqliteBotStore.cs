using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Sqlite;
using NemoBot.Storage.Tables;

namespace NemoBot.Storage;

/// <summary>
/// The store in one SQLite file. Writes go through one writer that gathers them into commits, reads through a few sessions of
/// their own; the file may be shared with another process.
/// </summary>
internal sealed class SqliteBotStore(StorageOptions options, TimeProvider time) : IBotStore, IDisposable
{
    private const string FileName = "nemobot.db";
    private readonly SemaphoreSlim _opening = new(1, 1);
    private SqliteReaders? _readers;
    private SqliteWriter? _writer;

    /// <summary>Absolute path of the database.</summary>
    public string FilePath { get; } = Path.GetFullPath(Path.Combine(options.DataFolder, FileName));

    /// <summary>Every statement prepared so far, so that a test can look at how SQLite carries them out.</summary>
    public IReadOnlyList<string> Statements => [.. Writer.Statements.Concat(Readers.Statements).Distinct()];

    private SqliteWriter Writer => _writer ?? throw new InvalidOperationException("Call InitializeAsync before anything else.");

    private SqliteReaders Readers => _readers ?? throw new InvalidOperationException("Call InitializeAsync before anything else.");

    /// <inheritdoc />
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_writer is null)
            {
                var session = await Task.Run(() => DatabaseFile.Open(FilePath, options), cancellationToken).ConfigureAwait(false);
                _readers = new SqliteReaders(FilePath, options);
                _writer = new SqliteWriter(session, FilePath, options.BatchSize);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <inheritdoc />
    public Task<ConversationRecord?> GetConversationAsync(ConversationKey key, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => Conversations.Get(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<ConversationRecord> AddConversationAsync(ConversationRecord conversation, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Changes.Add(s, conversation), cancellationToken);

    /// <inheritdoc />
    public Task<ConversationRecord?> UpdateConversationAsync(
        ConversationKey key, Func<ConversationRecord, ConversationRecord> change, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Changes.Apply(s, key, change), cancellationToken);

    /// <inheritdoc />
    public Task MoveConversationAsync(ConversationKey from, ConversationKey to, CancellationToken cancellationToken) =>
        WriteAsync(s => Moving.Move(s, from, to), cancellationToken);

    /// <inheritdoc />
    public Task ForgetConversationAsync(ConversationKey key, CancellationToken cancellationToken) =>
        Writer.EraseAsync(s => Forgetting.Forget(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> AddTurnAsync(TurnRecord turn, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Turns.Add(s, turn), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> UpdateTurnAsync(long id, Func<TurnRecord, TurnRecord> change, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Changes.Apply(s, id, change), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> UpdateTurnAsync(
        long id, Func<TurnRecord, TurnRecord> change, RenderRecord render, CancellationToken cancellationToken) => Writer.WriteAsync(
        s =>
        {
            var changed = Changes.Apply(s, id, change);
            if (changed is not null)
            {
                Renders.Put(s, render);
            }

            return changed;
        },
        cancellationToken);

    /// <inheritdoc />
    public Task<PendingReply?> EndTurnAsync(
        long id, Func<TurnRecord, TurnRecord> change, PendingReply reply, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Changes.End(s, id, change, reply), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> GetTurnAsync(long id, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => Turns.Get(s, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<TurnRecord>> ClaimOpenTurnsAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Turns.Claim(s, owner, now, leaseUntil), cancellationToken);

    /// <inheritdoc />
    public Task<TurnRecord?> GetLastTurnAsync(ConversationKey key, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => Turns.Last(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<TurnRecord>> GetDoneTurnsAsync(ConversationKey key, long fromId, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => Turns.Done(s, key, fromId), cancellationToken);

    /// <inheritdoc />
    public Task<CreditUse> GetCreditUseAsync(ConversationKey key, string authorId, DateTimeOffset since, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => Turns.CreditUse(s, key, authorId, since), cancellationToken);

    /// <inheritdoc />
    public Task<DraftRecord> AddDraftAsync(DraftRecord draft, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Drafts.Add(s, draft), cancellationToken);

    /// <inheritdoc />
    public Task<DraftRecord?> GetDraftAsync(ConversationKey key, int version, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => Drafts.Get(s, key, version), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<DraftRecord>> GetDraftsAsync(ConversationKey key, int count, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => Drafts.Newest(s, key, count), cancellationToken);

    /// <inheritdoc />
    public Task<bool> AddRenderAsync(RenderRecord render, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Changes.Add(s, render), cancellationToken);

    /// <inheritdoc />
    public Task<RenderRecord?> UpdateRenderAsync(string id, Func<RenderRecord, RenderRecord> change, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Changes.Apply(s, id, change), cancellationToken);

    /// <inheritdoc />
    public Task<PendingReply?> EndRenderAsync(
        string id, Func<RenderRecord, RenderRecord> change, PendingReply reply, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Changes.End(s, id, change, reply), cancellationToken);

    /// <inheritdoc />
    public Task<PendingReply?> UpdatePendingReplyAsync(long id, Func<PendingReply, PendingReply> change, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Changes.Apply(s, id, change), cancellationToken);

    /// <inheritdoc />
    public Task DeletePendingReplyAsync(long id, CancellationToken cancellationToken) =>
        WriteAsync(s => Endings.Delete(s, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<PendingReply>> ClaimPendingRepliesAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Endings.Claim(s, owner, now, leaseUntil), cancellationToken);

    /// <inheritdoc />
    public Task<RenderRecord?> GetRenderAsync(string id, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => Renders.Get(s, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<RenderRecord>> ClaimOpenRendersAsync(
        string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => Renders.Claim(s, owner, now, leaseUntil), cancellationToken);

    /// <inheritdoc />
    public Task RenewLeasesAsync(string owner, DateTimeOffset leaseUntil, CancellationToken cancellationToken) => WriteAsync(
        s =>
        {
            Turns.RenewLeases(s, owner, leaseUntil);
            Renders.RenewLeases(s, owner, leaseUntil);
            Endings.RenewLeases(s, owner, leaseUntil);
        },
        cancellationToken);

    /// <inheritdoc />
    public Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken) => Writer.WriteAsync(
        s => Turns.Prune(s, before) + Renders.Prune(s, before) + Endings.Prune(s, before) + MessageLog.Prune(s, before) + Turns.PruneSeen(s, before - options.SeenIdLife),
        cancellationToken);

    /// <inheritdoc />
    public Task<AccountRecord?> GetAccountAsync(string key, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => AccountRows.Get(s, key), cancellationToken);

    /// <inheritdoc />
    public Task SaveAccountAsync(AccountRecord account, CancellationToken cancellationToken) =>
        WriteAsync(s => AccountRows.Put(s, account), cancellationToken);

    /// <inheritdoc />
    public Task DeleteAccountAsync(string key, CancellationToken cancellationToken) =>
        Writer.EraseAsync(s => AccountRows.Delete(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<string?> GetCursorAsync(string name, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => Cursors.Get(s, name), cancellationToken);

    /// <inheritdoc />
    public Task SetCursorAsync(string name, string? value, CancellationToken cancellationToken) =>
        WriteAsync(s => Cursors.Set(s, name, value), cancellationToken);

    /// <inheritdoc />
    public Task<LoggedMessage> AppendLogAsync(ConversationKey conversation, string json, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => MessageLog.Append(s, conversation, json, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc />
    public Task<LoggedMessage?> RewriteLogAsync(ConversationKey conversation, long id, string json, CancellationToken cancellationToken) =>
        Writer.WriteAsync(s => MessageLog.Rewrite(s, conversation, id, json, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc />
    public Task<LoggedMessage?> GetLogAsync(ConversationKey conversation, long id, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => MessageLog.Get(s, conversation, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<LoggedMessage>> ReadLogAsync(ConversationKey conversation, int count, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => MessageLog.Newest(s, conversation, count), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<LoggedMessage>> ReadLogAfterAsync(
        ConversationKey conversation, long sequence, int count, CancellationToken cancellationToken) =>
        Readers.ReadAsync(s => MessageLog.After(s, conversation, sequence, count), cancellationToken);

    /// <summary>Carries out what is queued and closes the file.</summary>
    public void Dispose()
    {
        _writer?.Dispose();
        _readers?.Dispose();
    }

    private Task<bool> WriteAsync(Action<SqliteSession> work, CancellationToken cancellationToken) => Writer.WriteAsync(
        s =>
        {
            work(s);
            return true;
        },
        cancellationToken);
}
