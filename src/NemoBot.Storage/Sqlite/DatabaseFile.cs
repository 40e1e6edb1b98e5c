using NemoBot.Core.Storage;

namespace NemoBot.Storage.Sqlite;

/// <summary>Makes and opens the file. It holds messages and tokens of people: only the bot's own user may read it.</summary>
internal static class DatabaseFile
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens the session of the writer, the schema being the newest.</summary>
    /// <exception cref="StoreException">It cannot be opened; the problem says why.</exception>
    public static SqliteSession Open(string path, StorageOptions options)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            MakePrivate(path);
            var session = SqliteSession.Open(path, options, forWriting: true);
            try
            {
                Schema.Upgrade(session);

                // SQLite opens a file that it may not write without a word: better to hear of it now than at the first message.
                session.ExecuteOnce("UPDATE counters SET value = value WHERE name = 'log'");
                return session;
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
        catch (Exception e) when (StoreErrors.IsExpected(e))
        {
            throw StoreErrors.Translate(e, path);
        }
    }

    /// <summary>SQLite gives the files next to it (log, index of the log) the same rights.</summary>
    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (!File.Exists(path))
        {
            using var made = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                UnixCreateMode = Private,
            });
        }
        else if (File.GetUnixFileMode(path) != Private)
        {
            File.SetUnixFileMode(path, Private);
        }
    }
}
