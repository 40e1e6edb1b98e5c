using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>What is answered where a picture cannot stand or be cropped as it was asked.</summary>
public sealed class PicturePlaceTests
{
    [Theory]
    [InlineData("song.mp3 cover.jpg +image +tags", "cover on the right", "The picture is on the right, with the text beside it.")]
    [InlineData("song.mp3 cover.jpg +image +tags", "make it 9:16, 封面放左边", "竖屏画面放不下左右并排")]
    [InlineData("song.mp3 cover.jpg +image +left", "crop it to fill the frame", "The picture is in the middle again.")]
    [InlineData("song.mp3 a.jpg b.jpg +slides", "put the picture on the left", "Only a still picture or a cover can be at one side")]
    [InlineData("song.mp3 cover.jpg +image", "show more of the left", "The whole picture is shown, so nothing of it is cut off.")]
    [InlineData("song.mp3 cover.jpg +image +cropped", "show more of the left", "Only the upper and the lower edge are cut off here")]
    [InlineData("song.mp3 cover.jpg +image +cropped", "多露一点上面", "裁剪时保留图片的上部。")]
    [InlineData("clip.mp4", "唱片旋转效果", "只有静态图片或封面能像唱片一样转动")]
    [InlineData("song.mp3 cover.jpg +image", "spin the cover", "The picture is turning like a record.")]
    [InlineData("song.mp3", "add the song title and artist", "The file does not name its title.")]
    public async Task An_answer_says_what_becomes_of_the_picture(string marks, string request, string said)
    {
        var row = new RequestRow("layout", marks, request, "", "");
        var understood = await Understood.ByAsync(row.Situation(), row.IsChinese);
        Assert.Contains(said, understood.Answer, StringComparison.Ordinal);
    }
}
