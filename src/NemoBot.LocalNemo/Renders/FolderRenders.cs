using NemoBot.Core.Platforms;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>Renders of this process, with records and files in folders of this machine.</summary>
internal sealed class FolderRenders(RenderStore store, RenderQueue queue, RenderReuse reuse) : IRenders
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => queue.ResumeAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<RenderRecord?> TryReuseAsync(RenderRecord record, CancellationToken cancellationToken) => Task.FromResult(reuse.TryServe(record));

    /// <inheritdoc/>
    public Task<bool> TryAddAsync(RenderRecord record, TimeSpan length, CancellationToken cancellationToken) => Task.FromResult(queue.TryAdd(record, length));

    /// <inheritdoc/>
    public Task<RenderView?> FindAsync(string id, string userId, CancellationToken cancellationToken) => Task.FromResult(queue.Find(id, userId));

    /// <inheritdoc/>
    public Task CancelAsync(string id, CancellationToken cancellationToken)
    {
        queue.Cancel(id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ErasedFiles> EraseAsync(string sessionId, CancellationToken cancellationToken) => queue.EraseAsync(sessionId);

    /// <inheritdoc/>
    public Task DropOldAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        store.DropOld(before);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<RenderRecord?> FindFinishedAsync(string key, CancellationToken cancellationToken) => Task.FromResult(queue.FindFinished(key));

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(RenderRecord record, CancellationToken cancellationToken) => Task.FromResult(StoredFile.Open(store.OutputOf(record)));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => queue.DisposeAsync();
}
