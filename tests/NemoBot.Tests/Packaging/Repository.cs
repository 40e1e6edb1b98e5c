namespace NemoBot.Tests.Packaging;

/// <summary>The sources that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Absolute path of the top level.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Absolute path of something below the top level.</summary>
    public static string At(string relative) => Path.Combine(Root, relative);

    /// <summary>Files below a folder, as paths from the top level with forward slashes; what builds leave behind is not among them.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Directory
        .EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NemoBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie below NemoBot.sln.");
    }
}
