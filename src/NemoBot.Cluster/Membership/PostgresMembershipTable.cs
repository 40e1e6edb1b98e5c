using Npgsql;

namespace NemoBot.Cluster.Membership;

/// <summary>
/// The table of instances in the database of the cluster. A change of a row and of the table's version is one transaction, and is
/// refused if either changed meanwhile; the sign of life changes neither.
/// </summary>
internal sealed class PostgresMembershipTable(NpgsqlDataSource source) : IMembershipTable
{
    /// <summary>The store has created the tables.</summary>
    public Task InitializeMembershipTable(bool tryInitTableVersion) => Task.CompletedTask;

    public async Task<MembershipTableData> ReadAll() => await ReadAsync("").ConfigureAwait(false);

    public async Task<MembershipTableData> ReadRow(SiloAddress key) => await ReadAsync(key.ToParsableString()).ConfigureAwait(false);

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion) => ChangeAsync(
        tableVersion,
        """
        INSERT INTO members (address, name, host, status, proxy_port, started_at, alive_at, suspects, etag)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1) ON CONFLICT DO NOTHING
        """,
        MemberRow.Values(entry));

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion) => ChangeAsync(
        tableVersion,
        """
        UPDATE members SET name = $2, host = $3, status = $4, proxy_port = $5, started_at = $6, alive_at = $7, suspects = $8, etag = etag + 1
        WHERE address = $1 AND etag::text = $9
        """,
        [.. MemberRow.Values(entry), etag]);

    public Task UpdateIAmAlive(MembershipEntry entry) => ExecuteAsync(
        "UPDATE members SET alive_at = $2 WHERE address = $1", entry.SiloAddress.ToParsableString(), MemberRow.Utc(entry.IAmAliveTime));

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => ExecuteAsync(
        "DELETE FROM members WHERE status = $1 AND alive_at < $2", (int)SiloStatus.Dead, beforeDate.UtcDateTime);

    public Task DeleteMembershipTableEntries(string clusterId) => ExecuteAsync("DELETE FROM members");

    private async Task<MembershipTableData> ReadAsync(string address)
    {
        var batch = source.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT version FROM membership"));
            var members = new NpgsqlBatchCommand(MemberRow.Columns + "WHERE $1 = '' OR address = $1");
            members.Parameters.Add(new NpgsqlParameter<string> { TypedValue = address });
            batch.BatchCommands.Add(members);
            var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync().ConfigureAwait(false);
                var version = reader.GetInt32(0);
                await reader.NextResultAsync().ConfigureAwait(false);
                var rows = new List<Tuple<MembershipEntry, string>>();
                while (await reader.ReadAsync().ConfigureAwait(false))
                {
                    rows.Add(MemberRow.Read(reader));
                }

                return new MembershipTableData(rows, new TableVersion(version, $"{version}"));
            }
        }
    }

    private async Task<bool> ChangeAsync(TableVersion next, string sql, object[] values)
    {
        var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                using var version = Command("UPDATE membership SET version = $1 WHERE version::text = $2", next.Version, next.VersionEtag);
                using var row = Command(sql, values);
                (version.Connection, row.Connection) = (connection, connection);
                if (await version.ExecuteNonQueryAsync().ConfigureAwait(false) != 1 || await row.ExecuteNonQueryAsync().ConfigureAwait(false) != 1)
                {
                    return false;
                }

                await transaction.CommitAsync().ConfigureAwait(false);
                return true;
            }
        }
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using var command = Command(sql, values);
            command.Connection = connection;
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }

    private static NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
