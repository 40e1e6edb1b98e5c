using NemoBot.LocalNemo.Turns;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Buttons can be answered by typing.</summary>
public sealed class OfferedTests
{
    private static readonly string[] Cuts = ["剪掉前 5 秒", "剪掉最后 5 秒", "只保留前 5 秒"];
    private static readonly string[] EnglishCuts = ["cut the first 5 s", "cut the last 5 s", "keep only the first 5 s"];

    [Theory]
    [InlineData("前面的", 0)]
    [InlineData("第二個", 1)]
    [InlineData("最后的吧", 1)]
    [InlineData("第三个", 2)]
    public void A_choice_is_answered_in_few_words(string words, int index) => Assert.Equal(Cuts[index], Offered.Choose(Cuts, words, isPending: false));

    [Theory]
    [InlineData("the second one", 1)]
    [InlineData("from the start", 0)]
    [InlineData("the end please", 1)]
    public void It_is_in_English(string words, int index) => Assert.Equal(EnglishCuts[index], Offered.Choose(EnglishCuts, words, isPending: false));

    [Theory]
    [InlineData("好", true)]
    [InlineData("yes please", true)]
    [InlineData("标题换成红色", false)]
    public void A_yes_presses_a_single_button(string words, bool pressed) => Assert.Equal(pressed ? "加字幕" : null, Offered.Choose(["加字幕"], words, isPending: false));

    [Fact]
    public void While_edits_wait_a_yes_is_theirs() => Assert.Null(Offered.Choose(["加字幕"], "好", isPending: true));

    [Fact]
    public void Other_messages_are_read_as_they_are() => Assert.Null(Offered.Choose(Cuts, "第二个标题改成红色", isPending: false));
}
