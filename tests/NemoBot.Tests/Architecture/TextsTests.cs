using System.Text.RegularExpressions;
using NemoBot.Core.Text;
using Xunit;

namespace NemoBot.Tests.Architecture;

public sealed partial class TextsTests
{
    private static readonly Texts English = Texts.For("en");

    // Only the engine and the host can see the texts.
    private static readonly HashSet<string> Literals =
        [.. ((string[])["NemoBot.Core", "NemoBot"]).SelectMany(Sources.Of).SelectMany(Sources.Literals).Select(l => l.Split('{')[0])];

    public static TheoryData<string> OtherLanguages() => [.. Texts.Languages.Where(l => l != "en")];

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Every_language_has_the_same_texts(string language) =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Texts.For(language).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Every_language_fills_the_same_places(string language)
    {
        foreach (var key in English.Keys)
        {
            Assert.True(Places(English[key]).SetEquals(Places(Texts.For(language)[key])), $"{key}: {English[key]} | {Texts.For(language)[key]}");
        }
    }

    [Fact]
    public void Every_text_is_used()
    {
        var prefixes = Literals.Where(l => l.EndsWith('.')).ToList();
        var unused = English.Keys
            .Where(k => k != "app.name" && !Literals.Contains(k) && !prefixes.Any(p => p.Length > 1 && k.StartsWith(p, StringComparison.Ordinal)))
            .ToList();
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_used_text_exists()
    {
        var rooms = English.Keys.Select(k => k.Split('.')[0]).Except(["app"]).ToHashSet(StringComparer.Ordinal);
        var keys = English.Keys.ToHashSet(StringComparer.Ordinal);
        var missing = Literals
            .Where(l => Key().IsMatch(l) && !FileName().IsMatch(l) && rooms.Contains(l.Split('.')[0]) && !keys.Contains(l))
            .Where(l => !l.EndsWith('.') || !keys.Any(k => k.StartsWith(l, StringComparison.Ordinal)))
            .ToList();
        Assert.Empty(missing);
    }

    private static HashSet<string> Places(string format) => [.. Place().Matches(format).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"\.(mp4|png|jpg|json)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^[a-z]+(\.[A-Za-z0-9_-]+)+\.?$")]
    private static partial Regex Key();
}
