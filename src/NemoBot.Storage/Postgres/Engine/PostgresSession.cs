using Npgsql;

namespace NemoBot.Storage.Postgres.Engine;

/// <summary>Runs statements on one connection. Values are passed as <c>$1</c>, <c>$2</c>, … and never become part of a statement.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, HeldLanes lanes, CancellationToken cancellationToken)
{
    /// <summary>The lanes of this process.</summary>
    public HeldLanes Lanes => lanes;

    /// <returns>The number of rows that were written.</returns>
    public async Task<int> ExecuteAsync(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The first value of the first row; null if there is none.</returns>
    public async Task<object?> ScalarAsync(string sql, params object?[] values)
    {
        using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is { } value and not DBNull ? value : null;
    }

    public async Task<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params object?[] values)
    {
        using var command = Command(sql, values);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }

            return rows;
        }
    }

    /// <returns>The first row; null if there is none.</returns>
    public async Task<T?> FirstAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params object?[] values)
        where T : class => await QueryAsync(sql, read, values).ConfigureAwait(false) is [var first, ..] ? first : null;

    private NpgsqlCommand Command(string sql, object?[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value is DateTimeOffset time ? time.ToUniversalTime() : value ?? DBNull.Value });
        }

        return command;
    }
}
