using System.Net;
using System.Text;
using NemoBot.Core.Platforms;
using NemoBot.Web.Files;
using NemoBot.Web.Settings;
using Microsoft.Extensions.Options;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed class SendTests : WebChatTest
{
    [Fact]
    public async Task A_message_is_on_disk_and_with_the_engine_before_the_answer()
    {
        await using var server = await StartAsync();
        var content = new byte[200_000];
        Random.Shared.NextBytes(content);
        using var form = new Form().File("talk.mp3", content, "audio/mpeg").Text(" make a video \n").User("  Ana  María ").Add("lang", "zh-CN");
        var id = await SendAsync(server, form);
        var posted = Assert.Single(Sink.Messages);
        Assert.Equal((Main, "make a video", "zh-CN", true), (posted.Conversation, posted.Text, posted.Language, posted.IsPrivate));
        Assert.Equal("Ana María", posted.Author.Name);
        var file = Assert.Single(posted.Attachments);
        Assert.Equal(("talk.mp3", "audio/mpeg", (long?)content.Length), (file.Name, file.MimeType, file.Size));
        await using var stream = await server.Platform.OpenAsync(Main, file, Stop);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Stop);
        Assert.Equal(content, copy.ToArray());
        var shown = Assert.Single(await HistoryAsync(server));
        Assert.Equal(id, shown.GetProperty("id").GetString());
        Assert.Equal("user", shown.GetProperty("kind").GetString());
        Assert.Equal("Ana María", shown.GetProperty("author").GetString());
        Assert.Equal(content.Length, shown.GetProperty("attachments")[0].GetProperty("size").GetInt64());
    }

    [Fact]
    public async Task Two_people_make_a_group_also_after_a_restart()
    {
        await using (var server = await StartAsync())
        {
            using var ana = new Form().Text("one").User("Ana");
            using var ben = new Form().Text("two").User("Ben");
            await SendAsync(server, ana);
            await SendAsync(server, ben);
        }

        await using var again = await StartAsync();
        Assert.True((await again.Platform.GetLimitsAsync(Main, Stop)).IsGroup);
        Assert.Equal([true, false], Sink.Messages.Select(m => m.IsPrivate));
    }

    [Theory]
    [InlineData("application/json", "{\"text\":\"hi\"}")]
    [InlineData("application/x-www-form-urlencoded", "text=hi")]
    [InlineData("multipart/form-data", "text")]
    [InlineData("text/plain", "hi")]
    public async Task Anything_but_a_form_is_415(string type, string body)
    {
        await using var server = await StartAsync();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new(type);
        using var response = await server.Client.PostAsync(Messages, content, Stop);
        Assert.Equal("WrongType", await CodeAsync(response, HttpStatusCode.UnsupportedMediaType));
    }

    [Fact]
    public async Task A_broken_form_is_400_and_leaves_nothing()
    {
        await using var server = await StartAsync();
        using var form = new Form().Text("hi").File("a.mp3", new byte[1000]);
        using var content = new ByteArrayContent(form.Beginning[..^300]);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(Form.ContentType);
        using var response = await server.Client.PostAsync(Messages, content, Stop);
        await CodeAsync(response, HttpStatusCode.BadRequest);
        AssertNothing();
    }

    [Theory]
    [InlineData(100_001, 0, "TextTooLong")]
    [InlineData(1, 3, "TooManyFiles")]
    public async Task What_one_message_cannot_hold_is_413(int length, int files, string code)
    {
        await using var server = await StartAsync(("MaxFiles", "2"));
        using var form = new Form().Text(new string('x', length));
        for (var i = 0; i < files; i++)
        {
            form.File($"{i}.mp3", new byte[10]);
        }

        using var content = form.Content;
        using var response = await server.Client.PostAsync(Messages, content, Stop);
        Assert.Equal(code, await CodeAsync(response, HttpStatusCode.RequestEntityTooLarge));
        AssertNothing();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_over_the_limit_are_413_whether_the_size_is_told_or_not(bool isTold)
    {
        await using var server = await StartAsync(("MaxUploadBytes", "1000000"));
        using var form = new Form().Text("big").File("a.mp3", new byte[600_000]).File("b.mp3", new byte[isTold ? 3_000_000 : 400_001]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages) { Content = form.Content };
        request.Headers.TransferEncodingChunked = !isTold;
        request.Headers.Add("Accept-Language", "zh-CN,zh;q=0.9");
        request.Headers.ExpectContinue = isTold;
        using var response = await server.Client.SendAsync(request, Stop);
        var json = await ReadAsync(response, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("TooLarge", json.GetProperty("code").GetString());
        Assert.Contains("文件太大", json.GetProperty("error").GetString(), StringComparison.Ordinal);
        AssertNothing();
    }

    [Fact]
    public async Task Exactly_the_limit_passes()
    {
        await using var server = await StartAsync(("MaxUploadBytes", "1000000"));
        using var form = new Form().Text(new string('é', 100_000)).File("a.mp3", new byte[1_000_000]);
        await SendAsync(server, form);
    }

    [Theory]
    [InlineData("main", " \n", "", "k", "EmptyMessage")]
    [InlineData("main", "hi", "A name that is much longer than anything people are called", "k", "BadUser")]
    [InlineData("main", "hi", "", "../k", "BadRequest")]
    [InlineData("..%2Fetc", "hi", "", "k", "BadChannel")]
    [InlineData("a b", "hi", "", "k", "BadChannel")]
    [InlineData("main", "use nmv_usr_12345 please", "", "k", "SecretInMessage")]
    [InlineData("main", " /connect abc", "", "k", "SecretInMessage")]
    [InlineData("main", "/CONNECT", "", "k", "SecretInMessage")]
    public async Task What_cannot_be_said_is_400(string channel, string text, string user, string key, string code)
    {
        await using var server = await StartAsync();
        using var form = new Form().Text(text).User(user).Add("key", key);
        using var content = form.Content;
        using var response = await server.Client.PostAsync($"/api/channels/{channel}/messages", content, Stop);
        Assert.Equal(code, await CodeAsync(response, HttpStatusCode.BadRequest));
        AssertNothing();
    }

    [Fact]
    public async Task A_word_that_only_begins_like_connect_is_said()
    {
        await using var server = await StartAsync();
        using var form = new Form().Text("/connected clips please");
        await SendAsync(server, form);
    }

    [Fact]
    public async Task Sending_again_because_the_answer_got_lost_doubles_nothing()
    {
        await using var server = await StartAsync();
        using var form = new Form().Text("once").Add("key", "k1").File("a.mp3", new byte[10]);
        var first = await SendAsync(server, form);
        var files = KeptFiles();
        await SendAsync(server, form);
        Assert.Equal(first, Assert.Single(await HistoryAsync(server)).GetProperty("id").GetString());
        Assert.Equal(files, KeptFiles());
        Assert.Equal(1, Sink.Duplicates);
    }

    [Fact]
    public async Task A_message_the_engine_could_not_write_is_taken_back()
    {
        await using var server = await StartAsync();
        Sink.OnPost = _ => throw new IOException("No space left on device", 28);
        using var form = new Form().Text("hi").File("a.mp3", new byte[10]);
        using var content = form.Content;
        using var response = await server.Client.PostAsync(Messages, content, Stop);
        Assert.Equal("DiskFull", await CodeAsync(response, HttpStatusCode.InsufficientStorage));
        Assert.Empty(await HistoryAsync(server));
        AssertNothing();
    }

    [Fact]
    public async Task A_full_disk_is_said_before_anything_is_written()
    {
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, settings: ("MinFreeBytes", $"{1L << 50}"));
        using var form = new Form().Text("hi").File("a.mp3", new byte[10]);
        using var content = form.Content;
        using var response = await server.Client.PostAsync(Messages, content, Stop);
        Assert.Equal("DiskFull", await CodeAsync(response, HttpStatusCode.InsufficientStorage));
        Assert.Empty(Folder.Files);
    }

    [Fact]
    public async Task Before_the_bot_is_ready_it_says_so()
    {
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, run: false, settings: ("StartPatience", "00:00:00.05"));
        using var form = new Form().Text("hi").File("a.mp3", new byte[10]);
        using var content = form.Content;
        using var response = await server.Client.PostAsync(Messages, content, Stop);
        Assert.Equal("NotReady", await CodeAsync(response, HttpStatusCode.ServiceUnavailable));
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        AssertNothing();
    }

    [Theory]
    [InlineData("", "a budget is used up. This chat has sent 5 requests.")]
    [InlineData("zh-CN", "额度已用完")]
    public async Task A_spent_budget_is_429_with_the_true_reason_and_the_time_to_wait(string language, string sentence)
    {
        var sink = new RefusingSink(RefusalReason.BudgetSpent, TimeSpan.FromSeconds((41 * 60) + 30), "This chat has sent 5 requests.");
        await using var server = await WebServer.StartAsync(Folder, sink, Log);
        using var form = new Form().Text("hi");
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages) { Content = form.Content };
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await server.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds((41 * 60) + 30), response.Headers.RetryAfter?.Delta);
        var body = await response.Content.ReadAsStringAsync(Stop);
        Assert.Contains("BudgetSpent", body, StringComparison.Ordinal);
        Assert.Contains(sentence, body, StringComparison.Ordinal);
        Assert.Empty(await HistoryAsync(server));
    }

    [Fact]
    public async Task Whoever_may_not_use_the_bot_gets_403_and_leaves_no_message()
    {
        await using var server = await WebServer.StartAsync(Folder, new RefusingSink(RefusalReason.NotAllowed), Log);
        using var form = new Form().Text("hi");
        using var response = await server.Client.PostAsync(Messages, form.Content, Stop);
        Assert.Equal("NotAllowed", await CodeAsync(response, HttpStatusCode.Forbidden));
        Assert.Empty(await HistoryAsync(server));
    }

    [Fact]
    public async Task A_full_queue_is_429_and_the_message_is_not_in_the_chat()
    {
        var busy = new RefusingSink();
        await using var server = await WebServer.StartAsync(Folder, busy, Log);
        using var form = new Form().Text("hi");
        using var content = form.Content;
        using var response = await server.Client.PostAsync(Messages, content, Stop);
        Assert.Equal("Busy", await CodeAsync(response, HttpStatusCode.TooManyRequests));
        Assert.Empty(await HistoryAsync(server));
    }

    [Fact]
    public async Task A_file_is_flushed_to_the_disk_before_the_message_is_accepted()
    {
        var flushed = new List<string>();
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, vault: VaultOn(new WatchedDisk(path =>
        {
            Assert.Empty(Sink.Messages);
            flushed.Add(Path.GetFileName(path));
        })));
        using var form = new Form().Text("hi").File("a.mp3", [1, 2, 3]);
        await SendAsync(server, form);
        Assert.Superset(new HashSet<string> { "content", "about.json", "files" }, flushed.ToHashSet());
    }

    [Fact]
    public async Task A_disk_that_cannot_keep_the_file_is_told_and_nothing_is_kept()
    {
        await using var server = await WebServer.StartAsync(
            Folder, Sink, Log, vault: VaultOn(new WatchedDisk(_ => throw new IOException("No space left on device", 28))));
        using var form = new Form().Text("hi").File("a.mp3", [1, 2, 3]);
        using var content = form.Content;
        using var response = await server.Client.PostAsync(Messages, content, Stop);
        Assert.Equal("DiskFull", await CodeAsync(response, HttpStatusCode.InsufficientStorage));
        AssertNothing();
    }

    [Fact]
    public async Task The_newest_messages_come_oldest_first()
    {
        await using var server = await StartAsync(("HistoryLength", "3"));
        for (var i = 0; i < 5; i++)
        {
            await server.Platform.SendAsync(Main, new OutboundMessage { Text = $"{i}" }, Stop);
        }

        Assert.Equal(["2", "3", "4"], (await HistoryAsync(server)).Select(m => m.GetProperty("text").GetString()));
        Assert.Equal(["3", "4"], (await HistoryAsync(server, "?limit=2")).Select(m => m.GetProperty("text").GetString()));
    }

    private void AssertNothing()
    {
        Assert.Empty(Sink.Messages);
        Assert.Empty(Folder.Files);
    }

    private FolderVault VaultOn(DiskSync disk) => new(Options.Create(new WebChatOptions { DataFolder = Folder.Path }), disk);

    /// <summary>Tells what is flushed before it is, and fails if told to.</summary>
    private sealed class WatchedDisk(Action<string> onFlush) : DiskSync
    {
        public override void Flush(string path)
        {
            onFlush(path);
            base.Flush(path);
        }
    }
}
