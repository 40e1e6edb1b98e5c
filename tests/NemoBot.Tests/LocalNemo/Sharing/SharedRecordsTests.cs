using NemoBot.LocalNemo.Sharing;
using NemoBot.LocalNemo.Store;
using NemoBot.Storage.Postgres;
using NemoBot.Tests.Storage.Postgres;

namespace NemoBot.Tests.LocalNemo.Sharing;

public sealed class SharedRecordsTests : RecordSetContract
{
    private readonly List<PostgresDatabase> _open = [];
    private string? _connection;

    public override ValueTask DisposeAsync()
    {
        _open.ForEach(d => d.Dispose());
        return base.DisposeAsync();
    }

    private protected override async Task<IRecordSet<SessionRecord>> OpenAsync()
    {
        _connection ??= (await PostgresServer.SharedAsync()).NewSchema();
        var database = await SharedBench.OpenDatabaseAsync(_connection);
        _open.Add(database);
        return new SharedRecords<SessionRecord>(new PostgresStudioRecords(database), "session", () => StoreJson.Default.SessionRecord, s => s.UsedAt);
    }
}
