using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace NemoBot.LocalNemo.Store;

/// <summary>Sessions, one file each, read on demand.</summary>
internal sealed class SessionStore(Folders folders, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    /// <summary>Begins one.</summary>
    public Session Create(string userId, string taskName, string language)
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
        Save(record);
        return _sessions[id] = new Session(record, Save);
    }

    /// <summary>Finds a user's; null if there is none.</summary>
    public Session? Find(string sessionId, string userId)
    {
        if (sessionId.Length is 0 or > 32 || !sessionId.All(char.IsAsciiDigit))
        {
            return null;
        }

        if (!_sessions.TryGetValue(sessionId, out var session))
        {
            var record = JsonFile.Read(folders.Session(sessionId), StoreJson.Default.SessionRecord);
            if (record is null)
            {
                return null;
            }

            session = _sessions.GetOrAdd(sessionId, _ => new Session(record, Save));
        }

        return session.Record.UserId == userId ? session : null;
    }

    /// <summary>Deletes a session; a turn that still runs writes nothing more.</summary>
    /// <returns>Bytes of its record.</returns>
    public long Erase(Session session)
    {
        session.Erase();
        var path = folders.Session(session.Record.SessionId);
        var bytes = File.Exists(path) ? new FileInfo(path).Length : 0;
        File.Delete(path);
        _sessions.TryRemove(session.Record.SessionId, out _);
        return bytes;
    }

    /// <summary>Drops those that were last used before a time.</summary>
    /// <returns>Ids of the files that nothing refers to any more.</returns>
    public IReadOnlyList<string> DropUnused(DateTimeOffset before)
    {
        var files = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folders.Sessions, "*.json"))
        {
            // The file's own time is enough to skip most of them without reading.
            if (File.GetLastWriteTimeUtc(path) > before.UtcDateTime
                || JsonFile.Read(path, StoreJson.Default.SessionRecord) is not { } record || record.UsedAt > before)
            {
                continue;
            }

            _sessions.TryRemove(record.SessionId, out _);
            File.Delete(path);
            files.AddRange(record.Assets);
        }

        return files;
    }

    private void Save(SessionRecord record) => JsonFile.Write(folders.Session(record.SessionId), record, StoreJson.Default.SessionRecord);
}
