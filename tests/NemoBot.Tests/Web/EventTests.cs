using System.Net;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Web;

public sealed class EventTests : WebChatTest
{
    [Fact]
    public async Task Messages_and_edits_arrive_as_they_are_written()
    {
        await using var server = await StartAsync();
        await server.Platform.SendAsync(Main, new OutboundMessage { Text = "before" }, Stop);
        await using var feed = await EventFeed.OpenAsync(server.Client);
        var status = await SayAsync(server, "0 %", 0);
        Assert.Equal(("message", "0 %"), await TextAsync(feed));
        await EditAsync(server, status, "50 %", 0.5);
        var (_, kind, data) = await feed.NextAsync();
        Assert.Equal(("edit", "50 %", 0.5), (kind, data.GetProperty("text").GetString(), data.GetProperty("progress").GetDouble()));
        Assert.Equal(("status", 1, false), (data.GetProperty("kind").GetString(), data.GetProperty("edits").GetInt32(), data.GetProperty("final").GetBoolean()));
        Assert.Equal(status.MessageId, data.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_no_event()
    {
        await using var server = await StartAsync();
        await using var feed = await EventFeed.OpenAsync(server.Client);
        var status = await SayAsync(server, "working", 0.5);
        await EditAsync(server, status, "working", 0.5);
        await SayAsync(server, "next", 0);
        Assert.Equal(("message", "working"), await TextAsync(feed));
        Assert.Equal(("message", "next"), await TextAsync(feed));
    }

    /// <summary>A reader that drops off after any event and comes back, to the same server or to one that was started anew.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reader_resumes_at_every_point_without_loss_or_double(bool restarts)
    {
        var server = await StartAsync();
        var all = new List<(string Id, string Text)>();
        await using (var feed = await EventFeed.OpenAsync(server.Client))
        {
            for (var i = 0; i < 6; i++)
            {
                await SayAsync(server, $"m{i}", 0);
                var (id, _, data) = await feed.NextAsync();
                all.Add((id, data.GetProperty("text").GetString()!));
            }
        }

        for (var seen = 0; seen < all.Count; seen++)
        {
            if (restarts)
            {
                await server.DisposeAsync();
                server = await StartAsync();
            }

            await using var feed = await EventFeed.OpenAsync(server.Client, all[seen].Id);
            foreach (var (id, text) in all.Skip(seen + 1))
            {
                var next = await feed.NextAsync();
                Assert.Equal((id, text, "message"), (next.Id, next.Data.GetProperty("text").GetString(), next.Kind));
            }

            await SayAsync(server, $"live{seen}", 0);
            var live = await feed.NextAsync();
            Assert.Equal($"live{seen}", live.Data.GetProperty("text").GetString());
            all.Add((live.Id, $"live{seen}"));
            if (all.Count > 9)
            {
                break;
            }
        }

        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_that_heard_nothing_yet_resumes_too()
    {
        await using var server = await StartAsync();
        await SayAsync(server, "old", 0);
        string id;
        await using (var feed = await EventFeed.OpenAsync(server.Client))
        {
            await SayAsync(server, "first", 0);
            id = (await feed.NextAsync()).Id;
        }

        using var response = await server.Client.GetAsync($"/api/channels/main/events?lastEventId={id}", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
        Assert.StartsWith("retry:", await reader.ReadLineAsync(Stop), StringComparison.Ordinal);
        await SayAsync(server, "second", 0);
        var lines = new List<string?>();
        while (!(lines.LastOrDefault() ?? "").StartsWith("data:", StringComparison.Ordinal))
        {
            lines.Add(await reader.ReadLineAsync(Stop));
        }

        Assert.Contains("second", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => l!.Contains("old", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_reader_is_told_the_place_without_an_event()
    {
        await using var server = await StartAsync();
        await SayAsync(server, "old", 0);
        using var response = await server.Client.GetAsync("/api/channels/main/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
        await reader.ReadLineAsync(Stop);
        await reader.ReadLineAsync(Stop);
        Assert.Equal("id: 1", await reader.ReadLineAsync(Stop));
        Assert.Equal("", await reader.ReadLineAsync(Stop));
    }

    [Fact]
    public async Task What_is_written_between_reading_and_listening_is_not_lost()
    {
        await using var server = await StartAsync();
        await SayAsync(server, "first", 0);
        var isWritten = false;
        Log.BeforeRead = place =>
        {
            if (place == 1 && !isWritten)
            {
                isWritten = true;
                _ = SayAsync(server, "in between", 0);
            }
        };
        await using var feed = await EventFeed.OpenAsync(server.Client, "1");
        Assert.Equal(("message", "in between"), await TextAsync(feed));
        await SayAsync(server, "after", 0);
        Assert.Equal(("message", "after"), await TextAsync(feed));
    }

    [Fact]
    public async Task Many_writers_and_a_reader_that_comes_and_goes_agree_in_the_end()
    {
        await using var server = await StartAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(async w =>
        {
            var status = await SayAsync(server, $"{w}:0", 0);
            for (var i = 1; i < 60; i++)
            {
                await EditAsync(server, status, $"{w}:{i}", i / 60.0);
                await server.Platform.SendAsync(Main, new OutboundMessage { Text = $"t{w}:{i}" }, Stop);
            }
        }));
        var heard = new Dictionary<string, string>();
        var places = new List<long>();
        var last = "0";
        while (heard.Count < 4 + (4 * 59) || heard.Values.Count(t => t.EndsWith(":59", StringComparison.Ordinal) && t[0] != 't') < 4)
        {
            await using var feed = await EventFeed.OpenAsync(server.Client, last);
            for (var i = 0; i < 25; i++)
            {
                var (id, kind, data) = await feed.NextAsync();
                Assert.True(kind == "edit" || !heard.ContainsKey(data.GetProperty("id").GetString()!), "A message was told as new twice.");
                heard[data.GetProperty("id").GetString()!] = data.GetProperty("text").GetString()!;
                places.Add(long.Parse(id));
                last = id;
                if (writing.IsCompleted && heard.Count == 240 && last == Newest())
                {
                    break;
                }
            }
        }

        await writing;
        Assert.Equal(places.Distinct().Order(), places);
        Assert.Equal(240, heard.Count);
    }

    [Fact]
    public async Task An_idle_line_carries_heartbeats()
    {
        var time = new ManualTimeProvider();
        await using var server = await WebServer.StartAsync(Folder, Sink, Log, time);
        using var response = await server.Client.GetAsync("/api/channels/main/events?lastEventId=0", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Stop));
        await reader.ReadLineAsync(Stop);
        await reader.ReadLineAsync(Stop);
        var line = await time.AdvanceUntilAsync(reader.ReadLineAsync(Stop).AsTask(), TimeSpan.FromSeconds(5));
        Assert.StartsWith(":", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1.5")]
    public async Task A_place_that_is_none_is_400(string place)
    {
        await using var server = await StartAsync();
        using var response = await server.Client.GetAsync($"/api/channels/main/events?lastEventId={place}", Stop);
        Assert.Equal("BadRequest", await CodeAsync(response, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task There_is_an_end_to_the_streams_one_server_carries()
    {
        await using var server = await StartAsync(("MaxStreams", "1"));
        await using var feed = await EventFeed.OpenAsync(server.Client);
        using var response = await server.Client.GetAsync("/api/channels/main/events", Stop);
        Assert.Equal("Busy", await CodeAsync(response, HttpStatusCode.ServiceUnavailable));
    }

    [Fact]
    public async Task Stopping_the_bot_ends_the_streams()
    {
        var server = await StartAsync();
        using var client = server.NewClient();
        await using var feed = await EventFeed.OpenAsync(client);
        var stopping = server.DisposeAsync().AsTask();
        Assert.True(await feed.EndsAsync());
        await stopping.WaitAsync(TimeSpan.FromSeconds(10), Stop);
    }

    [Fact]
    public async Task Taking_a_message_back_is_heard_and_it_is_gone_for_newcomers()
    {
        await using var server = await StartAsync();
        var secret = await SayAsync(server, "a secret", 0);
        await using var feed = await EventFeed.OpenAsync(server.Client);
        Assert.True(await server.Platform.DeleteAsync(secret, Stop));
        var (_, kind, data) = await feed.NextAsync();
        Assert.Equal(("delete", secret.MessageId, ""), (kind, data.GetProperty("id").GetString(), data.GetProperty("text").GetString()));
        Assert.Empty(await HistoryAsync(server));
        Assert.False(await server.Platform.DeleteAsync(secret, Stop));
    }

    [Fact]
    public async Task Readers_of_a_chat_that_is_forgotten_start_over()
    {
        await using var server = await StartAsync();
        await SayAsync(server, "one", 0);
        await SayAsync(server, "two", 0);
        await using var feed = await EventFeed.OpenAsync(server.Client);
        Log.Clear(Main);
        await server.Platform.EraseAsync(Main, Stop);
        Assert.Equal("reset", (await feed.NextAsync()).Kind);
        await SayAsync(server, "fresh", 0);
        Assert.Equal(("message", "fresh"), await TextAsync(feed));
        Log.Clear(Main);
        await using var late = await EventFeed.OpenAsync(server.Client, "2");
        Assert.Equal("reset", (await late.NextAsync()).Kind);
    }

    private string Newest() => Log.ReadLogAfterAsync(Main, 0, int.MaxValue, Stop).GetAwaiter().GetResult().Max(m => m.Sequence).ToString();

    private static async Task<MessageRef> SayAsync(WebServer server, string text, double progress) =>
        ((DeliveryResult.Delivered)await server.Platform.SendAsync(
            Main, new OutboundMessage { Kind = OutboundKind.Status, Text = text, Progress = progress }, Stop)).Message;

    private static async Task EditAsync(WebServer server, MessageRef target, string text, double progress) =>
        Assert.IsType<DeliveryResult.Delivered>(await server.Platform.EditAsync(
            target, new OutboundMessage { Kind = OutboundKind.Status, Text = text, Progress = progress }, Stop));

    private static async Task<(string Kind, string? Text)> TextAsync(EventFeed feed)
    {
        var (_, kind, data) = await feed.NextAsync();
        return (kind, data.GetProperty("text").GetString());
    }
}
