using FsCheck;
using FsCheck.Fluent;
using NemoBot.Core.Status;
using Xunit;

namespace NemoBot.Tests.Status;

public sealed class TextSplitterTests
{
    [Fact]
    public void A_text_at_the_exact_limit_is_one_piece_and_one_over_it_is_two()
    {
        Assert.Equal([new string('x', 100)], Split(new string('x', 100), 100));
        Assert.Equal([new string('x', 100), "x"], Split(new string('x', 101), 100));
        Assert.Equal(new string('x', 100), TextSplitter.Shorten(new string('x', 100), 100, t => t.Length));
        Assert.Equal(new string('x', 99) + "…", TextSplitter.Shorten(new string('x', 101), 100, t => t.Length));
    }

    [Fact]
    public void The_platform_measures()
    {
        static int Escaped(string text) => text.Length + (text.Count(c => c == '<') * 3);
        var pieces = TextSplitter.Split(new string('<', 26), 100, Escaped);
        Assert.Equal([new string('<', 25), "<"], pieces);
        Assert.InRange(Escaped(TextSplitter.Shorten(new string('<', 26), 100, Escaped)), 90, 100);
    }

    [Theory]
    [InlineData("one two three\n\nfour five six seven", "one two three")]
    [InlineData("one two three four\nfive six seven", "one two three four")]
    [InlineData("One two three. Four five six seven", "One two three.")]
    [InlineData("一二三四五六七八九。十一十二十三十四十五十六", "一二三四五六七八九。")]
    [InlineData("One two three! Four five six seven", "One two three!")]
    [InlineData("One two three? Four five six seven", "One two three?")]
    [InlineData("一二三四五六七八九！十一十二十三十四十五十六", "一二三四五六七八九！")]
    [InlineData("一二三四五六七八九？十一十二十三十四十五十六", "一二三四五六七八九？")]
    [InlineData("one two three four five six seven", "one two three four")]
    [InlineData("One two three four. Five", "One two three four.")]
    [InlineData("One two.\nThree four. Five", "One two.")]
    [InlineData("abcdef ghijklmnopqrstuvwxyz", "abcdef ghijklmnopqrs")]
    [InlineData("abcdefg hijklmnopqrstuvwxyz", "abcdefg")]
    [InlineData("  one two  ", "one two")]
    public void Pieces_end_at_the_best_seam(string text, string first) => Assert.Equal(first, Split(text, 20)[0]);

    [Fact]
    public void A_seam_leaves_no_white_space_and_nothing_makes_no_piece()
    {
        Assert.Equal(["one two three", "four five", "six seven"], Split("one two three  \n\n  four five\n\nsix seven", 14));
        Assert.Empty(Split(" \n ", 20));
        Assert.Equal("one…", TextSplitter.Shorten("one two", 5, t => t.Length));
        Assert.Equal("a…", TextSplitter.Shorten("abc", 1, t => t.Length));
    }

    [Fact]
    public void An_emoji_is_never_cut_in_two()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("🎵", 60));
        var pieces = Split(text, 10);
        Assert.Equal(text, string.Concat(pieces));
        Assert.All(pieces, p => Assert.False(char.IsLowSurrogate(p[0]) || char.IsHighSurrogate(p[^1])));
        Assert.DoesNotContain(TextSplitter.Shorten(text, 9, t => t.Length), c => c == '\uFFFD');
    }

    [Theory]
    [InlineData("👨‍👩‍👧 family", 3, "👨‍|👩‍|👧|fam|ily")]
    [InlineData("👨‍👩‍👧", 4, "👨‍|👩‍|👧")]
    [InlineData("🎵🎵", 3, "🎵|🎵")]
    [InlineData("🇩🇪🇨🇳", 5, "🇩🇪|🇨🇳")]
    [InlineData("e\u0301e\u0301", 3, "e\u0301|e\u0301")]
    [InlineData("one two three", 9, "one two|three")]
    [InlineData("a b", 0, "a|b")]
    public void What_does_not_fit_at_all_is_cut_but_never_within_a_pair(string text, int limit, string pieces) =>
        Assert.Equal(pieces.Split('|'), Split(text, limit));

    [Fact]
    public void Every_piece_fits_and_no_character_but_white_space_is_lost()
    {
        var texts = Gen.Elements('a', 'b', '.', ' ', '\n', '。', '<', 'é').ListOf().Select(c => string.Concat(c));
        var limits = Gen.Choose(5, 40);
        Prop.ForAll(
            texts.Zip(limits).ToArbitrary(),
            c =>
            {
                static int Measure(string text) => text.Length + (text.Count(x => x == '<') * 3);
                var pieces = TextSplitter.Split(c.Item1, c.Item2, Measure);
                return pieces.All(p => Measure(p) <= c.Item2 && p.Length > 0) && Bare(string.Concat(pieces)) == Bare(c.Item1);
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_character_that_people_see_as_one_is_cut()
    {
        var texts = Gen.Elements("a", " ", "\n", "👨‍👩‍👧", "🇩🇪", "🇨🇳", "e\u0301", "한", "नि", "👍🏽", "字", "🎵", ".").ListOf().Select(c => string.Concat(c));
        Prop.ForAll(
            texts.Zip(Gen.Choose(12, 40)).ToArbitrary(),
            c =>
            {
                var pieces = Split(c.Item1, c.Item2);
                return pieces.All(p => p.Length <= c.Item2) && pieces.SelectMany(Seen).SequenceEqual(Seen(c.Item1));
            }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Seen(string text)
    {
        var each = System.Globalization.StringInfo.GetTextElementEnumerator(text);
        while (each.MoveNext())
        {
            if (!string.IsNullOrWhiteSpace((string)each.Current))
            {
                yield return (string)each.Current;
            }
        }
    }

    private static IReadOnlyList<string> Split(string text, int limit) => TextSplitter.Split(text, limit, t => t.Length);

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
