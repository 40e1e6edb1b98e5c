using System.Text.RegularExpressions;

namespace NemoBot.Tests.Architecture;

/// <summary>The product's source files, found from where the tests run.</summary>
internal static partial class Sources
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Names of the projects under src.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src"), "NemoBot*").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary>Paths of a project's C# files, without what the build makes.</summary>
    public static IEnumerable<string> Of(string project)
    {
        var folder = Path.Combine(Root, "src", project);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj"));
    }

    /// <summary>A file's text without comments.</summary>
    public static string Code(string path) => Comments().Replace(File.ReadAllText(path), m => m.Value[0] == '/' ? " " : m.Value);

    /// <summary>All string literals of a file, without quotation marks.</summary>
    public static IEnumerable<string> Literals(string path) => Strings().Matches(Code(path)).Select(m => m.Groups[1].Value);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NemoBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }

    // Strings come first, so that "https://…" is no comment.
    [GeneratedRegex("""@?"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\])'|//[^\r\n]*|/\*.*?\*/""", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("\"((?:\\\\.|[^\"\\\\\\r\\n])*)\"")]
    private static partial Regex Strings();
}
