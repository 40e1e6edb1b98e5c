using Xunit;

namespace NemoBot.Tests.Architecture;

/// <summary>Namespaces depend on each other in one direction only.</summary>
public sealed class CircleTests
{
    /// <summary>A list of its own children, in the order they are asked.</summary>
    private static readonly (string From, string To)[] Known = [];

    public static TheoryData<string> Projects => [.. Sources.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_do_not_depend_on_each_other_in_circles(string project) =>
        Assert.Empty(new NamespaceGraph(Sources.Of(project).Select(f => (f, File.ReadAllText(f)))).Circles(Known));

    [Theory]
    [InlineData("using NemoBot.A.Two;", "class One { Second x; }")]
    [InlineData("", "class One { Two.Second x; }")]
    [InlineData("", "class One { NemoBot.A.Two.Second x; }")]
    [InlineData("using static NemoBot.A.Two.Second;", "class One { }")]
    public void A_circle_is_seen_however_the_type_is_named(string header, string body)
    {
        var graph = new NamespaceGraph(
        [
            ("One.cs", $"{header}\nnamespace NemoBot.A.One;\n{body}"),
            ("Second.cs", "using NemoBot.A.One;\nnamespace NemoBot.A.Two;\nclass Second { One x; }"),
        ]);
        Assert.Equal(2, graph.Circles().Count());
    }

    [Fact]
    public void A_circle_through_the_root_of_a_project_is_seen()
    {
        var graph = new NamespaceGraph(
        [
            ("Root.cs", "using NemoBot.A.Two;\nnamespace NemoBot.A;\nclass Root { Second x; }"),
            ("Second.cs", "namespace NemoBot.A.Two;\nclass Second { Root x; }"),
        ]);
        Assert.Equal(2, graph.Circles().Count());
    }

    [Fact]
    public void Words_in_texts_and_comments_are_no_dependency()
    {
        var graph = new NamespaceGraph(
        [
            ("Root.cs", "using NemoBot.A.Two;\nnamespace NemoBot.A;\nclass Root { Second x; }"),
            ("Second.cs", "namespace NemoBot.A.Two;\n// Root\nclass Second { string x = \"Root\"; }"),
        ]);
        Assert.Empty(graph.Circles());
    }
}
