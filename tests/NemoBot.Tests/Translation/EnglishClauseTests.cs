using NemoBot.Core.Text.Translation;
using Xunit;

namespace NemoBot.Tests.Translation;

public sealed class EnglishClauseTests
{
    [Theory]
    [InlineData("click on it", true)]
    [InlineData("you can tap the title", true)]
    [InlineData("this is done with a click", true)]
    [InlineData("it works in one tap", true)]
    [InlineData("it renders by a single click", true)]
    [InlineData("a click is heard", false)]
    [InlineData("a tap dance begins", false)]
    [InlineData("the speaker taps the microphone", false)]
    [InlineData("her finger taps the table", false)]
    [InlineData("the speaker can tap the microphone", true)]
    [InlineData("the video you click", true)]
    [InlineData("I've added a click track", false)]
    [InlineData("I've made the export button bigger", false)]
    [InlineData("we've made the export button bigger", false)]
    [InlineData("I've opened the export panel", true)]
    [InlineData("I switched to the export panel", true)]
    [InlineData("I recommend the export panel", true)]
    [InlineData("the export button is ready", true)]
    [InlineData("press play", true)]
    [InlineData("hit enter", true)]
    [InlineData("press ctrl+s", true)]
    [InlineData("press cmd-s", true)]
    [InlineData("press save", true)]
    [InlineData("hit render", true)]
    [InlineData("press on", false)]
    [InlineData("choose Export", true)]
    [InlineData("select the Export", true)]
    [InlineData("pick Export", true)]
    [InlineData("choose a title", false)]
    [InlineData("select blue", false)]
    [InlineData("the title is blue", false)]
    public void Talk_about_the_editor_is_told_from_content(string clause, bool isAboutEditor) => Assert.Equal(isAboutEditor, new EnglishClause(clause).IsAboutEditor);
}
