using NemoBot.Core.Platforms;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Store;

/// <summary>Renders, one folder each: the record and the finished file.</summary>
internal sealed class RenderStore(Folders folders)
{
    private const int MostCompared = 100;

    /// <summary>Reads one; null if there is none.</summary>
    public RenderRecord? Find(string id) => JsonFile.Read(RecordOf(folders.Render(id)), StoreJson.Default.RenderRecord);

    /// <summary>Writes one.</summary>
    public void Save(RenderRecord record) => JsonFile.Write(RecordOf(folders.Render(record.Id)), record, StoreJson.Default.RenderRecord);

    /// <summary>The finished render with such a key; null if there is none.</summary>
    public RenderRecord? FindFinished(string key) =>
        RenderKeys.IsValid(key)
        && JsonFile.Read(RecordOf(Path.Combine(folders.Renders, key)), StoreJson.Default.RenderRecord) is { Phase: RenderPhase.Completed } record
        && File.Exists(OutputOf(record)) ? record : null;

    /// <summary>A finished render of the same user that made the same file; null if there is none among the newest.</summary>
    public RenderRecord? FindSame(RenderRecord wanted) =>
        new DirectoryInfo(folders.Renders).EnumerateDirectories().OrderByDescending(d => d.LastWriteTimeUtc).Take(MostCompared)
            .Select(d => JsonFile.Read(RecordOf(d.FullName), StoreJson.Default.RenderRecord))
            .FirstOrDefault(r => r is { Phase: RenderPhase.Completed } && r.Recipe() == wanted.Recipe() && File.Exists(OutputOf(r)));

    /// <summary>Where the finished file goes.</summary>
    public string OutputOf(RenderRecord record) => Path.Combine(folders.Render(record.Id), "video" + OutputFormats.ExtensionOf(record.Format));

    /// <summary>The folder for scratch files.</summary>
    public string WorkFolderOf(string id) => Path.Combine(folders.Render(id), "work");

    /// <summary>Those that were not over when the server stopped, oldest first.</summary>
    public IReadOnlyList<RenderRecord> Unfinished() =>
        [.. All().Where(r => r.Phase is RenderPhase.Pending or RenderPhase.Processing).OrderBy(r => r.CreatedAt)];

    /// <summary>Ids of all renders of a session.</summary>
    public IReadOnlyList<string> OfSession(string sessionId) => [.. All().Where(r => r.SessionId == sessionId).Select(r => r.Id)];

    /// <summary>Deletes a render with its video.</summary>
    /// <returns>The number of files and their size.</returns>
    public ErasedFiles Delete(string id)
    {
        var folder = new DirectoryInfo(folders.Render(id));
        if (!folder.Exists)
        {
            return ErasedFiles.None;
        }

        var files = folder.GetFiles("*", SearchOption.AllDirectories);
        folder.Delete(recursive: true);
        return new ErasedFiles(files.Length, files.Sum(f => f.Length));
    }

    /// <summary>Deletes those that were over before a time.</summary>
    public void DropOld(DateTimeOffset before)
    {
        foreach (var record in All().Where(r => r.CompletedAt < before).ToList())
        {
            Directory.Delete(folders.Render(record.Id), recursive: true);
        }
    }

    private static string RecordOf(string folder) => Path.Combine(folder, "render.json");

    private IEnumerable<RenderRecord> All() =>
        Directory.EnumerateDirectories(folders.Renders).Select(f => JsonFile.Read(RecordOf(f), StoreJson.Default.RenderRecord)).OfType<RenderRecord>();
}
