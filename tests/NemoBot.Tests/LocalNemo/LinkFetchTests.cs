using Microsoft.AspNetCore.Http;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Links as servers really answer them: what is fetched, under which name, and why nothing is.</summary>
public sealed class LinkFetchTests
{
    private static readonly byte[] Song = [.. FakeMediaTools.Audio(), .. new byte[3000]];

    [Theory]
    [InlineData("attachment; filename=\"x.mp3\"; filename*=UTF-8''%E6%99%9A%E9%A3%8E.mp3", "晚风.mp3")]
    [InlineData("attachment; filename=\"晚风.mp3\"", "晚风.mp3")]
    [InlineData("attachment; filename=my song.mp3", "my song.mp3")]
    [InlineData("inline; filename=\"=?UTF-8?B?5pma6aOOLm1wMw==?=\"", "晚风.mp3")]
    [InlineData("attachment; filename=\"%E6%99%9A%E9%A3%8E.mp3\"", "晚风.mp3")]
    [InlineData("attachment; filename=\"../../etc/x.mp3\"", "x.mp3")]
    [InlineData("attachment", "song.mp3")]
    public async Task A_linked_file_has_the_name_that_the_server_states(string disposition, string expected)
    {
        await using var source = await OneFile.ServeAsync(context =>
        {
            context.Response.Headers.ContentDisposition = disposition;
            return SendAsync(context, Song);
        });

        Assert.Equal(expected, await FetchAsync(source.Address + "get.php?file=song.mp3"));
    }

    [Theory]
    [InlineData(404, 4011)]
    [InlineData(410, 4011)]
    [InlineData(401, 4012)]
    [InlineData(403, 4012)]
    [InlineData(500, 4013)]
    [InlineData(429, 4013)]
    [InlineData(418, 400)]
    public async Task A_refusal_is_told_by_its_kind(int status, int code)
    {
        await using var source = await OneFile.ServeAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "0";
            return Task.CompletedTask;
        });

        await ExpectAsync(source.Address + "a.mp3", code);
    }

    [Fact]
    public async Task A_server_that_is_busy_for_a_moment_is_asked_again()
    {
        var count = 0;
        await using var source = await OneFile.ServeAsync(context =>
        {
            context.Response.StatusCode = count++ == 0 ? 503 : 200;
            context.Response.Headers.RetryAfter = "0";
            return count == 1 ? Task.CompletedTask : SendAsync(context, Song);
        });

        Assert.Equal("a.mp3", await FetchAsync(source.Address + "a.mp3"));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><title>Sign in</title>", "audio/mpeg", 4014)]
    [InlineData("\n<html><body>", "application/octet-stream", 4014)]
    [InlineData("not a song", "audio/mpeg", 4001)]
    [InlineData("", "audio/mpeg", 4001)]
    public async Task What_is_no_file_is_called_what_it_is(string content, string type, int code)
    {
        await using var source = await OneFile.ServeAsync(System.Text.Encoding.UTF8.GetBytes(content), type);

        await ExpectAsync(source.Address + "a.mp3", code);
    }

    [Fact]
    public async Task A_file_that_is_labeled_as_a_page_is_taken()
    {
        await using var source = await OneFile.ServeAsync(Song, "text/html");

        Assert.Equal("a.mp3", await FetchAsync(source.Address + "a.mp3"));
    }

    [Fact]
    public async Task Servers_see_a_client_that_names_itself_and_may_compress()
    {
        await using var source = await OneFile.ServeAsync(async context =>
        {
            Assert.StartsWith("NemoBot", context.Request.Headers.UserAgent.ToString(), StringComparison.Ordinal);
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await packed.WriteAsync(Song);
        });

        Assert.Equal("a.mp3", await FetchAsync(source.Address + "a.mp3"));
    }

    [Fact]
    public async Task A_link_that_breaks_off_goes_on_where_it_was()
    {
        await using var source = new RawServer((count, from) => (
            count == 1 ? $"HTTP/1.1 200 OK\nContent-Length: {Song.Length}\nAccept-Ranges: bytes\nETag: \"1\""
                : $"HTTP/1.1 206 Partial Content\nContent-Length: {Song.Length - from}\nContent-Range: bytes {from}-{Song.Length - 1}/{Song.Length}",
            Song.AsMemory(from, Math.Min(1200, Song.Length - from))));

        Assert.Equal("a.mp3", await FetchAsync(source.Address + "a.mp3"));
        Assert.Equal(["", "bytes=1200-", "bytes=2400-"], source.Ranges);
    }

    [Fact]
    public async Task A_link_that_breaks_off_and_cannot_go_on_is_fetched_anew_once()
    {
        await using var source = new RawServer((count, _) => ($"HTTP/1.1 200 OK\nContent-Length: {Song.Length}", count == 1 ? Song.AsMemory(0, 1000) : Song));
        Assert.Equal("a.mp3", await FetchAsync(source.Address + "a.mp3"));

        await using var broken = new RawServer((_, _) => ($"HTTP/1.1 200 OK\nContent-Length: {Song.Length}", Song.AsMemory(0, 1000)));
        await ExpectAsync(broken.Address + "a.mp3", 4013);
        Assert.Equal(2, broken.Ranges.Count);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_fetched()
    {
        await using var source = new RawServer((_, _) => ($"HTTP/1.1 200 OK\nContent-Length: {1L << 40}", Song));

        await ExpectAsync(source.Address + "a.mp3", 4002, 413);
    }

    private static Task SendAsync(HttpContext context, byte[] content) => context.Response.Body.WriteAsync(content).AsTask();

    private static async Task<string?> FetchAsync(string link)
    {
        await using var bench = await LocalBench.StartAsync(o => o.AllowPrivateAddresses = true);
        using var response = await AskAsync(bench, link);
        return (await LocalBench.ReadAsync(response)).GetProperty("data").GetProperty("files")[0].GetProperty("filename").GetString();
    }

    private static async Task ExpectAsync(string link, int code, int status = 400)
    {
        await using var bench = await LocalBench.StartAsync(o => o.AllowPrivateAddresses = true);
        using var response = await AskAsync(bench, link);
        await LocalBench.ExpectErrorAsync(response, status, code);
    }

    private static async Task<HttpResponseMessage> AskAsync(LocalBench bench, string link) =>
        await bench.PostAsync($"/api/upload-video/nemo_agent/me/{await bench.BeginSessionAsync()}", new { urls = new[] { link }, source_type = "url" });
}
