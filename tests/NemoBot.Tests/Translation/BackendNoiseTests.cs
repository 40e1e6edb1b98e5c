using NemoBot.Core.Text.Translation;
using Xunit;

namespace NemoBot.Tests.Translation;

public sealed class BackendNoiseTests
{
    [Theory]
    [InlineData("I encountered a temporary issue.")]
    [InlineData("I encountered a temporary issue. Please try again.")]
    [InlineData("I apologize, but I have encountered a temporary issue. Please try again in a moment.")]
    [InlineData("I’m sorry, something went wrong. Please try again later.")]
    [InlineData("Oops! I ran into a problem. Thank you for your patience!")]
    [InlineData("The service is temporarily unavailable. Please retry.")]
    [InlineData("抱歉，我遇到了临时问题，请稍后再试。")]
    [InlineData("遇到了一些问题，请重试。")]
    [InlineData("系统繁忙，请稍后重试。")]
    [InlineData("很抱歉。出了点问题。")]
    public void Excuses_are_noise(string text) => Assert.True(BackendNoise.IsTemporaryIssue(text));

    [Theory]
    [InlineData("")]
    [InlineData("Done! I've added the title.")]
    [InlineData("I fixed the temporary issue with the title.")]
    [InlineData("I've added the music. I encountered a temporary issue.")]
    [InlineData("I encountered a temporary issue. The video is now 30 seconds long.")]
    [InlineData("Sorry, I can't use that song. Which one would you like?")]
    [InlineData("我已添加音乐。遇到了一些问题。")]
    [InlineData("已经修复了临时问题。")]
    [InlineData("请稍后，我在做视频。")]
    public void News_is_no_noise(string text) => Assert.False(BackendNoise.IsTemporaryIssue(text));
}
