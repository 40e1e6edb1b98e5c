using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>Deletes files that no record refers to: copies on this machine soon, what a lost process left in the vault after a day.</summary>
/// <param name="assets">The records of uploaded files.</param>
/// <param name="renders">The renders.</param>
/// <param name="vault">The vault.</param>
/// <param name="cache">The copies on this machine.</param>
/// <param name="interval">How often the vault is looked through.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
internal sealed partial class VaultUpkeep(
    IRecordSet<AssetRecord> assets, IStudioRenders renders, IFileVault vault, FileCache cache, TimeSpan interval, TimeProvider clock, ILogger<VaultUpkeep> log)
    : IAsyncDisposable
{
    private const int BatchSize = 200;
    private static readonly TimeSpan CopyInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeftAfter = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _loops = Task.CompletedTask;

    /// <summary>Begins.</summary>
    public void Start() => _loops = Task.WhenAll(
        RepeatAsync(CopyInterval, DropCopiesAsync, _stopping.Token), RepeatAsync(interval, DropLeftAsync, _stopping.Token));

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _loops;
        _stopping.Dispose();
    }

    private Task RepeatAsync(TimeSpan pause, Func<CancellationToken, Task> work, CancellationToken cancellationToken) => Periodically.RunAsync(
        pause,
        clock,
        async token =>
        {
            try
            {
                await work(token);
            }
            catch (Exception e) when (!token.IsCancellationRequested)
            {
                LogFailed(e.Message);
            }

            return true;
        },
        cancellationToken);

    /// <summary>What was forgotten through another process is forgotten here too.</summary>
    private async Task DropCopiesAsync(CancellationToken cancellationToken)
    {
        var names = cache.Names();
        var known = await FindAssetsAsync([.. names.Select(Path.GetFileNameWithoutExtension).OfType<string>()], cancellationToken);
        foreach (var name in names.Where(n => !known.Contains(Path.GetFileNameWithoutExtension(n))))
        {
            cache.Drop(name);
        }
    }

    private async Task DropLeftAsync(CancellationToken cancellationToken)
    {
        var old = new List<string>();
        await foreach (var bundle in vault.FindAsync(IFileVault.Studio, clock.GetUtcNow() - LeftAfter, cancellationToken))
        {
            if (await IsOldAsync(bundle, cancellationToken))
            {
                old.Add(bundle);
            }
        }

        foreach (var batch in old.Chunk(BatchSize))
        {
            var known = await FindAssetsAsync([.. batch.Select(StudioBundle.AssetOf).OfType<string>()], cancellationToken);
            var used = await renders.FindOutputsAsync([.. batch.Where(StudioBundle.IsRender)], cancellationToken);
            foreach (var bundle in batch.Where(b => StudioBundle.IsRender(b) ? !used.Contains(b) : StudioBundle.AssetOf(b) is { } id && !known.Contains(id)))
            {
                await vault.RemoveAsync(bundle, cancellationToken);
                LogLeft(bundle);
            }
        }
    }

    private async Task<HashSet<string>> FindAssetsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : (await assets.FindAsync(ids, cancellationToken)).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);

    private async Task<bool> IsOldAsync(string bundle, CancellationToken cancellationToken)
    {
        if (await vault.OpenAsync(bundle, StudioBundle.Content, cancellationToken) is not { } file)
        {
            return false;
        }

        await file.Content.DisposeAsync();
        return file.ModifiedAt < clock.GetUtcNow() - LeftAfter;
    }

    [LoggerMessage(LogLevel.Warning, "Failed to delete files that nothing refers to; retrying later: {Problem}")]
    private partial void LogFailed(string problem);

    [LoggerMessage(LogLevel.Information, "Deleted {Bundle} from the vault, which nothing refers to.")]
    private partial void LogLeft(string bundle);
}
