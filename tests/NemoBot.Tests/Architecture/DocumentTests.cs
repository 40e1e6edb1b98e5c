using System.Text.RegularExpressions;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Tests.Packaging;
using Xunit;

namespace NemoBot.Tests.Architecture;

/// <summary>What docs/architecture.md says is what the sources hold.</summary>
public sealed partial class DocumentTests
{
    /// <summary>Names that look like types and are projects.</summary>
    private static readonly string[] ProjectNames = ["NemoBot", "LocalNemo"];

    private static readonly string Text = File.ReadAllText(Repository.At("docs/architecture.md"));

    [Fact]
    public void Every_name_of_a_type_or_a_method_in_the_text_exists()
    {
        var sources = Repository.Files("src", "*.cs").ToList();
        var types = sources.Select(f => Path.GetFileName(f).Split('.', '`')[0]).ToHashSet(StringComparer.Ordinal);
        var methods = sources.SelectMany(f => Method().Matches(File.ReadAllText(Repository.At(f))).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        var names = Name().Matches(Text).Select(m => m.Value).Distinct().Except(ProjectNames).ToList();
        Assert.True(names.Count > 20);
        Assert.Equal("", string.Join(", ", names.Where(n => !types.Contains(n) && !methods.Contains(n))));
    }

    [Fact]
    public void The_picture_of_the_rooms_shows_every_project_and_every_reference_below_the_host()
    {
        var boxes = Box().Matches(Section("## Rooms")).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        Assert.Equal(Sources.Projects.Order(StringComparer.Ordinal), boxes.Values.Order(StringComparer.Ordinal));
        var drawn = Arrow().Matches(Section("## Rooms")).Select(m => (From: boxes[m.Groups[1].Value], To: boxes[m.Groups[2].Value])).Where(a => a.From != "NemoBot");
        var real = Sources.Projects.Where(p => p != "NemoBot").SelectMany(p => RoomTests.References(p).Select(r => (From: p, To: r)));
        Assert.Equal(real.Order(), drawn.Order());
    }

    [Fact]
    public void The_table_of_rooms_names_every_folder_of_the_engine()
    {
        string[] seam = ["Platforms", "Backend", "Storage", "Media"];
        var rows = Row().Matches(Section("## Rooms")).SelectMany(m => Quoted().Matches(m.Value.Split('|')[1])).Select(m => m.Groups[1].Value);
        var folders = Sources.Of("NemoBot.Core").Select(f => Path.GetRelativePath(Path.Combine(Sources.Root, "src", "NemoBot.Core"), f).Split('/'))
            .Where(p => p.Length > 1).Select(p => p[0]).Distinct().Except(seam);
        Assert.Equal(folders.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("### A turn", typeof(TurnState), "")]
    [InlineData("### A render", typeof(RenderState), "Closed")]
    public void The_pictures_of_states_show_every_state(string heading, Type states, string more)
    {
        var drawn = State().Matches(Section(heading)).SelectMany(m => new[] { m.Groups[1].Value, m.Groups[2].Value }).Distinct();
        Assert.Equal(Enum.GetNames(states).Append(more).Where(n => n.Length > 0).Order(StringComparer.Ordinal), drawn.Where(n => n != "[*]").Order(StringComparer.Ordinal));
    }

    private static string Section(string heading)
    {
        var rest = Text[Text.IndexOf(heading + "\n", StringComparison.Ordinal)..];
        var end = rest.IndexOf("\n" + heading.Split(' ')[0] + " ", 1, StringComparison.Ordinal);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Two capitalized parts or more, with or without the letter of an interface.</summary>
    [GeneratedRegex(@"\b(?:I(?=[A-Z][a-z]))?[A-Z][a-z]+(?:[A-Z][a-z]+)+\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b([A-Z]\w+)(?:<\w+>)?\(")]
    private static partial Regex Method();

    [GeneratedRegex("""\b(\w+)\["?(NemoBot(?:\.\w+)?)""")]
    private static partial Regex Box();

    [GeneratedRegex(@"\b(\w+) --> (\w+)")]
    private static partial Regex Arrow();

    [GeneratedRegex("^\\| `.*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(\[\*\]|\w+) --> (\w+)")]
    private static partial Regex State();
}
