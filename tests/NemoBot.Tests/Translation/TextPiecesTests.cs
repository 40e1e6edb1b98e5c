using NemoBot.Core.Text.Translation;
using Xunit;

namespace NemoBot.Tests.Translation;

/// <summary>How a line is taken apart before it is judged: marks of lists, Markdown, quotations, sentences, words.</summary>
public sealed class TextPiecesTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 0)]
    [InlineData("  a", 2)]
    [InlineData("- a", 2)]
    [InlineData("  -  a", 5)]
    [InlineData("• a", 2)]
    [InlineData("· a", 2)]
    [InlineData("* a", 0)]
    [InlineData("-a", 0)]
    [InlineData("-", 0)]
    [InlineData("- ", 2)]
    [InlineData("1. a", 3)]
    [InlineData("1.a", 2)]
    [InlineData("1.", 2)]
    [InlineData("1", 0)]
    [InlineData("12) a", 4)]
    [InlineData("3、a", 2)]
    [InlineData("3, a", 0)]
    [InlineData("123. a", 5)]
    [InlineData("1234. a", 0)]
    [InlineData(" 5 a", 1)]
    public void The_mark_of_a_list_has_a_length(string line, int length)
    {
        Assert.Equal(length, ListMark.LengthOf(line));
        Assert.Equal(length > line.Length - line.TrimStart().Length, ListMark.Has(line));
    }

    [Theory]
    [InlineData("2. a", "7. a")]
    [InlineData("  10) a 1", "  7) a 1")]
    [InlineData("12", "7")]
    [InlineData("- a 1", "- a 1")]
    public void An_item_gets_another_number(string line, string expected) => Assert.Equal(expected, ListMark.Renumber(line, 7));

    [Theory]
    [InlineData("# A", "A")]
    [InlineData("###  A", "A")]
    [InlineData("#A", "#A")]
    [InlineData("#", "#")]
    [InlineData("> a", "a")]
    [InlineData(">a", ">a")]
    [InlineData("* a", "- a")]
    [InlineData("  + a ", "  - a")]
    [InlineData("*a", "a")]
    [InlineData("---", "")]
    [InlineData("* * *", "")]
    [InlineData("__`", "")]
    [InlineData("", "")]
    [InlineData("[a](https://b)", "a: https://b")]
    [InlineData("![a](https://b)", "a: https://b")]
    [InlineData("x![a](https://b)y", "xa: https://by")]
    [InlineData("x [**a** ](https://b \"t\") y", "x a: https://b y")]
    [InlineData("[https://b](https://b)", "https://b")]
    [InlineData("[](https://b)", "https://b")]
    [InlineData("[a](https://b) [c](https://d)", "a: https://b c: https://d")]
    [InlineData("[a](https://b)![c](https://d)", "a: https://bc: https://d")]
    [InlineData("[a](https://b)](c)", "a: https://b](c)")]
    [InlineData("[a](b", "[a](b")]
    [InlineData("](b)", "](b)")]
    [InlineData("a](b)", "a](b)")]
    [InlineData("[a](https://b_c_d)", "a: https://b_c_d")]
    [InlineData("a **b** __c__ ~~d~~ *e* _f_ `g`", "a b c d e f g")]
    [InlineData("2 * 3 _ 4 ~ 5", "2 * 3 _ 4 ~ 5")]
    [InlineData("a_b a*b ~c~", "a_b a*b ~c~")]
    [InlineData("a**b__c", "abc")]
    [InlineData("a *", "a *")]
    [InlineData("a*", "a")]
    [InlineData("* *b", "- b")]
    public void Markdown_becomes_plain_text(string line, string plain) => Assert.Equal(plain, PlainText.Line(line));

    [Theory]
    [InlineData("```", true)]
    [InlineData("  ```cs", true)]
    [InlineData("``", false)]
    [InlineData("a```", false)]
    public void A_fence_stands_alone(string line, bool isFence) => Assert.Equal(isFence, PlainText.IsFence(line));

    [Theory]
    [InlineData("a \"b\" c", "a ■ c")]
    [InlineData("“b” ‘b’ 「b」 『b』 《b》 【b】 'b' `b`", "■ ■ ■ ■ ■ ■ ■ ■")]
    [InlineData("\"\" ''", "\"\" ''")]
    [InlineData("\"b", "\"b")]
    [InlineData("\"b\nc\"", "\"b\nc\"")]
    [InlineData("don't 'b' ('c')", "don't ■ (■)")]
    [InlineData("a'b' c", "a'b' c")]
    [InlineData("'it's'", "■")]
    [InlineData("‘it’s’ a", "■ a")]
    [InlineData("'b'c", "'b'c")]
    [InlineData("http://a.b/c?d=e, x", "■, x")]
    [InlineData("HTTPS://a.:;!?'*_ x", "■.:;!?'*_ x")]
    [InlineData("https://a）b", "■）b")]
    [InlineData("https://a<b https://a>b https://a(b https://a)b https://a，b https://a。b", "■<b ■>b ■(b ■)b ■，b ■。b")]
    [InlineData("http:/a hhttp://a ftp://a", "http:/a h■ ftp://a")]
    [InlineData("http://", "■")]
    [InlineData("a\ue000b\uf8ffc\uf900", "abc\uf900")]
    public void Quotations_and_addresses_are_hidden(string text, string hidden)
    {
        var shield = new ContentShield();
        var result = shield.Hide(text);
        Assert.Equal(hidden, string.Concat(result.Select(c => ContentShield.IsHidden(c) ? '■' : c)));
        Assert.Equal(string.Concat(text.Where(c => !ContentShield.IsHidden(c))), shield.Restore(result));
    }

    [Theory]
    [InlineData(398, 1)]
    [InlineData(399, 401)]
    public void A_long_quotation_is_none(int length, int left) => Assert.Equal(left, new ContentShield().Hide($"\"{new string('a', length)}\"").Length);

    [Fact]
    public void More_quotations_than_can_be_hidden_stay_as_they_are()
    {
        var text = string.Concat(Enumerable.Repeat("\"a\" ", 6402));
        var shield = new ContentShield();
        Assert.Equal(text, shield.Restore(shield.Hide(text)));
        Assert.Equal("\ue000", new ContentShield().Restore("\ue000"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("A", "A")]
    [InlineData("A. B.", "A. |B.")]
    [InlineData("Really?! Yes", "Really?! |Yes")]
    [InlineData("a!b a?1 c", "a!b a?1 c")]
    [InlineData("a! b? c", "a! |b? |c")]
    [InlineData("It takes 1.5 s. Good", "It takes 1.5 s. |Good")]
    [InlineData("See e.g. this, i.e. that", "See e.g. this, i.e. that")]
    [InlineData("See e.g. This", "See e.g. |This")]
    [InlineData("a, etc. and", "a, etc. and")]
    [InlineData("etc. and", "etc. and")]
    [InlineData("a, etc. B", "a, etc. |B")]
    [InlineData("a etc.", "a etc.")]
    [InlineData("1. A 2. B", "1. A 2. |B")]
    [InlineData("12. A", "12. A")]
    [InlineData("123. A", "123. |A")]
    [InlineData("a) 2. B", "a) 2. B")]
    [InlineData("a: 2. B", "a: 2. B")]
    [InlineData("a： 2. B", "a： 2. B")]
    [InlineData("a） 2. B", "a） 2. B")]
    [InlineData("A. 2. B", "A. |2. B")]
    [InlineData("in 2024. Then", "in 2024. |Then")]
    [InlineData("It takes 2. Then", "It takes 2. |Then")]
    [InlineData("a.) b", "a.) |b")]
    [InlineData("a.\" b", "a.\" |b")]
    [InlineData("a.” b", "a.” b")]
    [InlineData("a!” b", "a!” |b")]
    [InlineData("a.✨ b", "a.✨ |b")]
    [InlineData("a.😀 b", "a.😀 |b")]
    [InlineData("a.\ufe0f b", "a.\ufe0f |b")]
    [InlineData("a.← b.\u218f c.\u2bff d.\u2c00", "a.← |b.\u218f c.\u2bff |d.\u2c00")]
    [InlineData("你好。再见！）吗？", "你好。|再见！）|吗？")]
    [InlineData("a... b", "a... |b")]
    public void A_line_is_divided_into_sentences(string text, string sentences) => Assert.Equal(sentences, string.Join('|', SentenceSplitter.Split(text)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("A.", 0)]
    [InlineData("A. B", 2)]
    [InlineData("A! B? C", 5)]
    [InlineData("A!", 0)]
    [InlineData("A。", 2)]
    [InlineData("A！", 2)]
    [InlineData("A？", 2)]
    [InlineData("A\nB", 2)]
    [InlineData("A\n", 2)]
    [InlineData("e.g. b", 0)]
    public void Of_a_growing_text_whole_sentences_are_complete(string text, int length) => Assert.Equal(length, SentenceSplitter.CompleteLength(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("Click, the  (Big) \"button\"!", "+click0-6 the7-10 +big12-17 button18-27")]
    [InlineData(" * [don’t] 'A'; b:c?", "don't3-10 +a11-15 b:c16-20")]
    [InlineData("\ue000. x", "\ue0000-2 x3-4")]
    public void A_clause_is_read_word_by_word(string clause, string words) =>
        Assert.Equal(words, string.Join(' ', Word.Read(clause).Select(w => $"{(w.IsCapital ? "+" : "")}{w.Text}{w.Start}-{w.End}")));

    [Theory]
    [InlineData("\ue000", true)]
    [InlineData("\uf8ff", true)]
    [InlineData("\uf900", false)]
    [InlineData("a", false)]
    [InlineData("\ue000\ue000", false)]
    public void A_placeholder_is_one_character(string text, bool isHidden) => Assert.Equal(isHidden, new Word(text, false, 0, 1).IsHidden);
}
