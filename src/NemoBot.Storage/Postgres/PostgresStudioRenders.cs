using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Records;

namespace NemoBot.Storage.Postgres;

/// <summary>The queue of renders of the embedded studio in a PostgreSQL database.</summary>
internal sealed class PostgresStudioRenders(PostgresDatabase database) : IStudioRenders
{
    /// <inheritdoc />
    public Task<bool> AddAsync(StudioRender render, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRenderRows.AddAsync(s, render), cancellationToken);

    /// <inheritdoc />
    public Task<StudioRender?> FindAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(s => StudioRenderRows.FindAsync(s, key), cancellationToken);

    /// <inheritdoc />
    public Task<StudioRender?> FindTwinAsync(string twin, CancellationToken cancellationToken) =>
        database.ReadAsync(s => StudioRenderRows.FindTwinAsync(s, twin), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyCollection<string>> FindOutputsAsync(IReadOnlyCollection<string> bundles, CancellationToken cancellationToken) =>
        database.ReadAsync(s => StudioRenderRows.FindOutputsAsync(s, bundles), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, int>> ReadPlacesAsync(int mostOvertaken, CancellationToken cancellationToken) =>
        database.ReadAsync(s => StudioRenderRows.ReadPlacesAsync(s, mostOvertaken), cancellationToken);

    /// <inheritdoc />
    public Task<StudioRender?> ClaimAsync(string worker, TimeSpan lease, int mostOvertaken, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRenderRows.ClaimAsync(s, worker, lease, mostOvertaken), cancellationToken);

    /// <inheritdoc />
    public Task<bool> RenewAsync(string key, int attempt, double progress, TimeSpan lease, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRenderRows.RenewAsync(s, key, attempt, progress, lease), cancellationToken);

    /// <inheritdoc />
    public Task ReleaseAsync(string key, int attempt, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRenderRows.ReleaseAsync(s, key, attempt), cancellationToken);

    /// <inheritdoc />
    public Task<bool> CloseAsync(string key, int? attempt, string json, string? output, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRenderRows.CloseAsync(s, key, attempt, json, output), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<StudioRender>> RemoveSessionAsync(string session, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRenderRows.RemoveSessionAsync(s, session), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<StudioRender>> RemoveOverAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync(s => StudioRenderRows.RemoveOverAsync(s, before), cancellationToken);
}
