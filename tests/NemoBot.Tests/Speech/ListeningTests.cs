using NemoBot.Speech.Listening;
using Xunit;

namespace NemoBot.Tests.Speech;

/// <summary>What the worker does with the model's output.</summary>
public sealed class ListeningTests
{
    [Fact]
    public void A_character_split_over_tokens_takes_the_time_of_all_of_them()
    {
        TimedToken[] tokens = [new("[_BEG_]", 0, 0), new("\uFFFD", 0.1, 0.2), new("\uFFFD", 0.2, 0.4), new("好", 0.5, 0.8), new("\uFFFD\uFFFD", 0.9, 1.1), new(".", 1.1, 1.5)];
        var words = TokenWords.Read("你好乐.", tokens, 0, 1.6);
        Assert.Equal(["你 0.1-0.5", "好 0.5-0.9", "乐. 0.9-1.1"], words.Select(Show));
    }

    [Fact]
    public void Tokens_become_words_with_their_punctuation()
    {
        TimedToken[] tokens = [new("hel", 0, 0.2), new("lo", 0.2, 0.4), new(",", 0.4, 0.9), new(" wor", 1, 1.2), new("ld", 1.2, 1.5), new("!", 1.5, 2)];
        Assert.Equal(["hello, 0-0.4", "world! 1-1.5"], TokenWords.Read("hello, world!", tokens, 0, 2).Select(Show));
    }

    [Fact]
    public void Useless_times_are_spread_by_letters()
    {
        TimedToken[] tokens = [new("one", 5, 5), new(" two", 5, 5), new(" seven", 5, 5)];
        Assert.Equal(["one 0-3", "two 3-6", "seven 6-11"], TokenWords.Read("one two seven", tokens, 0, 11).Select(Show));
    }

    [Fact]
    public void Times_are_monotone_and_inside_of_the_segment()
    {
        TimedToken[] tokens = [new("one", 0.5, 0.9), new(" two", 0.3, 0.6), new(" three", 3, 4)];
        var words = TokenWords.Read("one two three", tokens, 0, 2);
        Assert.All(words, w => Assert.True(w.Start >= 0 && w.End <= 2 && w.End - w.Start > 0.059));
        Assert.All(words.Zip(words.Skip(1)), w => Assert.True(w.First.End <= w.Second.Start));
    }

    [Theory]
    [InlineData("hello you", 0.9, 1.0, true)]
    [InlineData("hello you", 0.3, 1.0, false)] // unsure
    [InlineData("no no no no", 0.9, 1.5, false)]
    [InlineData("no no no", 0.9, 1.5, true)]
    [InlineData("this is it. This is it. this is it, this is it.", 0.9, 5.0, false)]
    [InlineData("谢谢谢谢谢谢谢谢", 0.9, 2.0, false)]
    [InlineData("谢谢大家", 0.9, 1.0, true)]
    [InlineData("...", 0.9, 1.0, false)]
    [InlineData("[Music]", 0.9, 2.0, false)]
    [InlineData("♪♪", 0.9, 2.0, false)]
    [InlineData("(音乐)", 0.9, 2.0, false)]
    [InlineData("Thanks for watching!", 0.6, 2.0, false)]
    [InlineData("more text than anybody could say in half a second of time", 0.9, 0.5, false)]
    public void Inventions_are_dropped(string text, double probability, double seconds, bool expected) =>
        Assert.Equal(expected, new SegmentFilter().Keeps(text, probability, seconds));

    [Fact]
    public void The_same_line_again_and_again_is_dropped()
    {
        var filter = new SegmentFilter();
        Assert.Equal([true, true, true, false, false], Enumerable.Range(0, 5).Select(_ => filter.Keeps("the show", 0.9, 1)));
        Assert.True(filter.Keeps("another", 0.9, 1));
    }

    [Fact]
    public void Chunks_fit_into_a_window_and_never_overlap()
    {
        SampleRange[] speech = [Seconds(1, 3), Seconds(4, 8), Seconds(20, 90), Seconds(91, 92)];
        var chunks = SpeechChunks.Join(speech, Seconds(0, 93).End, r => (r.Start + r.End) / 2);
        Assert.All(chunks, c => Assert.InRange(c.Length, 1, (long)(25.3 * WavFile.Rate)));
        Assert.All(chunks.Zip(chunks.Skip(1)), c => Assert.True(c.First.End <= c.Second.Start));
        Assert.All(speech, s => Assert.True(s.Length <= chunks.Sum(c => Math.Max(0, Math.Min(c.End, s.End) - Math.Max(c.Start, s.Start)))));
        Assert.Equal(Seconds(0.85, 8.15), chunks[0]);
    }

    [Fact]
    public void The_language_is_the_first_sure_one_or_the_one_with_most_weight()
    {
        var sure = new LanguageChoice();
        Assert.True(sure.Add("zh", 0.9));
        Assert.Equal("zh", sure.Best);
        var unsure = new LanguageChoice();
        Assert.False(unsure.Add("en", 0.5) || unsure.Add("de", 0.4) || unsure.Add("de", 0.3));
        Assert.Equal("de", unsure.Best);
    }

    private static SampleRange Seconds(double start, double end) => new((long)(start * WavFile.Rate), (long)(end * WavFile.Rate));

    private static string Show(NemoBot.Speech.Protocol.WorkerWord w) => FormattableString.Invariant($"{w.Text} {w.Start:0.##}-{w.End:0.##}");
}
