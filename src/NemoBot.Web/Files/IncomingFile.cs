namespace NemoBot.Web.Files;

/// <summary>An upload in progress. Disposing it removes what was not kept.</summary>
internal sealed class IncomingFile(StoredFile file, string folder, string contentPath) : IDisposable
{
    public StoredFile File { get; } = file;

    public string Folder { get; } = folder;

    public string ContentPath { get; } = contentPath;

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
