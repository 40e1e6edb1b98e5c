using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Sharing;

/// <summary>Records that several processes share. Nothing is kept in memory: another one may have changed it.</summary>
/// <param name="records">The records of all.</param>
/// <param name="kind">The kind of these.</param>
/// <param name="type">How a record is written.</param>
/// <param name="usedAt">When a record was last used; null: they do not grow old.</param>
internal sealed class SharedRecords<T>(IStudioRecords records, string kind, Func<JsonTypeInfo<T>> type, Func<T, DateTimeOffset>? usedAt) : IRecordSet<T>
    where T : class
{
    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public async Task<T?> FindAsync(string id, CancellationToken cancellationToken) => await FindAsync([id], cancellationToken) is [var record] ? record : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<T>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        [.. (await records.FindAsync(kind, ids, cancellationToken)).Select(Read)];

    /// <inheritdoc/>
    public async Task<T?> UpdateAsync(string id, Func<T?, T?> change, CancellationToken cancellationToken)
    {
        T? changed = null;
        await records.UpdateAsync(
            kind,
            id,
            json =>
            {
                changed = change(json is null ? null : Read(json));
                return changed is null ? null : new StudioRecord(JsonSerializer.Serialize(changed, type()), usedAt?.Invoke(changed));
            },
            cancellationToken);
        return changed;
    }

    /// <inheritdoc/>
    public async Task<long> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await records.RemoveAsync(kind, id, cancellationToken) is { } json ? Encoding.UTF8.GetByteCount(json) : 0;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<T>> RemoveUnusedAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        [.. (await records.RemoveUnusedAsync(kind, before, cancellationToken)).Select(Read)];

    private T Read(string json) => JsonSerializer.Deserialize(json, type()) ?? throw new InvalidOperationException("A stored record is empty.");
}
