using System.Text.Json;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Files;

/// <summary>
/// The files of the chat: the folder <c>incoming</c> holds uploads in progress, the vault complete ones. A partial file is never visible.
/// </summary>
internal sealed class FileSpool(IOptions<WebChatOptions> options, IOptions<ClusterOptions> cluster, IFileVault vault, TimeProvider time)
{
    private const string Content = "content";
    private const string Poster = "poster.jpg";
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(6);

    private readonly string _incoming = Path.Combine(options.Value.Folder, "incoming");

    /// <summary>Removes uploads that were interrupted by a shutdown. Where instances share the folder, those that nobody has written to for long.</summary>
    public void RemoveLeftovers()
    {
        var before = time.GetUtcNow() - AbandonedAfter;
        foreach (var folder in Directory.Exists(_incoming) ? Directory.GetDirectories(_incoming) : [])
        {
            if (!cluster.Value.IsOn || File.GetLastWriteTimeUtc(Path.Combine(folder, Content)) < before)
            {
                try
                {
                    Directory.Delete(folder, recursive: true);
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    // The next start tries it again: the chat does not wait for it.
                }
            }
        }
    }

    /// <summary>Starts a file; it becomes visible once it is kept.</summary>
    public IncomingFile Begin(string channel, string? name, string? claimedType)
    {
        var id = FileId.New(channel);
        var clean = FileNames.Clean(name);
        var folder = Path.Combine(_incoming, id);
        Directory.CreateDirectory(folder);
        var file = new StoredFile(id, channel, clean, MediaTypes.Of(clean, claimedType), 0, time.GetUtcNow());
        return new IncomingFile(file, folder, Path.Combine(folder, Content));
    }

    /// <summary>Makes a complete file visible. When this returns, the file survives a power failure.</summary>
    public async Task<StoredFile> KeepAsync(IncomingFile incoming, CancellationToken cancellationToken)
    {
        var file = incoming.File with { Size = new FileInfo(incoming.ContentPath).Length };
        await using (var about = new FileStream(Path.Combine(incoming.Folder, IFileVault.About), FileMode.Create, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(about, file, FileJson.Default.StoredFile, cancellationToken);
        }

        await vault.KeepAsync(FileId.Bundle(file.Id), incoming.Folder, cancellationToken);
        return file;
    }

    /// <summary>Adds a file the bot created: hard-linked where possible, else copied.</summary>
    public async Task<StoredFile> AddAsync(string channel, string path, string name, string? posterPath, CancellationToken cancellationToken)
    {
        using var incoming = Begin(channel, name, null);
        await HardLink.OrCopyAsync(path, incoming.ContentPath, cancellationToken);
        if (posterPath is not null)
        {
            await HardLink.OrCopyAsync(posterPath, Path.Combine(incoming.Folder, Poster), cancellationToken);
        }

        return await KeepAsync(incoming, cancellationToken);
    }

    /// <summary>Finds a file; null if it does not exist or was deleted.</summary>
    public Task<StoredFile?> FindAsync(string id, CancellationToken cancellationToken) =>
        FileId.IsValid(id) ? ReadAsync(FileId.Bundle(id), cancellationToken) : Task.FromResult<StoredFile?>(null);

    /// <summary>Opens the bytes; null if the file was deleted.</summary>
    public Task<VaultFile?> OpenAsync(StoredFile file, CancellationToken cancellationToken) =>
        vault.OpenAsync(FileId.Bundle(file.Id), Content, cancellationToken);

    /// <summary>Opens the poster; null if there is none.</summary>
    public Task<VaultFile?> OpenPosterAsync(StoredFile file, CancellationToken cancellationToken) =>
        vault.OpenAsync(FileId.Bundle(file.Id), Poster, cancellationToken);

    /// <summary>Deletes files of a message that was not posted.</summary>
    public async Task RemoveAsync(IEnumerable<StoredFile> files)
    {
        foreach (var file in files)
        {
            try
            {
                await vault.RemoveAsync(FileId.Bundle(file.Id), CancellationToken.None);
            }
            catch (VaultException)
            {
                // Its age removes it.
            }
        }
    }

    /// <summary>Deletes the files of a chat.</summary>
    /// <exception cref="AggregateException">Some cannot be deleted; the others are.</exception>
    public async Task<ErasedFiles> RemoveChannelAsync(string channel, CancellationToken cancellationToken)
    {
        // The prefix is short: another chat may share it.
        var removed = await RemoveWhereAsync(FileId.Prefix(channel), DateTimeOffset.MaxValue, file => file is null || file.Channel == channel, cancellationToken);
        return new ErasedFiles(removed.Count, removed.Sum(f => f?.Size ?? 0));
    }

    /// <summary>Deletes files created before a time, and what is left of uploads from before it.</summary>
    /// <returns>The number of deleted files.</returns>
    /// <exception cref="AggregateException">Some cannot be deleted; the others are.</exception>
    public async Task<int> RemoveOlderAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        (await RemoveWhereAsync("", before, file => file is null || file.CreatedAt < before, cancellationToken)).Count;

    /// <summary>Deletes bundles by what is known of them; null for those of which nothing can be read.</summary>
    private async Task<List<StoredFile?>> RemoveWhereAsync(
        string prefix, DateTimeOffset before, Func<StoredFile?, bool> isMeant, CancellationToken cancellationToken)
    {
        List<StoredFile?> removed = [];
        List<Exception> failures = [];
        await foreach (var bundle in vault.FindAsync(prefix, before, cancellationToken))
        {
            if (bundle.StartsWith(IFileVault.Studio + "/", StringComparison.Ordinal))
            {
                continue;
            }

            try
            {
                var file = await ReadAsync(bundle, cancellationToken);
                if (isMeant(file))
                {
                    await vault.RemoveAsync(bundle, cancellationToken);
                    removed.Add(file);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failures.Add(error);
            }
        }

        return failures.Count == 0 ? removed : throw new AggregateException(failures);
    }

    /// <summary>What is known of a bundle; null if that is gone or damaged.</summary>
    private async Task<StoredFile?> ReadAsync(string bundle, CancellationToken cancellationToken)
    {
        if (await vault.OpenAsync(bundle, IFileVault.About, cancellationToken) is not { } about)
        {
            return null;
        }

        await using var content = about.Content;
        try
        {
            return await JsonSerializer.DeserializeAsync(content, FileJson.Default.StoredFile, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
