namespace NemoBot.LocalNemo.Store;

/// <summary>Opens files that may be deleted meanwhile.</summary>
internal static class StoredFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Opens a file for reading; null if there is none.</summary>
    public static Stream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
