using System.Net;
using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed class FileTests : WebChatTest
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 5000).Select(i => (byte)i)];

    [Theory]
    [InlineData("bytes=0-99", 206, 0, 100)]
    [InlineData("bytes=4990-", 206, 4990, 10)]
    [InlineData("bytes=-5", 206, 4995, 5)]
    [InlineData("bytes=100-99999", 206, 100, 4900)]
    [InlineData("bytes=5000-", 416, 0, 0)]
    [InlineData(null, 200, 0, 5000)]
    public async Task Players_get_the_part_they_ask_for(string? range, int status, int from, int length)
    {
        await using var server = await StartAsync();
        var address = await DeliverAsync(server, "clip.mp4");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Range", range);
        using var response = await server.Client.SendAsync(request, Stop);
        Assert.Equal(status, (int)response.StatusCode);
        if (status != 416)
        {
            Assert.Equal(Content[from..(from + length)], await response.Content.ReadAsByteArrayAsync(Stop));
            Assert.Equal("bytes", Assert.Single(response.Headers.AcceptRanges));
            Assert.Equal("video/mp4", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal("inline", response.Content.Headers.ContentDisposition?.DispositionType);
        }
    }

    [Fact]
    public async Task A_known_file_is_not_sent_twice()
    {
        await using var server = await StartAsync();
        var address = await DeliverAsync(server, "clip.mp4");
        using var first = await server.Client.GetAsync(address, Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Stop);
        Assert.Equal(5000, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("page.html", "text/html")]
    [InlineData("picture.svg", "image/svg+xml")]
    [InlineData("notes.txt", "text/plain")]
    [InlineData("script.js", "audio/mpeg")]
    [InlineData("no ending", "video/mp4")]
    public async Task What_is_not_media_can_only_be_saved(string name, string claimed)
    {
        await using var server = await StartAsync();
        using var form = new Form().Text("hi").File(name, "<script>alert(1)</script>"u8.ToArray(), claimed);
        await SendAsync(server, form);
        using var response = await server.Client.GetAsync(await AddressAsync(server), Stop);
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.mp3", "passwd.mp3")]
    [InlineData("..\\..\\evil.mp3", "evil.mp3")]
    [InlineData("say \"hi\" to 'all'.mp3", "say \"hi\" to 'all'.mp3")]
    [InlineData("two\r\nlines.mp3", "two  lines.mp3")]
    [InlineData("🎬 我的视频 été.mp3", "🎬 我的视频 été.mp3")]
    [InlineData("a%b#c?d&e=f+g.mp3", "a%b#c?d&e=f+g.mp3")]
    [InlineData("...", "file")]
    [InlineData("photo\u202Egpj.mp3", "photogpj.mp3")]
    [InlineData(".mp3", "mp3")]
    public async Task Any_name_is_shown_linked_and_saved_safely(string name, string shown)
    {
        await using var server = await StartAsync();
        using var form = new Form().Text("hi").File(name, Content, "audio/mpeg");
        await SendAsync(server, form);
        var file = (await HistoryAsync(server))[0].GetProperty("attachments")[0];
        Assert.Equal(shown, file.GetProperty("name").GetString());
        Assert.Equal(shown, Assert.Single(Assert.Single(Sink.Messages).Attachments).Name);
        using var response = await server.Client.GetAsync(file.GetProperty("url").GetString() + "?download", Stop);
        Assert.Equal(Content, await response.Content.ReadAsByteArrayAsync(Stop));
        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", shown), (disposition.DispositionType, disposition.FileNameStar));
        Assert.All(Folder.Files, f => Assert.Contains(Path.GetFileName(f), new[] { "content", "about.json" }));
    }

    [Fact]
    public async Task A_very_long_name_keeps_its_ending()
    {
        await using var server = await StartAsync();
        using var form = new Form().Text("hi").File(new string('名', 300) + ".mp3", Content);
        await SendAsync(server, form);
        var name = (await HistoryAsync(server))[0].GetProperty("attachments")[0].GetProperty("name").GetString()!;
        Assert.EndsWith(".mp3", name, StringComparison.Ordinal);
        Assert.True(name.Length <= 120);
    }

    [Theory]
    [InlineData("/files/0000000000000000000000000000000000000000/a.mp4")]
    [InlineData("/files/..%2F..%2Fabout/a.mp4")]
    [InlineData("/files/short/a.mp4")]
    [InlineData("/posters/0000000000000000000000000000000000000000")]
    public async Task An_unknown_file_is_404(string address)
    {
        await using var server = await StartAsync();
        using var response = await server.Client.GetAsync(address, Stop);
        Assert.Equal("FileGone", await CodeAsync(response, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_delivered_video_stays_when_the_engine_deletes_its_own_and_tells_what_a_player_needs()
    {
        await using var server = await StartAsync();
        var poster = Folder.Write("p.jpg", [1, 2, 3]);
        var path = Folder.Write("render.tmp", Content);
        await server.Platform.SendFileAsync(Main, Offer(path, "Morning Show.mp4") with
        {
            Video = new VideoFacts(1920, 1080, TimeSpan.FromSeconds(61.5), poster),
        }, Stop);
        File.Delete(path);
        File.Delete(poster);
        var message = (await HistoryAsync(server))[0];
        Assert.Equal("video", message.GetProperty("kind").GetString());
        var file = message.GetProperty("attachments")[0];
        Assert.Equal((1920, 1080, 61.5), (file.GetProperty("width").GetInt32(), file.GetProperty("height").GetInt32(), file.GetProperty("duration").GetDouble()));
        Assert.Equal(Content, await server.Client.GetByteArrayAsync(file.GetProperty("url").GetString(), Stop));
        using var shown = await server.Client.GetAsync(file.GetProperty("poster").GetString(), Stop);
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal([1, 2, 3], await shown.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task Ids_are_never_alike()
    {
        await using var server = await StartAsync();
        var addresses = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            addresses.Add(await DeliverAsync(server, "clip.mp4"));
        }

        Assert.Equal(20, addresses.Count);
        Assert.All(addresses, a => Assert.Matches("^/files/[0-9a-f]{40}/clip.mp4$", a));
    }

    private async Task<string> DeliverAsync(WebServer server, string name)
    {
        await server.Platform.SendFileAsync(Main, Offer(Folder.Write(Guid.NewGuid().ToString("N"), Content), name), Stop);
        return await AddressAsync(server);
    }

    private static async Task<string> AddressAsync(WebServer server) =>
        (await HistoryAsync(server))[^1].GetProperty("attachments")[0].GetProperty("url").GetString()!;

    private static OutboundFile Offer(string path, string name) =>
        new() { Path = path, FileName = name, MimeType = "video/mp4", Size = Content.Length };
}
