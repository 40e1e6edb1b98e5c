using System.Text;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Sharing.Files;
using NemoBot.LocalNemo.Store;
using RenderRecord = NemoBot.LocalNemo.Store.RenderRecord;

namespace NemoBot.LocalNemo.Sharing.Renders;

/// <summary>Renders that several processes share: the queue is in the database, the files are in the vault.</summary>
/// <param name="queue">The queue.</param>
/// <param name="vault">The files.</param>
/// <param name="workers">Work on renders here; null if others do.</param>
/// <param name="upkeep">Deletes files that nothing refers to.</param>
/// <param name="simulation">What is simulated.</param>
/// <param name="clock">The time.</param>
internal sealed class SharedRenders(IStudioRenders queue, IFileVault vault, RenderWorkers? workers, VaultUpkeep upkeep, SimulationOptions simulation, TimeProvider clock)
    : IRenders
{
    private readonly RenderPlaces _places = new(queue, clock);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        workers?.Start();
        upkeep.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<RenderRecord?> TryReuseAsync(RenderRecord record, CancellationToken cancellationToken)
    {
        var render = RenderRows.Write(record, TimeSpan.Zero);
        if (simulation.ChangesRenders || await queue.FindTwinAsync(render.Twin, cancellationToken) is not { } twin)
        {
            return null;
        }

        var done = record.FinishedAs(RenderRows.Read(twin), clock.GetUtcNow());
        return await queue.AddAsync(render with { Json = RenderRows.Write(done), IsOver = true, Output = twin.Output }, cancellationToken) ? done : null;
    }

    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(RenderRecord record, TimeSpan length, CancellationToken cancellationToken)
    {
        var isAdded = await queue.AddAsync(RenderRows.Write(record, length), cancellationToken);
        _places.Drop();
        workers?.Wake();
        return isAdded;
    }

    /// <inheritdoc/>
    public async Task<RenderView?> FindAsync(string id, string userId, CancellationToken cancellationToken)
    {
        if (await queue.FindAsync(RenderKeys.Of(id), cancellationToken) is not { } render || RenderRows.Read(render) is not { } record || record.UserId != userId)
        {
            return null;
        }

        var waits = render is { IsOver: false, IsRunning: false };
        return new RenderView(record, render.IsOver ? 1 : render.Progress, waits ? await _places.FindAsync(render.Key, cancellationToken) : null);
    }

    /// <inheritdoc/>
    public async Task CancelAsync(string id, CancellationToken cancellationToken)
    {
        var key = RenderKeys.Of(id);
        if (await queue.FindAsync(key, cancellationToken) is { IsOver: false } render)
        {
            var cancelled = RenderRows.Read(render) with { Phase = RenderPhase.Cancelled, CompletedAt = clock.GetUtcNow() };
            await queue.CloseAsync(key, null, RenderRows.Write(cancelled), null, cancellationToken);
        }

        // Another machine notices at its next renewal.
        workers?.Stop(key);
    }

    /// <inheritdoc/>
    public async Task<ErasedFiles> EraseAsync(string sessionId, CancellationToken cancellationToken)
    {
        var erased = ErasedFiles.None;
        var removed = await queue.RemoveSessionAsync(sessionId, cancellationToken);
        foreach (var render in removed)
        {
            workers?.Stop(render.Key);
            await DropAsync(render, cancellationToken);
            erased = erased.And(new ErasedFiles(1, Encoding.UTF8.GetByteCount(render.Json)));
            erased = render.Output is null ? erased : erased.And(new ErasedFiles(1, RenderRows.Read(render).Size));
        }

        return erased;
    }

    /// <inheritdoc/>
    public async Task DropOldAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var render in await queue.RemoveOverAsync(before, cancellationToken))
        {
            await DropAsync(render, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<RenderRecord?> FindFinishedAsync(string key, CancellationToken cancellationToken) =>
        RenderKeys.IsValid(key) && await queue.FindAsync(key, cancellationToken) is { Output: not null } render ? RenderRows.Read(render) : null;

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(RenderRecord record, CancellationToken cancellationToken) =>
        await queue.FindAsync(RenderKeys.Of(record.Id), cancellationToken) is { Output: { } output }
            ? (await vault.OpenAsync(output, StudioBundle.Content, cancellationToken))?.Content : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _places.Dispose();
        await upkeep.DisposeAsync();
        await (workers?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Deletes the files of a deleted render, also what a lost worker may have left of an attempt.</summary>
    private async Task DropAsync(StudioRender render, CancellationToken cancellationToken)
    {
        var own = Enumerable.Range(1, render.Attempt).Select(a => StudioBundle.OfRender(render.Key, a));
        foreach (var bundle in own.Append(render.Output).OfType<string>().Distinct().Where(b => b != render.Output || !render.IsOutputInUse))
        {
            await vault.RemoveAsync(bundle, cancellationToken);
        }
    }
}
