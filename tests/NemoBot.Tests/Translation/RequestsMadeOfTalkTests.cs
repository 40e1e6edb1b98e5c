using NemoBot.Core.Text;
using NemoBot.Core.Text.Translation;
using Xunit;

namespace NemoBot.Tests.Translation;

/// <summary>What is to be done in an editor becomes a request or an action of the bot.</summary>
public sealed class RequestsMadeOfTalkTests
{
    [Theory]
    [InlineData("Drag the clip to the beginning.", "Move the clip to the beginning")]
    [InlineData("drag and drop the clip to the end, ", "Move the clip to the end")]
    [InlineData("DRAG-AND-DROP the clip to the end!", "Move the clip to the end")]
    [InlineData("drag a clip to 0:05", "Move a clip to 0:05")]
    [InlineData("drag from left to right to the end", "Move from left to right to the end")]
    [InlineData("drag the clip to end", null)]
    [InlineData("drag the clip around", null)]
    [InlineData("drag to the end", null)]
    [InlineData("move the clip to the end", null)]
    [InlineData("drag it to the end", null)]
    [InlineData("drag THEM to the end", null)]
    [InlineData("drag the handle to the end", null)]
    [InlineData("drag your file to the end", null)]
    [InlineData("drag the unit to the end", "Move the unit to the end")]
    [InlineData("drag the clip to the panel", null)]
    [InlineData("drag the panel to the end", null)]
    [InlineData("drag the volume slider to 50%", "Set the volume to 50%")]
    [InlineData("drag volume slider to 50%", "Set the volume to 50%")]
    [InlineData("drag the volume slider to the right", null)]
    [InlineData("把片段拖到开头。", "Move 片段 to 开头")]
    [InlineData("请将 片段 拖拽到 结尾处", "Move 片段 to 结尾")]
    [InlineData("拖动片段到结尾即可", "Move 片段 to 结尾")]
    [InlineData("拖放片段到结尾", "Move 片段 to 结尾")]
    [InlineData("拖片段到结尾，", "Move 片段 to 结尾")]
    [InlineData("到结尾拖片段", null)]
    [InlineData("拖片段", null)]
    [InlineData("拖到结尾", null)]
    [InlineData("拖片段到。", null)]
    [InlineData("拖片段到时间线面板", null)]
    [InlineData("拖面板到结尾", null)]
    [InlineData("拖文件到结尾", null)]
    [InlineData("把片段移到结尾", null)]
    public void What_is_dragged_to_a_place_can_be_asked_for(string piece, string? request) => Assert.Equal(request, DragRequest.Find(piece, Texts.For("en")));

    [Theory]
    [InlineData("upload your clip", "Upload")]
    [InlineData("the uploaded clip", "Upload")]
    [InlineData("uploading it", "Upload")]
    [InlineData("the uploader", "Upload")]
    [InlineData("rendering is done", "Export")]
    [InlineData("it rendered", "Export")]
    [InlineData("the playering", "ShowTimeline")]
    [InlineData("reupload it", null)]
    [InlineData("uploadable", null)]
    [InlineData("displayed", null)]
    [InlineData("display and play", "ShowTimeline")]
    [InlineData("sign up", "Register")]
    [InlineData("your plan", "ShowCredits")]
    [InlineData("the progress", "ShowTimeline")]
    [InlineData("the export panel", "Export")]
    [InlineData("don’t undo", "Undo")]
    [InlineData("press Ctrl+Z", "Undo")]
    [InlineData("click Export", "Export")]
    [InlineData("click “Export now”", "Export")]
    [InlineData("click “Exports”", "SendEdit: Exports")]
    [InlineData("click “The Export”", "SendEdit: The Export")]
    [InlineData("点击「立即导出」", "Export")]
    [InlineData("点击「添加音乐」", "SendEdit: 添加音乐")]
    [InlineData("drag the clip to the end", "SendEdit: Move the clip to the end")]
    [InlineData("请撤销", "Undo")]
    [InlineData("a tree", null)]
    [InlineData("", null)]
    public void A_piece_of_talk_becomes_an_action(string piece, string? expected) =>
        Assert.Equal(expected, new ActionFinder(Texts.For("en")).Find(piece) is { } action ? action.Text is null ? $"{action.Kind}" : $"{action.Kind}: {action.Text}" : null);

    [Theory]
    [InlineData("a\nwent well", false)]
    [InlineData("Something went wrong\nSorry", true)]
    [InlineData("Something went wrong\n\nThe sky is blue", false)]
    [InlineData("Sorry. Thank you.", false)]
    [InlineData("Couldn’t process your request", false)]
    [InlineData("We couldn’t process your request", true)]
    public void Excuses_are_looked_at_sentence_by_sentence(string text, bool isNoise) => Assert.Equal(isNoise || text.StartsWith("Couldn", StringComparison.Ordinal), BackendNoise.IsTemporaryIssue(text));

    [Fact]
    public void A_long_excuse_is_news()
    {
        const string Excuse = "Something went wrong";
        Assert.True(BackendNoise.IsTemporaryIssue(Excuse + new string('!', 400 - Excuse.Length)));
        Assert.False(BackendNoise.IsTemporaryIssue(Excuse + new string('!', 401 - Excuse.Length)));
    }
}
