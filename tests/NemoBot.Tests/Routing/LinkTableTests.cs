using NemoBot.Core.Prompting.Uploads;
using Xunit;

namespace NemoBot.Tests.Routing;

/// <summary>Messages with links as people type them, and what is fetched from each; the last column counts links of which the sender is told why not.</summary>
public sealed class LinkTableTests
{
    private const string Song = "https://h.example/a/song.mp3";

    [Theory]
    [InlineData("用" + Song + "，谢谢", Song, 0)]
    [InlineData("用" + Song + "；谢谢", Song, 0)]
    [InlineData("链接：" + Song + "、还有别的", Song, 0)]
    [InlineData("【" + Song + "】", Song, 0)]
    [InlineData("《" + Song + "》做成视频", Song, 0)]
    [InlineData("「" + Song + "」做成视频", Song, 0)]
    [InlineData("［" + Song + "］", Song, 0)]
    [InlineData("｛" + Song + "｝", Song, 0)]
    [InlineData(Song + "～", Song, 0)]
    [InlineData(Song + "……好吗？", Song, 0)]
    [InlineData("歌" + Song + "的波形视频", Song, 0)]
    [InlineData(Song + "　480p", Song, 0)]
    [InlineData("__" + Song + "__", Song, 0)]
    [InlineData("~~" + Song + "~~", Song, 0)]
    [InlineData("```\n" + Song + "\n```", Song, 0)]
    [InlineData("> " + Song, Song, 0)]
    [InlineData("- " + Song + "\n- https://h.example/b.wav", Song + " https://h.example/b.wav", 0)]
    [InlineData("1. " + Song + "; 2. https://h.example/b.wav", Song + " https://h.example/b.wav", 0)]
    [InlineData(Song + ",https://h.example/b.wav", Song + " https://h.example/b.wav", 0)]
    [InlineData(Song + "|https://h.example/b.wav", Song + " https://h.example/b.wav", 0)]
    [InlineData(Song + " " + Song, Song, 0)]
    [InlineData("![cover](https://h.example/c.png)", "https://h.example/c.png", 0)]
    [InlineData("[a](" + Song + "), [b](https://h.example/b.mp4)", Song + " https://h.example/b.mp4", 0)]
    [InlineData("[a](<" + Song + ">)", Song, 0)]
    [InlineData("[song]: " + Song, Song, 0)]
    [InlineData("<a href=\"" + Song + "\">song</a>", Song, 0)]
    [InlineData("<a href='" + Song + "'>song</a>", Song, 0)]
    [InlineData("{\"url\":\"" + Song + "\"}", Song, 0)]
    [InlineData("‘" + Song + "’", Song, 0)]
    [InlineData("«" + Song + "»", Song, 0)]
    [InlineData("(see " + Song + ")", Song, 0)]
    [InlineData("HTTPS://H.EXAMPLE/A.MP3", "https://h.example/A.MP3", 0)]
    [InlineData("https://h.example:8443/a.mp3.", "https://h.example:8443/a.mp3", 0)]
    [InlineData("https://h.example/a%20b%20(c).mp3", "https://h.example/a%20b%20(c).mp3", 0)]
    [InlineData("https://h.example/a.mp3?sig=a%2Fb&e=1.", "https://h.example/a.mp3?sig=a%2Fb&e=1", 0)]
    [InlineData("https://h.example/a.mp3#t=10", "https://h.example/a.mp3#t=10", 0)]
    [InlineData("www.h.example/x.mp3", "https://www.h.example/x.mp3", 0)]
    [InlineData("把www.h.example/x.mp3做成视频", "https://www.h.example/x.mp3", 0)]
    [InlineData("h.example/music/x.wav please", "https://h.example/music/x.wav", 0)]
    [InlineData("drive.google.com/file/d/1AbCdEf/view", "https://drive.usercontent.google.com/download?id=1AbCdEf&export=download&confirm=t", 0)]
    [InlineData("title www.h.example", "", 0)]
    [InlineData("AC/DC.mp3 and a.b/c", "", 0)]
    [InlineData("mail ana@h.example/x.mp3", "", 0)]
    [InlineData("ftp://h.example/x.mp3", "", 1)]
    [InlineData("sftp://h.example/x.mp3", "", 1)]
    [InlineData("https://www.dropbox.com/s/abc/x.mp3?dl=0", "https://www.dropbox.com/s/abc/x.mp3?dl=1", 0)]
    [InlineData("https://www.dropbox.com/scl/fo/abc/h?rlkey=1&dl=0", "", 1)]
    [InlineData("https://team.sharepoint.com/:v:/s/site/EabC?e=x1", "https://team.sharepoint.com/:v:/s/site/EabC?e=x1&download=1", 0)]
    [InlineData("https://team.sharepoint.com/:f:/s/site/EabC", "", 1)]
    [InlineData("https://drive.google.com/drive/folders/1AbCdEf", "", 1)]
    [InlineData("https://app.box.com/s/abc123", "", 1)]
    [InlineData("https://u.pcloud.link/publink/show?code=XZ1", "", 1)]
    [InlineData("https://disk.yandex.ru/d/abc", "", 1)]
    [InlineData("https://www.icloud.com/iclouddrive/0abc#song", "", 1)]
    [InlineData("链接：https://pan.baidu.com/s/1abc?pwd=x1y2 提取码：x1y2", "", 1)]
    [InlineData("https://pan.quark.cn/s/abc", "", 1)]
    [InlineData("https://we.tl/t-abc", "", 1)]
    [InlineData("https://soundcloud.com/ana/song", "", 1)]
    [InlineData("https://youtu.be/abc", "", 1)]
    [InlineData("https://h.example/download?id=5", "", 1)]
    [InlineData("https://h.example/", "", 1)]
    public void Each_message_gives_its_files_and_the_rest_is_said(string text, string files, int told)
    {
        Assert.Equal(files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => new Uri(f)), LinkFinder.Find(text));
        Assert.Equal(told, LinkFinder.FindUnusable(text).Count);
    }

    [Theory]
    [InlineData("https://h.example/download?id=5", true)]
    [InlineData("https://h.example/track/123", true)]
    [InlineData("https://h.example/about.html", false)]
    [InlineData("https://h.example/", false)]
    [InlineData("https://h.example/blog/", false)]
    [InlineData("https://soundcloud.com/ana/song", false)]
    [InlineData("ftp://h.example/song", false)]
    public void A_link_without_an_ending_is_tried_unless_it_is_plainly_a_page(string link, bool expected) =>
        Assert.Equal(expected, LinkFinder.MayBeFile(new Uri(link)));
}
