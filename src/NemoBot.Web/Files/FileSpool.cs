using System.Text.Json;
using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Files;

/// <summary>
/// The files of the chat on disk: <c>incoming</c> holds uploads in progress, <c>files</c> complete ones. A single rename moves a file from
/// one to the other, so that a partial file is never visible.
/// </summary>
internal sealed class FileSpool(IOptions<WebChatOptions> options, IOptions<ClusterOptions> cluster, DiskSync disk, TimeProvider time)
{
    private const string Content = "content";
    private const string About = "about.json";
    private const string Poster = "poster.jpg";
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(6);

    private readonly string _incoming = Path.Combine(options.Value.Folder, "incoming");
    private readonly string _files = Path.Combine(options.Value.Folder, "files");

    /// <summary>Removes uploads that were interrupted by a shutdown. Where instances share the folder, those that nobody has written to for long.</summary>
    public void RemoveLeftovers()
    {
        var before = time.GetUtcNow() - AbandonedAfter;
        foreach (var folder in Directory.Exists(_incoming) ? Directory.GetDirectories(_incoming) : [])
        {
            if (!cluster.Value.IsOn || File.GetLastWriteTimeUtc(Path.Combine(folder, Content)) < before)
            {
                Directory.Delete(folder, recursive: true);
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
        await using (var about = new FileStream(Path.Combine(incoming.Folder, About), FileMode.Create, FileAccess.Write))
        {
            await JsonSerializer.SerializeAsync(about, file, FileJson.Default.StoredFile, cancellationToken);
        }

        foreach (var path in Directory.EnumerateFiles(incoming.Folder))
        {
            disk.Flush(path);
        }

        disk.Flush(incoming.Folder);
        var target = PathOf(file.Id);
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        Directory.Move(incoming.Folder, target);
        disk.Flush(parent);
        disk.Flush(_files);
        return file;
    }

    /// <summary>Adds a file the bot created: hard-linked where possible, else copied.</summary>
    public async Task<StoredFile> AddAsync(string channel, string path, string name, string? posterPath, CancellationToken cancellationToken)
    {
        using var incoming = Begin(channel, name, null);
        await HardLink.OrCopyAsync(path, incoming.ContentPath, cancellationToken);
        if (posterPath is not null && File.Exists(posterPath))
        {
            await HardLink.OrCopyAsync(posterPath, Path.Combine(incoming.Folder, Poster), cancellationToken);
        }

        return await KeepAsync(incoming, cancellationToken);
    }

    /// <summary>Finds a file; null if it does not exist or was deleted.</summary>
    public async Task<StoredFile?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!FileId.IsValid(id))
        {
            return null;
        }

        try
        {
            await using var about = File.OpenRead(Path.Combine(PathOf(id), About));
            return await JsonSerializer.DeserializeAsync(about, FileJson.Default.StoredFile, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Absolute path of the bytes.</summary>
    public string ContentPath(StoredFile file) => Path.Combine(PathOf(file.Id), Content);

    /// <summary>Absolute path of the poster; null if there is none.</summary>
    public string? PosterPath(StoredFile file)
    {
        var path = Path.Combine(PathOf(file.Id), Poster);
        return File.Exists(path) ? path : null;
    }

    /// <summary>Deletes one file.</summary>
    public void Remove(string id)
    {
        var folder = PathOf(id);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Deletes the files of a chat.</summary>
    public async Task<ErasedFiles> RemoveChannelAsync(string channel, CancellationToken cancellationToken)
    {
        var erased = ErasedFiles.None;
        foreach (var id in Ids(FileId.Prefix(channel)))
        {
            // The prefix is short: another chat may share it.
            var file = await FindAsync(id, cancellationToken);
            if (file is null || file.Channel == channel)
            {
                Remove(id);
                erased = erased.And(new ErasedFiles(1, file?.Size ?? 0));
            }
        }

        return erased;
    }

    /// <summary>Deletes files created before a time.</summary>
    /// <returns>The number of deleted files.</returns>
    public async Task<int> RemoveOlderAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var id in Directory.Exists(_files) ? Directory.EnumerateDirectories(_files).SelectMany(p => Ids(Path.GetFileName(p))) : [])
        {
            if (await FindAsync(id, cancellationToken) is { } file && file.CreatedAt < before)
            {
                Remove(id);
                count++;
            }
        }

        return count;
    }

    private List<string> Ids(string prefix)
    {
        var folder = Path.Combine(_files, prefix);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder).Select(p => prefix + Path.GetFileName(p)).Where(FileId.IsValid)]
            : [];
    }

    private string PathOf(string id) => Path.Combine(_files, FileId.Folder(id));
}
