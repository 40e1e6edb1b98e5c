using System.Net;
using System.Net.Http.Headers;
using NemoBot.Core.Platforms;
using NemoBot.Storage.Buckets;
using NemoBot.Storage.Settings;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Storage.Buckets;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Web;

/// <summary>Two instances of the web chat with folders of their own and one bucket.</summary>
public sealed class SharedFilesTests : IAsyncLifetime
{
    private static readonly ConversationKey Main = WebChatTest.Main;
    private static readonly byte[] Content = [.. Enumerable.Range(0, 5000).Select(i => (byte)i)];

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryLog _log = new();
    private readonly List<(TestFolder Folder, RecordingSink Sink, BucketVault Vault, WebServer Server)> _instances = [];
    private BucketStandIn _bucket = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bucket = await BucketStandIn.StartAsync(_clock);
        var options = new VaultOptions
        {
            Bucket = BucketStandIn.Bucket,
            Endpoint = _bucket.Address,
            AccessKey = SignatureCheck.AccessKey,
            SecretKey = SignatureCheck.SecretKey,
            RepeatDelay = TimeSpan.Zero,
        };
        for (var i = 0; i < 2; i++)
        {
            var (folder, sink, vault) = (new TestFolder(), new RecordingSink(), new BucketVault(options, TimeProvider.System));
            var server = await WebServer.StartAsync(
                folder, sink, _log, _clock, vault: vault, settings: [("FileRetention", "2.00:00:00"), ("SweepInterval", "01:00:00")]);
            _instances.Add((folder, sink, vault, server));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (folder, _, vault, server) in _instances)
        {
            await server.DisposeAsync();
            vault.Dispose();
            folder.Dispose();
        }

        await _bucket.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_video_of_one_instance_is_served_by_the_other_in_parts()
    {
        var address = await DeliverAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(100, 199) } };
        using var part = await _instances[1].Server.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("bytes 100-199/5000", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(Content[100..200], await part.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(Content, await _instances[1].Server.Client.GetByteArrayAsync(address, Stop));
        using var head = await _instances[1].Server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Stop);
        Assert.Equal(5000, head.Content.Headers.ContentLength);
        Assert.DoesNotContain(_instances[0].Folder.Files, f => f.Contains("/web/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_upload_to_one_instance_is_opened_by_the_other_and_forgotten_there()
    {
        using var form = new Form().Text("hi").File("a.mp3", Content);
        using (var response = await _instances[0].Server.Client.PostAsync(WebChatTest.Messages, form.Content, Stop))
        {
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }

        var attachment = _instances[0].Sink.Messages.Single().Attachments[0];
        var other = _instances[1].Server.Platform;
        await using (var stream = await other.OpenAsync(Main, attachment, Stop))
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Stop);
            Assert.Equal(Content, copy.ToArray());
        }

        Assert.Equal(new ErasedFiles(1, 5000), await other.EraseAsync(Main, Stop));
        Assert.Empty(_bucket.Objects);
        Assert.Equal(AttachmentProblem.Gone, (await Assert.ThrowsAsync<AttachmentException>(() => other.OpenAsync(Main, attachment, Stop))).Problem);
    }

    [Fact]
    public async Task Files_go_from_the_bucket_when_their_time_is_over()
    {
        await DeliverAsync();
        _bucket.Objects["nemobot/0123abcd/ff/content"] = ([1], _clock.GetUtcNow());
        await _clock.AdvanceUntilAsync(() => _bucket.Objects.IsEmpty, TimeSpan.FromHours(6));
    }

    [Fact]
    public async Task A_bucket_out_of_reach_is_a_sentence_and_nothing_is_kept()
    {
        var address = await DeliverAsync();
        _bucket.Refuse = _ => (503, "SlowDown");
        using var download = await _instances[1].Server.Client.GetAsync(address, Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, download.StatusCode);
        Assert.Contains("The bot cannot reach its files right now.", await download.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var form = new Form().Text("hi").File("a.mp3", Content);
        using var upload = await _instances[1].Server.Client.PostAsync(WebChatTest.Messages, form.Content, Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, upload.StatusCode);
        Assert.Empty(_instances[1].Sink.Messages);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(_instances[1].Folder.Path, "web", "incoming")));
    }

    [Fact]
    public async Task A_video_that_breaks_off_for_good_is_not_taken_for_a_whole_one()
    {
        var address = await DeliverAsync();
        var about = _bucket.Objects.Single(o => o.Key.EndsWith("about.json", StringComparison.Ordinal)).Value.Content.Length;
        _bucket.Cuts.Enqueue(about);
        _bucket.Cuts.Enqueue(1000);
        _bucket.CutAll = true;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _instances[1].Server.Client.GetByteArrayAsync(address, Stop));
    }

    private async Task<string> DeliverAsync()
    {
        var (folder, _, _, server) = _instances[0];
        var path = folder.Write("clip", Content);
        var file = new OutboundFile
        {
            Path = path,
            FileName = "clip.mp4",
            MimeType = "video/mp4",
            Size = Content.Length,
        };
        Assert.IsType<DeliveryResult.Delivered>(await server.Platform.SendFileAsync(Main, file, Stop));
        using var history = System.Text.Json.JsonDocument.Parse(await server.Client.GetStringAsync(WebChatTest.Messages, Stop));
        return history.RootElement[0].GetProperty("attachments")[0].GetProperty("url").GetString()!;
    }
}
