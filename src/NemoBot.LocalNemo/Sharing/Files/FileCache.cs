using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>
/// Files of the vault on this machine, fetched when they are first needed. Those that were not used for the longest time are deleted when
/// all together are too large, but never while they are held.
/// </summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="vault">Where they come from.</param>
/// <param name="maxBytes">Bytes of files that are not held.</param>
/// <param name="clock">The time.</param>
internal sealed class FileCache(string folder, IFileVault vault, long maxBytes, TimeProvider clock)
{
    private const string Unfinished = ".part";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);

    /// <summary>Creates the folder and deletes what a killed process had begun to fetch.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(folder);
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Unfinished))
        {
            File.Delete(path);
        }
    }

    /// <summary>The path of a file, which may not be there yet.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Fetches files and keeps them until the result is disposed. One that the vault does not have is missing afterwards too.</summary>
    /// <exception cref="VaultException">The vault cannot be reached.</exception>
    public async Task<IDisposable> HoldAsync(IEnumerable<Asset> assets, CancellationToken cancellationToken)
    {
        var files = assets.DistinctBy(a => a.Path).ToList();
        var hold = new FileHold(this, [.. files.Select(f => f.Path)]);
        Count(files.Select(f => f.Path), 1);
        try
        {
            foreach (var file in files)
            {
                await FetchAsync(file, cancellationToken);
            }

            Trim();
            return hold;
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>The names of the files that are there.</summary>
    public IReadOnlyList<string> Names() => [.. Directory.EnumerateFiles(folder).Where(f => !f.EndsWith(Unfinished, StringComparison.Ordinal)).Select(Path.GetFileName).OfType<string>()];

    /// <summary>Deletes a file; one that is held later, by the next call.</summary>
    public void Drop(string name)
    {
        lock (_gate)
        {
            if (!_held.ContainsKey(PathOf(name)))
            {
                File.Delete(PathOf(name));
            }
        }
    }

    /// <summary>Lets files go that were held.</summary>
    public void Release(IReadOnlyList<string> paths) => Count(paths, -1);

    private async Task FetchAsync(Asset file, CancellationToken cancellationToken)
    {
        if (File.Exists(file.Path))
        {
            File.SetLastWriteTimeUtc(file.Path, clock.GetUtcNow().UtcDateTime);
            return;
        }

        if (await vault.OpenAsync(StudioBundle.OfAsset(file.Id), StudioBundle.Content, cancellationToken) is not { } found)
        {
            return;
        }

        // A name of its own: a turn and a render may fetch the same file at once.
        var part = $"{file.Path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            await using (found.Content)
            await using (var target = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true))
            {
                await found.Content.CopyToAsync(target, cancellationToken);
            }

            File.SetLastWriteTimeUtc(part, clock.GetUtcNow().UtcDateTime);
            File.Move(part, file.Path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private void Count(IEnumerable<string> paths, int change)
    {
        lock (_gate)
        {
            foreach (var path in paths)
            {
                if ((_held[path] = _held.GetValueOrDefault(path) + change) == 0)
                {
                    _held.Remove(path);
                }
            }
        }
    }

    private void Trim()
    {
        lock (_gate)
        {
            var kept = 0L;
            foreach (var file in new DirectoryInfo(folder).GetFiles().Where(f => f.Extension != Unfinished && !_held.ContainsKey(f.FullName)).OrderByDescending(f => f.LastWriteTimeUtc))
            {
                kept += file.Length;
                if (kept > maxBytes)
                {
                    file.Delete();
                }
            }
        }
    }
}
