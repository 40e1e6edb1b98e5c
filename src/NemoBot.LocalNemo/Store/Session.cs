namespace NemoBot.LocalNemo.Store;

/// <summary>A session that is in use.</summary>
/// <param name="record">As it was read.</param>
/// <param name="records">Where it is stored.</param>
internal sealed class Session(SessionRecord record, IRecordSet<SessionRecord> records)
{
    /// <summary>The state as it was last read or written here.</summary>
    public SessionRecord Record { get; private set; } = record;

    /// <summary>It was found deleted: nothing is written any more.</summary>
    public bool IsErased { get; private set; }

    /// <summary>Reads the newest state.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) => Keep(await records.FindAsync(Record.SessionId, cancellationToken));

    /// <summary>Changes it, in the store first. A change of an erased session is not stored.</summary>
    /// <param name="change">Pure.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<SessionRecord> UpdateAsync(Func<SessionRecord, SessionRecord> change, CancellationToken cancellationToken)
    {
        var stored = await records.UpdateAsync(Record.SessionId, r => r is null ? null : change(r), cancellationToken);
        Keep(stored);
        return Record = stored ?? change(Record);
    }

    private void Keep(SessionRecord? stored)
    {
        IsErased = stored is null;
        Record = stored ?? Record;
    }
}
