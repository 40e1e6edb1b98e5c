using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace NemoBot.Tests.Architecture;

public sealed partial class RoomTests
{
    public static TheoryData<string> Projects() => [.. Sources.Projects];

    [Fact]
    public void The_engine_names_no_platform()
    {
        var named = Sources.Of("NemoBot.Core")
            .Where(f => PlatformName().IsMatch(Sources.Code(f)))
            .Select(f => Path.GetRelativePath(Sources.Root, f));
        Assert.Empty(named);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_do_not_depend_on_each_other_in_circles(string project)
    {
        var uses = Sources.Of(project).SelectMany(f => Edges(project, f)).ToLookup(e => e.From, e => e.To);
        foreach (var folder in uses.Select(u => u.Key))
        {
            Assert.True(FindWayBack(folder, uses) is not { } way, $"{project}: {string.Join(" → ", FindWayBack(folder, uses) ?? [])}");
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_file_lies_in_the_folder_of_its_namespace(string project)
    {
        foreach (var file in Sources.Of(project))
        {
            var folder = Path.GetRelativePath(Path.Combine(Sources.Root, "src"), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            var match = Namespace().Match(Sources.Code(file));
            Assert.True(!match.Success || match.Groups[1].Value == folder, $"{file} is in {match.Groups[1].Value}.");
        }
    }

    [Theory]
    [InlineData("NemoBot.Core")]
    [InlineData("NemoBot.Nemo", "NemoBot.Core")]
    [InlineData("NemoBot.Media", "NemoBot.Core")]
    [InlineData("NemoBot.Storage", "NemoBot.Core")]
    [InlineData("NemoBot.Discord", "NemoBot.Core")]
    [InlineData("NemoBot.Telegram", "NemoBot.Core")]
    [InlineData("NemoBot.Web", "NemoBot.Core")]
    public void Projects_know_only_the_engine(string project, params string[] known) =>
        Assert.Equal(known, References(project));

    [Fact]
    public void The_embedded_backend_and_the_client_share_no_types()
    {
        Assert.DoesNotContain("NemoBot.Nemo", References("NemoBot.LocalNemo"));
        Assert.All(Sources.Of("NemoBot.LocalNemo"), f => Assert.DoesNotMatch(@"\bNemoBot\.Nemo\b", Sources.Code(f)));
        Assert.All(Sources.Of("NemoBot.Nemo"), f => Assert.DoesNotMatch(@"\bNemoBot\.LocalNemo\b", Sources.Code(f)));
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Sources.Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

    // From the folder a file lies in to the folders whose namespaces it uses; both by the first folder below the project.
    private static IEnumerable<(string From, string To)> Edges(string project, string file)
    {
        var from = Path.GetRelativePath(Path.Combine(Sources.Root, "src", project), file).Split(Path.DirectorySeparatorChar);
        return from.Length < 2
            ? []
            : Using().Matches(Sources.Code(file))
                .Select(m => m.Groups[1].Value)
                .Where(n => n.StartsWith(project + ".", StringComparison.Ordinal))
                .Select(n => (from[0], n[(project.Length + 1)..].Split('.')[0]))
                .Where(e => e.Item1 != e.Item2)
                .Distinct();
    }

    private static List<string>? FindWayBack(string start, ILookup<string, string> uses)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ways = new Queue<List<string>>([[start]]);
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in uses[way[^1]].Distinct())
            {
                if (next == start)
                {
                    return [.. way, next];
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }

    [GeneratedRegex("telegram|discord", RegexOptions.IgnoreCase)]
    private static partial Regex PlatformName();

    [GeneratedRegex(@"^using (?:static |\w+ = )?(NemoBot\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
