using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NemoBot.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>The statements prepared so far.</summary>
    public IEnumerable<string> Statements => _commands.Keys;

    /// <summary>True until the transaction was committed, or rolled back by SQLite itself after a grave error.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    public static SqliteSession Open(string path, StorageOptions options, bool forWriting)
    {
        NativeLibrarySource.Ensure();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = forWriting ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        }.ToString());
        var session = new SqliteSession(connection);
        try
        {
            connection.Open();
            session.Configure(options, forWriting);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params (string Name, object? Value)[] values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs statements that are needed once; they are not kept prepared.</summary>
    public void ExecuteOnce(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row as a number; null if there is none.</summary>
    public long? Number(string sql, params (string Name, object? Value)[] values) =>
        Prepare(sql, values).ExecuteScalar() is long number ? number : null;

    /// <summary>The first column of the first row as a text; null if there is none.</summary>
    public string? Text(string sql, params (string Name, object? Value)[] values) =>
        Prepare(sql, values).ExecuteScalar() as string;

    public T? One<T>(string sql, Func<Row, T> read, params (string Name, object? Value)[] values)
        where T : class
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        return reader.Read() ? read(new Row(reader)) : null;
    }

    public List<T> All<T>(string sql, Func<Row, T> read, params (string Name, object? Value)[] values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(new Row(reader)));
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private void Configure(StorageOptions options, bool forWriting)
    {
        ExecuteOnce(string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA busy_timeout = {(long)options.BusyTimeout.TotalMilliseconds}; PRAGMA temp_store = MEMORY;"));
        if (!forWriting)
        {
            ExecuteOnce("PRAGMA query_only = ON;");
            return;
        }

        // FULL: what was acknowledged outlives a power failure; writes share commits, so it costs little.
        // secure_delete: what a user had forgotten must not lie about in free pages.
        ExecuteOnce("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;");
        ExecuteOnce("PRAGMA journal_size_limit = 67108864;");
        if (options.MaxBytes > 0)
        {
            var pageSize = Number("PRAGMA page_size") ?? 4096;
            ExecuteOnce(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {Math.Max(1, options.MaxBytes / pageSize)};"));
        }
    }

    private SqliteCommand Prepare(string sql, (string Name, object? Value)[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            command.Prepare();
            _commands.Add(sql, command);
            return command;
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
