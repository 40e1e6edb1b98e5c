using NemoBot.Core.Links;
using NemoBot.Core.Prompting.Uploads;
using Xunit;

namespace NemoBot.Tests.Routing;

/// <summary>Links as people write them: in any script, behind any punctuation and mark-up, to files, file stores and pages.</summary>
public sealed class LinkTests
{
    private const string Song = "http://host.example/a/song.mp3";

    [Theory]
    [InlineData("把" + Song + "，做成波形视频")]
    [InlineData("把" + Song + "做成波形视频，480p")]
    [InlineData("（" + Song + "）做成视频")]
    [InlineData("“" + Song + "”做成视频")]
    [InlineData("做成视频：" + Song + "。")]
    [InlineData("看这个" + Song + "！谢谢")]
    [InlineData("<" + Song + ">")]
    [InlineData("[my song](" + Song + ") please")]
    [InlineData("[" + Song + "](" + Song + ")")]
    [InlineData("**" + Song + "**")]
    [InlineData("||" + Song + "||")]
    [InlineData("`" + Song + "`")]
    [InlineData("(" + Song + ").")]
    [InlineData("make it from '" + Song + "', thanks")]
    [InlineData(Song + "!!!")]
    public void A_link_is_found_wherever_it_is(string text) => Assert.Equal([new Uri(Song)], LinkFinder.Find(text));

    [Theory]
    [InlineData("https://host.example/live_(2024).mp3", "https://host.example/live_(2024).mp3")]
    [InlineData("(https://host.example/live_(2024).mp3)", "https://host.example/live_(2024).mp3")]
    [InlineData("把https://host.example/音乐/晚风.mp3做成视频", "https://host.example/音乐/晚风.mp3")]
    [InlineData("https://host.example/a.mp3?key=1&x=2,", "https://host.example/a.mp3?key=1&x=2")]
    [InlineData("https://host.example/a.opus", "https://host.example/a.opus")]
    [InlineData("https://host.example/a.wma", "https://host.example/a.wma")]
    [InlineData("https://host.example/a.aiff", "https://host.example/a.aiff")]
    [InlineData("https://host.example/a.3gp", "https://host.example/a.3gp")]
    [InlineData("https://host.example/a.FLAC", "https://host.example/a.FLAC")]
    public void An_address_keeps_what_belongs_to_it(string text, string expected) => Assert.Equal([new Uri(expected)], LinkFinder.Find(text));

