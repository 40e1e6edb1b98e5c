using FsCheck;
using FsCheck.Fluent;
using NemoBot.Core.Text.Translation;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Translation;

public sealed class GuiTranslatorTests
{
    private static readonly string[] EditorWords =
    [
        "button", "panel", "click", "tap ", "drag", "player", "dashboard", "sidebar", "toolbar", "slider", "dropdown", "hover", "scroll", "playhead",
        "点击", "按钮", "面板", "拖拽", "拖动", "侧边栏", "播放器", "控制台", "滑块", "双击",
    ];

    public static TheoryData<string, string, string> Sentences()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Translation", "sentences.tsv")))
        {
            var columns = line.Split('\t');
            rows.Add(columns[0], columns[1], columns[2]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Content_stays_and_talk_about_the_editor_becomes_actions(string backend, string left, string actions)
    {
        var translation = Translate(backend);
        Assert.Equal(left, translation.Text);
        Assert.Equal(actions, string.Join("; ", translation.Actions.Select(a => a.Text is null ? $"{a.Kind}" : $"{a.Kind}: {a.Text}")));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void What_is_left_is_left_alone_by_a_second_look(string backend, string left, string actions)
    {
        _ = (backend, actions);
        Assert.Equal(left, Translate(left).Text);
    }

    [Fact]
    public void While_a_text_grows_no_word_of_the_editor_flashes_up()
    {
        foreach (var row in Sentences())
        {
            var (backend, left, _) = row.Data;
            if (EditorWords.Any(w => left.Contains(w, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var text = $"Let me see. {backend} That is all.";
            for (var length = 0; length <= text.Length; length++)
            {
                var shown = GuiTranslator.TranslatePartial(text[..length], "en", isPlain: false);
                Assert.DoesNotContain(EditorWords, w => shown.Contains(w, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public void A_growing_text_is_shown_sentence_by_sentence()
    {
        Assert.Equal("", GuiTranslator.TranslatePartial("I've added the tit", "en", isPlain: false));
        Assert.Equal("I've added the title.", GuiTranslator.TranslatePartial("I've added the title. Click Exp", "en", isPlain: false));
        Assert.Equal("标题已添加。", GuiTranslator.TranslatePartial("标题已添加。点击导", "zh", isPlain: false));
        Assert.Equal("", GuiTranslator.TranslatePartial("It takes 2.", "en", isPlain: false));
    }

    [Fact]
    public void Paragraphs_lists_and_links_come_through()
    {
        const string backend = """
            ## Your video is ready!

            I made these changes:

            * **Title**: "Urban Dreams" (0-3s)
            * **Music**: Lo-fi at 35%
            * You can drag the clips in the timeline to reorder them

            To export it:

            1. Click the **Export** button
            2. Choose MP4
            3. Click **Download**

            More at [the project page](https://nemovideo.com/workspace/claim?ct=clm_a_b*c).
            """;
        var translation = Translate(backend);
        Assert.Equal(
            """
            Your video is ready!

            I made these changes:

            - Title: "Urban Dreams" (0-3s)
            - Music: Lo-fi at 35%

            More at the project page: https://nemovideo.com/workspace/claim?ct=clm_a_b*c.
            """,
            translation.Text);
        Assert.Equal([GuiActionKind.ShowTimeline, GuiActionKind.Export], translation.Actions.Select(a => a.Kind));
    }

    [Fact]
    public void A_numbered_list_that_lost_an_item_is_numbered_anew() => Assert.Equal(
        "1. The title is yellow.\n2. The music is softer.\n3. The intro lasts 3s.",
        Translate("1. The title is yellow.\n2. Click Export.\n3. The music is softer.\n4. The intro lasts 3s.").Text);

    [Fact]
    public void A_Chinese_text_of_several_paragraphs()
    {
        var translation = Translate("## 视频已完成\n\n修改如下：\n- **标题**：黄色\n- 音量：35%\n\n接下来：\n1. 点击「导出」按钮\n2. 选择 MP4\n\n项目地址：https://nemovideo.com/p?x=点击 谢谢！");
        Assert.Equal("视频已完成\n\n修改如下：\n- 标题：黄色\n- 音量：35%\n\n项目地址：https://nemovideo.com/p?x=点击 谢谢！", translation.Text);
        Assert.Equal([new GuiAction(GuiActionKind.Export)], translation.Actions);
    }

    [Fact]
    public void Nothing_said_is_nothing_left() => Assert.Equal(("", 0), (Translate(" \n\n").Text, Translate("").Actions.Count));

    [Fact]
    public void Any_text_is_translated() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Arb.From(Gen.Elements("click ", "the ", "Export ", "button", ". ", "\n", "- ", "**", "[a](", "https://x.y/", ")", "\"", "'", "点击", "导出", "，", "。", "按钮", "1. ", "and ", ", ", "you can ", "drag ", "to ", "``` ", "\ue000", "\ud83d").ListOf()), pieces =>
        {
            var text = string.Concat(pieces);
            Assert.NotNull(Translate(text).Text);
            Assert.NotNull(GuiTranslator.TranslatePartial(text, "zh", isPlain: false));
        }));

    [Theory]
    [InlineData("click and ")]
    [InlineData("a, ")]
    [InlineData("**")]
    [InlineData("[(")]
    [InlineData("点击，")]
    [InlineData("\"a")]
    [InlineData("the button of the player in the panel ")]
    public void The_cost_of_a_text_grows_with_its_length_and_no_faster(string piece) => ProcessorTime.AssertScales(
        length => Translate(string.Concat(Enumerable.Repeat(piece, length / piece.Length))),
        20_000);

    private static GuiTranslation Translate(string text) =>
        GuiTranslator.Translate(text, text.Any(c => c is >= '\u4e00' and <= '\u9fff') ? "zh" : "en", isPlain: false);
}
