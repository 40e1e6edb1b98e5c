using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace NemoBot.Tests.Packaging;

/// <summary>The order of the house: what lies where, how long it is, and who may know whom.</summary>
public sealed partial class LayoutTests
{
    private static readonly HashSet<string> TopLevel = new(StringComparer.Ordinal)
    {
        "src", "tests", "docs", "NemoBot.sln", "README.md", "CONTRIBUTING.md", "LICENSE", "Dockerfile", "appsettings.example.json",
    };

    /// <summary>Which projects a project may refer to. A platform or a backend knows the core and nothing beside it.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new(StringComparer.Ordinal)
    {
        ["NemoBot.Core"] = [],
        ["NemoBot.Nemo"] = ["NemoBot.Core"],
        ["NemoBot.Media"] = ["NemoBot.Core"],
        ["NemoBot.Storage"] = ["NemoBot.Core"],
        ["NemoBot.Cluster"] = ["NemoBot.Core"],
        ["NemoBot.Discord"] = ["NemoBot.Core"],
        ["NemoBot.Telegram"] = ["NemoBot.Core"],
        ["NemoBot.Web"] = ["NemoBot.Core"],
        ["NemoBot.Speech"] = [],
        ["NemoBot.LocalNemo"] = ["NemoBot.Media", "NemoBot.Speech"],
    };

    public static TheoryData<string> Projects => [.. Rooms.Keys];

    [Fact]
    public void The_top_level_holds_what_a_newcomer_looks_for_and_nothing_else()
    {
        var tracked = Run("git", "ls-files", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        Assert.SkipWhen(tracked.Length == 0, "These sources are not a git checkout.");
        var names = tracked.Select(f => f.Split('/')[0]).Distinct().Where(n => !n.StartsWith('.'));
        Assert.Empty(names.Except(TopLevel));
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var tooLong = Repository.Files("src", "*.cs").Where(f => File.ReadLines(Repository.At(f)).Count() > 300).ToList();
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Each_source_file_holds_one_type_that_it_is_named_after()
    {
        var wrong = Repository.Files("src", "*.cs")
            .Where(f => !f.EndsWith("/Program.cs", StringComparison.Ordinal) && !f.EndsWith("/GlobalUsings.cs", StringComparison.Ordinal))
            .Select(f => (File: f, Types: TypesOf(f)))
            .Where(f => f.Types is not [var only] || only != Path.GetFileName(f.File).Split('.', '`')[0])
            .Select(f => $"{f.File}: {string.Join(", ", f.Types)}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Namespaces_are_folders()
    {
        var wrong = Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs"))
            .Where(f => Namespace().Match(File.ReadAllText(Repository.At(f))) is { Success: true } found
                && found.Groups[1].Value != Path.GetDirectoryName(f)!.Replace('\\', '/')[(f.IndexOf('/') + 1)..].Replace('/', '.'));
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_to_nothing_but_its_neighbours(string project)
    {
        var file = XDocument.Load(Repository.At($"src/{project}/{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(references.Except(Rooms[project]));
    }

    [Fact]
    public void Every_project_has_its_room()
    {
        var projects = Repository.Files("src", "*.csproj").Select(f => Path.GetFileNameWithoutExtension(f)).Where(p => p != "NemoBot");
        Assert.Equal(Rooms.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    /// <summary>Types that are declared at the top of a file; with file-scoped namespaces these are the ones that are not indented.</summary>
    private static List<string> TypesOf(string file) =>
        [.. TopLevelType().Matches(File.ReadAllText(Repository.At(file))).Select(m => m.Groups["name"].Value)];

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|abstract|static|partial|readonly|unsafe|ref)\s+)*(?:class|interface|enum|struct|record(?:\s+(?:class|struct))?|delegate\s+\S+)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^namespace\s+([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
