using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Records;

namespace NemoBot.Storage.Postgres;

/// <summary>Records of the embedded studio in a PostgreSQL database.</summary>
internal sealed class PostgresStudioRecords(PostgresDatabase database) : IStudioRecords
{
    /// <inheritdoc />
    public Task<IReadOnlyList<string>> FindAsync(string kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        database.ReadAsync(s => StudioRecordRows.FindAsync(s, kind, ids), cancellationToken);

    /// <inheritdoc />
    public Task UpdateAsync(string kind, string id, Func<string?, StudioRecord?> change, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRecordRows.UpdateAsync(s, kind, id, change), cancellationToken);

    /// <inheritdoc />
    public Task<string?> RemoveAsync(string kind, string id, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRecordRows.RemoveAsync(s, kind, id), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> RemoveUnusedAsync(string kind, DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRecordRows.RemoveUnusedAsync(s, kind, before), cancellationToken);
}
