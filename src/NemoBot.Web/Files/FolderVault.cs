using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NemoBot.Core.Storage;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Files;

/// <summary>A vault in the folder <c>files</c> of the web chat. A single rename makes a bundle visible.</summary>
internal sealed class FolderVault(IOptions<WebChatOptions> options, DiskSync disk) : IFileVault
{
    private readonly string _files = Path.Combine(options.Value.Folder, "files");
    private readonly string _incoming = Path.Combine(options.Value.Folder, "incoming");

    /// <summary>The data folder is checked by whoever needs it first.</summary>
    public Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task KeepAsync(string bundle, string folder, CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            disk.Flush(path);
        }

        disk.Flush(folder);
        var target = PathOf(bundle);
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        await MoveAsync(folder, target, cancellationToken);
        disk.Flush(parent);
        disk.Flush(_files);
    }

    public Task<VaultFile?> OpenAsync(string bundle, string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(PathOf(bundle), name);
        try
        {
            var content = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return Task.FromResult<VaultFile?>(new VaultFile(content, File.GetLastWriteTimeUtc(path)));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<VaultFile?>(null);
        }
    }

    public Task RemoveAsync(string bundle, CancellationToken cancellationToken)
    {
        try
        {
            Directory.Delete(PathOf(bundle), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another instance, or nobody, had it.
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> FindAsync(string prefix, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var parents = prefix.Length == 0 ? Below(_files) : [Path.Combine(_files, prefix)];
        foreach (var bundle in parents.SelectMany(Below))
        {
            yield return Path.GetRelativePath(_files, bundle).Replace(Path.DirectorySeparatorChar, '/');
        }
    }

    /// <summary>A folder of another disk is copied beside the vault first: only a rename makes all files visible at once.</summary>
    private async Task MoveAsync(string folder, string target, CancellationToken cancellationToken)
    {
        try
        {
            Directory.Move(folder, target);
        }
        catch (IOException) when (!Directory.Exists(target))
        {
            var copy = Directory.CreateDirectory(Path.Combine(_incoming, Guid.NewGuid().ToString("N"))).FullName;
            foreach (var path in Directory.GetFiles(folder).OrderBy(f => Path.GetFileName(f) == IFileVault.About))
            {
                await using var source = File.OpenRead(path);
                await using var file = File.Create(Path.Combine(copy, Path.GetFileName(path)));
                await source.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            disk.Flush(copy);
            Directory.Move(copy, target);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Below(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    private string PathOf(string bundle) => Path.Combine(_files, bundle.Replace('/', Path.DirectorySeparatorChar));
}
