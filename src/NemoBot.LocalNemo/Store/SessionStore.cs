using System.Security.Cryptography;

namespace NemoBot.LocalNemo.Store;

/// <summary>Sessions of users.</summary>
internal sealed class SessionStore(IRecordSet<SessionRecord> records, TimeProvider clock)
{
    /// <summary>Begins one.</summary>
    public async Task<Session> CreateAsync(string userId, string taskName, string language, CancellationToken cancellationToken)
    {
        var id = $"{RandomNumberGenerator.GetInt32(1, 10)}{RandomNumberGenerator.GetString("0123456789", 18)}";
        var record = new SessionRecord
        {
            SessionId = id,
            TaskId = "task_" + Guid.NewGuid().ToString("N"),
            TaskName = taskName,
            UserId = userId,
            Language = language,
            UsedAt = clock.GetUtcNow(),
        };
        await records.UpdateAsync(id, _ => record, cancellationToken);
        return new Session(record, records);
    }

    /// <summary>Finds a user's; null if there is none.</summary>
    public async Task<Session?> FindAsync(string sessionId, string userId, CancellationToken cancellationToken)
    {
        if (sessionId.Length is 0 or > 32 || !sessionId.All(char.IsAsciiDigit))
        {
            return null;
        }

        var record = await records.FindAsync(sessionId, cancellationToken);
        return record?.UserId == userId ? new Session(record, records) : null;
    }

    /// <summary>Deletes a session; a turn that still runs writes nothing more.</summary>
    /// <returns>Bytes of its record.</returns>
    public Task<long> EraseAsync(Session session, CancellationToken cancellationToken) => records.RemoveAsync(session.Record.SessionId, cancellationToken);

    /// <summary>Drops those that were last used before a time.</summary>
    /// <returns>Ids of the files that nothing refers to any more.</returns>
    public async Task<IReadOnlyList<string>> DropUnusedAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        [.. (await records.RemoveUnusedAsync(before, cancellationToken)).SelectMany(s => s.Assets)];
}
