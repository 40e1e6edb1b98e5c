using NemoBot.Core.Timeline;
using Xunit;

namespace NemoBot.Tests.Timeline;

/// <summary>The further values of a segment: those that people can read, by the path of their keys.</summary>
public sealed class DraftDetailsTests
{
    [Theory]
    [InlineData("\"color\":\"red\"", "color=red")]
    [InlineData("\"m\":{\"color\":\"red\"}", "color=red")]
    [InlineData("\"metadata\":{\"color\":\"red\"}", "color=red")]
    [InlineData("\"style\":{\"color\":\"red\",\"m\":{\"size\":2}}", "style.color=red style.m.size=2")]
    [InlineData("\"style\":{\"metadata\":{\"size\":2}}", "style.metadata.size=2")]
    [InlineData("\"m\":1", "")]
    [InlineData("\"f\":1,\"x\":\"A\"", "")]
    [InlineData("\"fo\":1", "fo=1")]
    [InlineData("\"pictureUrl\":\"A\",\"HASH\":\"A\",\"filePath\":\"A\",\"uid\":\"A\"", "")]
    [InlineData("\"id\":1,\"ID\":1,\"media_id\":1,\"media_ID\":1,\"mediaId\":1", "")]
    [InlineData("\"grid\":1,\"mediaid\":1,\"urls\":1", "grid=1 mediaid=1 urls=1")]
    [InlineData("\"title\":\"A\",\"name\":\"A\",\"start\":1,\"duration\":1,\"vol\":1", "")]
    [InlineData("\"style\":{\"title\":\"A\"}", "style.title=A")]
    [InlineData("\"text\":{\"content\":\"A\",\"text\":\"B\",\"value\":\"C\",\"size\":2}", "text.size=2")]
    [InlineData("\"look\":{\"content\":\"A\",\"text\":\"B\",\"value\":\"C\"}", "look.content=A look.text=B look.value=C")]
    [InlineData("\"aa\":{\"bb\":{\"cc\":{\"dd\":1}}}", "aa.bb.cc.dd=1")]
    [InlineData("\"aa\":{\"bb\":{\"cc\":{\"dd\":{\"ee\":1}}}}", "")]
    [InlineData("\"size\":1.23456,\"bold\":true,\"loop\":false,\"font\":null", "size=1.2346 bold=true loop=false")]
    [InlineData("\"size\":1e999", "")]
    [InlineData("\"font\":\"https://a/b\",\"look\":\"[1]\"", "")]
    [InlineData("\"look\":[{\"a\":1}]", "look=[{\"a\":1}]")]
    [InlineData("\"look\":[{\"a\":1},2],\"peaks\":[1],\"words\":[]", "")]
    public void Values_are_told_by_the_path_of_their_keys(string values, string expected) => Assert.Equal(expected, Read(values));

    [Fact]
    public void Long_values_and_lists_are_left_out_and_many_values_are_cut()
    {
        Assert.Equal("", Read($"\"font\":\"{new string('a', 121)}\""));
        Assert.Equal($"font={new string('a', 120)}", Read($"\"font\":\"{new string('a', 120)}\""));
        static string List(int length) => $"[{string.Join(',', Enumerable.Repeat("{}", length))}]";
        Assert.Equal($"look={List(100)}", Read($"\"look\":{List(100)}"));
        Assert.Equal("", Read($"\"look\":{List(101)}"));
        Assert.Equal(64, Read(string.Join(',', Enumerable.Range(10, 70).Select(i => $"\"a{i}\":1"))).Split(' ').Length);
    }

    private static string Read(string values)
    {
        var view = DraftReader.Read($$$"""{"t":[{"tt":0,"sg":[{{{{values}}}}]}]}""", null, null);
        return string.Join(' ', view.Tracks[0].Segments[0].Details.Select(d => $"{d.Key}={d.Value}"));
    }
}
