namespace NemoBot.Core.Media;

/// <summary>Adds up what files take on the disk.</summary>
internal static class FileSizes
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    /// <summary>Bytes of all files in a folder and below it.</summary>
    public static long Of(DirectoryInfo folder) => Of(folder.EnumerateFiles("*", Everything));

    /// <summary>Bytes of some files.</summary>
    public static long Of(IEnumerable<FileInfo> files) => files.Sum(Size);

    /// <summary>A file may disappear while it is looked at.</summary>
    private static long Size(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
