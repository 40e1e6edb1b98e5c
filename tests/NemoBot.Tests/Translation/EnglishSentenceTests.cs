using NemoBot.Core.Text.Translation;
using Xunit;

namespace NemoBot.Tests.Translation;

public sealed class EnglishSentenceTests
{
    [Theory]
    [InlineData("The title is white.  ", "The title is white.  ", "")]
    [InlineData("The title is white, click Export.  ", "The title is white.  ", "click Export")]
    [InlineData("The title is white; click Export", "The title is white", "click Export")]
    [InlineData("The title is white - click Export?!", "The title is white?!", "click Export")]
    [InlineData("The title is white – click Export…", "The title is white…", "click Export")]
    [InlineData("The title is white — click Export:", "The title is white.", "click Export")]
    [InlineData("The title is white—click Export", "The title is white", "click Export")]
    [InlineData("The title is white (click Export).", "The title is white.", "click Export")]
    [InlineData("(Click Export) The title is white.", "The title is white.", "(Click Export")]
    [InlineData("The title is white; the intro is short, click Export.", "The title is white; the intro is short.", "click Export")]
    [InlineData("The title (it is white, click Export).", "The title (it is white).", "click Export")]
    [InlineData("The title (it is white), click Export.", "The title (it is white).", "click Export")]
    [InlineData("The title (it is white), the intro is short, click Export.", "The title (it is white), the intro is short.", "click Export")]
    [InlineData("The title is white (click Export), the intro is short.", "The title is white, the intro is short.", "click Export")]
    [InlineData("The title is white (click Export) the intro is short.", "The title is white the intro is short.", "click Export")]
    [InlineData("The title (it is white (or grey)) is big, click Export.", "The title (it is white (or grey)) is big.", "click Export")]
    [InlineData("The title is (a) and (b), click Export.", "The title is (a) and (b).", "click Export")]
    [InlineData("Click Export, and the title is white.", "The title is white.", "Click Export")]
    [InlineData("Click Export, but the title is white.", "The title is white.", "Click Export")]
    [InlineData("Click Export, so the title is white.", "The title is white.", "Click Export")]
    [InlineData("Click Export, then the title is white.", "The title is white.", "Click Export")]
    [InlineData("Click Export, and but the title is white.", "The title is white.", "Click Export")]
    [InlineData("The title is white and click Export.", "The title is white.", "click Export")]
    [InlineData("The title is white then click Export.", "The title is white.", "click Export")]
    [InlineData("The title is white or click Export.", "The title is white.", "click Export")]
    [InlineData("The title is white but click Export.", "The title is white.", "click Export")]
    [InlineData("The title is white so click Export.", "The title is white.", "click Export")]
    [InlineData("The title is white where you click Export.", "The title is white.", "you click Export")]
    [InlineData("The title is white which you click.", "The title is white.", "you click")]
    [InlineData("The title changes by clicking Export.", "The title changes.", "by clicking Export")]
    [InlineData("The title changes via clicking Export.", "The title changes.", "via clicking Export")]
    [InlineData("Click Export by tapping it.", "", "Click Export/by tapping it")]
    [InlineData("Click Export and the title is white.", "The title is white.", "Click Export")]
    [InlineData("Click Export, choose MP4.", "", "Click Export/choose MP4")]
    [InlineData("Click Export, if you like.", "", "Click Export/if you like")]
    [InlineData("If you like, click Export.", "", "click Export")]
    [InlineData("If you like, the title is white, click Export.", "If you like, the title is white.", "click Export")]
    [InlineData("The clip was put in the panel, the title is white.", "The clip was put, the title is white.", "")]
    [InlineData("This is shown in the panel, the title is white.", "The title is white.", "This is shown in the panel")]
    [InlineData("The title is white - , click Export.", "The title is white.", "click Export")]
    [InlineData("...", "...", "")]
    public void What_is_said_about_the_content_stays(string sentence, string left, string dropped)
    {
        var pieces = new List<string>();
        Assert.Equal(left, EnglishSentence.Translate(sentence, pieces));
        Assert.Equal(dropped, string.Join('/', pieces));
    }

    [Theory]
    [InlineData("A.\n\n\nB.", "A.\n\nB.")]
    [InlineData("\n\nA.\n", "A.")]
    [InlineData("Click Export.\n\nA.", "A.")]
    [InlineData("A.\nClick Export.\n\nB.", "A.\n\nB.")]
    [InlineData("To export:\n- Click Export", "")]
    [InlineData("I made it. To export:\n\n- Click Export", "I made it.")]
    [InlineData("I made it. It is good. To export:\n- Click Export", "I made it. It is good.")]
    [InlineData("导出：\n1. 点击导出", "")]
    [InlineData("A.\n\nTo export\n- Click Export", "A.\n\nTo export")]
    [InlineData("A.\n\nTo export:\n- Click Export\n\nB.", "A.\n\nB.")]
    [InlineData("- Click Export", "")]
    [InlineData("1. Click Export\n2. Choose MP4", "")]
    [InlineData("1. Click Export\n2. Set a name", "")]
    [InlineData("1. Click Export\n2. The title is white\n3. The intro is short\n4. Set a name", "1. The title is white\n2. The intro is short\n3. Set a name")]
    [InlineData("1. Click Export\n2. The title is white", "1. The title is white")]
    [InlineData("3. A\n5. B", "3. A\n5. B")]
    [InlineData("- A\n- Click Export\n- B", "- A\n- B")]
    [InlineData("- A, click Export\n- Set a name", "- A\n- Set a name")]
    [InlineData("A\n```\nB\n```", "A\nB")]
    [InlineData("㐀 click the button", "㐀 click the button")]
    [InlineData("鿿 click the button", "鿿 click the button")]
    [InlineData("㏿ click the button", "")]
    [InlineData("ꀀ click the button", "")]
    public void Lines_are_joined_without_what_lost_its_sense(string text, string left) => Assert.Equal(left, GuiTranslator.Translate(text, "en", isPlain: false).Text);

    [Theory]
    [InlineData("# A **b** \n```", "# A **b**\n```")]
    [InlineData("* A. Click Export.", "* A.")]
    public void What_is_no_Markdown_keeps_its_signs(string text, string left)
    {
        Assert.Equal(left, GuiTranslator.Translate(text, "en", isPlain: true).Text);
        Assert.Equal(left.TrimEnd('.'), GuiTranslator.TranslatePartial(text.Trim('.') + "\n", "en", isPlain: true).TrimEnd('.'));
    }
}