    [Theory]
    [InlineData("https://drive.google.com/file/d/1AbCdEf/view?usp=sharing", "https://drive.usercontent.google.com/download?id=1AbCdEf&export=download&confirm=t")]
    [InlineData("https://drive.google.com/open?id=1AbCdEf", "https://drive.usercontent.google.com/download?id=1AbCdEf&export=download&confirm=t")]
    [InlineData("https://www.dropbox.com/scl/fi/x/song.mp3?rlkey=abc&dl=0", "https://www.dropbox.com/scl/fi/x/song.mp3?rlkey=abc&dl=1")]
    [InlineData("https://docs.google.com/uc?export=download&id=1AbCdEf", "https://drive.usercontent.google.com/download?id=1AbCdEf&export=download&confirm=t")]
    [InlineData("https://1drv.ms/u/s!Abc", "https://api.onedrive.com/v1.0/shares/u!aHR0cHM6Ly8xZHJ2Lm1zL3UvcyFBYmM/root/content")]
    [InlineData("https://github.com/a/b/blob/main/x.mp3", "https://github.com/a/b/raw/main/x.mp3")]
    [InlineData("https://cloud.example/s/AbCdEfGhIjKlMnO", "https://cloud.example/s/AbCdEfGhIjKlMnO/download")]
    [InlineData("https://cloud.example/index.php/s/AbCdEfGhIjKlMnO/", "https://cloud.example/index.php/s/AbCdEfGhIjKlMnO/download")]
    [InlineData("https://gitlab.com/a/b/-/blob/main/x.mp3", "https://gitlab.com/a/b/-/raw/main/x.mp3")]
    [InlineData("https://pixeldrain.com/u/abc123", "https://pixeldrain.com/api/file/abc123")]
    [InlineData("https://app.box.com/shared/static/abc", "https://app.box.com/shared/static/abc")]
    [InlineData("https://en.wikipedia.org/wiki/File:Song.ogg", "https://en.wikipedia.org/wiki/Special:FilePath/Song.ogg")]
    [InlineData("https://seafile.example/f/0123456789abcdef0123/", "https://seafile.example/f/0123456789abcdef0123/?dl=1")]
    [InlineData("https://x.sharepoint.com/:v:/g/abc?e=1", "https://x.sharepoint.com/:v:/g/abc?e=1&download=1")]
    [InlineData("https://www.dropbox.com/s/x/song.mp3?raw=1", "https://www.dropbox.com/s/x/song.mp3?dl=1")]
    [InlineData("https://drive.google.com/file/d/1AbCdEf/view?resourcekey=0-xy", "https://drive.usercontent.google.com/download?id=1AbCdEf&export=download&confirm=t&resourcekey=0-xy")]
    public void A_share_link_becomes_the_download_of_its_file(string link, string expected)
    {
        Assert.Equal([new Uri(expected)], LinkFinder.Find("make a video of " + link));
        Assert.Empty(LinkFinder.FindUnusable("make a video of " + link));
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=abc", true)]
    [InlineData("https://pan.baidu.com/s/1abc", true)]
    [InlineData("https://mega.nz/file/abc#key", true)]
    [InlineData("https://drive.google.com/drive/my-drive", true)]
    [InlineData("https://1drv.ms/f/s!Abc", true)]
    [InlineData("https://x.sharepoint.com/:f:/g/abc", true)]
    [InlineData("https://app.box.com/s/abc", true)]
    [InlineData("https://www.bilibili.com/video/BV1", true)]
    [InlineData("https://open.spotify.com/track/1", true)]
    [InlineData("https://notspotify.com/track/1", false)]
    [InlineData("https://example.org/about", false)]
    [InlineData("https://example.org", false)]
    public void A_page_is_told_from_a_file(string link, bool closed)
    {
        Assert.Empty(LinkFinder.Find("video from " + link));
        Assert.Equal(closed, ShareLinks.IsClosed(Assert.Single(LinkFinder.FindUnusable("video from " + link))));
    }

    [Fact]
    public void A_store_that_gives_files_to_nobody_is_known_by_its_host_and_by_those_below_it()
    {
        const string Hosts =
            """
            1024terabox.com 123pan.com 1drv.ms 1fichier.com alipan.com aliyundrive.com b23.tv bandcamp.com bandlab.com
            bilibili.com box.com cloud.189.cn cowtransfer.com dailymotion.com deezer.com disk.yandex.com disk.yandex.ru
            docs.google.com douyin.com drive.google.com drive.uc.cn dropbox.com facebook.com fb.watch feishu.cn gofile.io
            icloud.com icloud.com.cn instagram.com iqiyi.com ixigua.com jianguoyun.com kdocs.cn kg.qq.com kuaishou.com kugou.com
            kuwo.cn lanzou.com larksuite.com loom.com mediafire.com mega.nz music.163.com music.amazon.com music.apple.com
            nicovideo.jp pan.baidu.com pan.quark.cn pan.xunlei.com pcloud.com pcloud.link photos.app.goo.gl photos.google.com
            photos.icloud.com podcasts.apple.com proton.me sendspace.com share.weiyun.com sharepoint.com soundcloud.com
            spotify.com spotify.link suno.com swisstransfer.com terabox.com threads.net tidal.com tiktok.com twitch.tv twitter.com
            udio.com v.qq.com vimeo.com we.tl weibo.com weixin.qq.com wetransfer.com x.com xhslink.com xiaohongshu.com
            xiaoyuzhoufm.com ximalaya.com y.qq.com yadi.sk youku.com youtu.be youtube.com yun.139.com zoom.us
            """;
        var hosts = Hosts.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var host in hosts.Except(["1drv.ms"]))
        {
            Assert.True(ShareLinks.IsClosed(new Uri($"https://{host}/x")), host);
            Assert.True(ShareLinks.IsClosed(new Uri($"https://below.{host.ToUpperInvariant()}/x")) || host is "sharepoint.com", host);
            Assert.Equal(hosts.Any(h => host.EndsWith("." + h, StringComparison.Ordinal)), ShareLinks.IsClosed(new Uri($"https://not{host}/x")));
        }
    }

    [Theory]
    [InlineData("add the text \"visit https://example.org\"")]
    [InlineData("标题“https://example.org”")]
    [InlineData("title 'see https://example.org'")]
    public void A_quoted_address_is_a_text(string text) => Assert.Empty(LinkFinder.FindUnusable(text));

    [Fact]
    public void The_search_takes_time_in_proportion_to_the_text()
    {
        foreach (var piece in new[] { "http://", ")", "http://a.b/)))", "](", "http://x.y/歌", "https://h.e/a.mp3，" })
        {
            Assert.NotNull(WebAddresses.Find(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length))));
        }
    }
}
