using System.Text;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Streams;
using NemoBot.Nemo.Wire;
using Xunit;

namespace NemoBot.Tests.Nemo;

/// <summary>What the captures do not show: the plain dialect, broken events, odd orders, sizes.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task The_plain_dialect_says_the_same()
    {
        var outcome = await ReadAsync(
            """{"type":"heartbeat"}""",
            """{"type":"text","content":"First. "}""",
            """{"type":"tool_call","name":"generate_video_with_seedance","args":{"prompt":"a cat"}}""",
            """{"type":"tool_result","name":"generate_video_with_seedance","result":{"ok":true}}""",
            """{"type":"text","content":"Second."}""");
        Assert.Equal(["First. ", "Second."], outcome.Texts);
        Assert.Equal([("generate_video_with_seedance", """{"prompt":"a cat"}""")], outcome.Tools);
        Assert.Equal(1, outcome.ToolResults);
        Assert.Empty(outcome.Errors);
    }

    [Theory]
    [InlineData("""{"code":2001,"message":"insufficient credits"}""", BackendErrorKind.OutOfCredits)]
    [InlineData("""{"code":"2001","message":"insufficient credits"}""", BackendErrorKind.OutOfCredits)]
    [InlineData("""{"code":402,"message":"upgrade"}""", BackendErrorKind.ExportBlocked)]
    [InlineData("""{"code":4001}""", BackendErrorKind.UnsupportedFile)]
    [InlineData("""{"code":4002}""", BackendErrorKind.FileTooLarge)]
    [InlineData("""{"code":429}""", BackendErrorKind.RateLimited)]
    [InlineData("""{"code":9999,"message":"new"}""", BackendErrorKind.Other)]
    [InlineData("""{"error":{"code":503,"message":"overloaded"}}""", BackendErrorKind.Unavailable)]
    [InlineData("""{"error":{"code":401,"message":"the model's key"}}""", BackendErrorKind.Other)]
    [InlineData("""{"error":{"code":1001,"message":"expired"}}""", BackendErrorKind.BadToken)]
    [InlineData("""{"error":"boom"}""", BackendErrorKind.Other)]
    [InlineData("""{"success":false,"code":2001}""", BackendErrorKind.OutOfCredits)]
    [InlineData("""{"errorCode":"401","errorMessage":"the model's key"}""", BackendErrorKind.Other)]
    public async Task Errors_in_the_stream_have_their_meaning(string data, BackendErrorKind kind)
    {
        var interpreter = new EventInterpreter();
        await using var reader = Reader(data);
        var failed = Assert.IsType<BackendEvent.Failed>(Assert.Single(interpreter.Read((await reader.NextAsync())!.Value).Events));
        Assert.Equal(kind, failed.Error.Kind);
    }

    [Theory]
    [InlineData("""{"errorCode":"STOP"}""")]
    [InlineData("""{"author":"a","error_code":"STOP","partial":false}""")]
    public async Task A_bare_stop_is_a_normal_end(string stop)
    {
        Assert.Empty((await ReadAsync(stop)).Errors);
        var beside = await ReadAsync("""{"author":"a","content":{"parts":[{"text":"Done."}]}}""", stop, """{"author":"a","content":{"parts":[{"text":"Really."}]}}""");
        Assert.Empty(beside.Errors);
        Assert.Equal(["Done.", "Really."], beside.Texts);
    }

    [Theory]
    [InlineData("MODEL_RETURNED_NO_CONTENT")]
    public async Task A_model_with_nothing_to_add_did_not_fail(string code)
    {
        var after = await ReadAsync("""{"author":"a","content":{"parts":[{"functionResponse":{"name":"x","response":{}}}]}}""", $$"""{"author":"a","errorCode":"{{code}}"}""");
        Assert.Empty(after.Errors);
        Assert.Single((await ReadAsync($$"""{"author":"a","errorCode":"{{code}}"}""")).Errors);
    }

    [Fact]
    public async Task A_broken_error_is_told_and_the_rest_is_read()
    {
        var outcome = await ReadAsync(
            """{"error": "bad value "x" in {"a": 1}"}""",
            """{"type":"text","content":"still here"}""");
        Assert.Equal([(null, """bad value "x" in {"a": 1}""")], outcome.Errors);
        Assert.Equal(["still here"], outcome.Texts);
    }

    [Fact]
    public async Task Halves_of_a_character_are_put_together_or_mended()
    {
        var halves = await ReadAsync(
            """{"author":"a","partial":true,"content":{"parts":[{"text":"clip \ud83c"}]}}""",
            """{"author":"a","partial":true,"content":{"parts":[{"text":"\udfac done"}]}}""");
        Assert.Equal(["clip 🎬 done"], halves.Texts);
        var lone = await ReadAsync("""{"author":"a","content":{"parts":[{"text":"clip \ud83c"},{"functionCall":{"name":"x","args":{"a":"\ud83c","b":"\\ud83c","c":"\ud83c\udfac"}}}]}}""");
        Assert.Equal(["clip "], lone.Texts);
        Assert.Equal("x", Assert.Single(lone.Tools).Name);
    }

    /// <summary>Cut after every byte: what is shown is a beginning of what was said, with no broken character.</summary>
    [Fact]
    public async Task A_stream_that_is_cut_anywhere_shows_only_whole_characters()
    {
        const string Said = "片子🎬好了 é!";
        var pieces = Said.Select(c => "{\"author\":\"a\",\"partial\":true,\"content\":{\"parts\":[{\"text\":\"" + (char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString()) + "\"}]}}");
        var body = Encoding.UTF8.GetBytes(string.Concat(pieces.Select(p => $"data: {p}\n\n")));
        for (var length = 0; length <= body.Length; length++)
        {
            var interpreter = new EventInterpreter();
            await using var reader = new EventReader(new MemoryStream(body, 0, length), 1024 * 1024, default);
            var shown = new StringBuilder();
            while (await reader.NextAsync() is { } raw)
            {
                interpreter.Read(raw).Events.OfType<BackendEvent.TextDelta>().ToList().ForEach(d => shown.Append(d.Text));
            }

            var whole = string.Concat(interpreter.End().OfType<BackendEvent.TextDone>().Select(t => t.Text));
            Assert.StartsWith(whole, Said);
            Assert.DoesNotContain('\ufffd', shown.ToString() + whole);
            Assert.Equal(whole, shown.ToString());
            Assert.True(length < body.Length || whole == Said, whole);
        }
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_replaced() =>
        Assert.Equal("a\ufffd", JsonText.Parse([.. "{\"t\":\"a"u8, 0xC3, .. "\"}"u8])?.TextField("t"));

    [Theory]
    [InlineData("one|two", "one|two", "onetwo|onetwo")]
    [InlineData("a ", "b ", "a |b |b ")]
    public void Texts_come_once(string first, string second, string all)
    {
        var open = new TextAccumulator();
        foreach (var piece in $"{first}|{second}".Split('|').Distinct())
        {
            open.Append(piece);
        }

        var whole = all.Split('|')[^1];
        Assert.Equal(all.Split('|')[..^1].Where(t => t != whole).Append(whole), open.Complete(whole));
        Assert.Null(open.Flush());
        Assert.Empty(open.Complete(whole));
    }

    [Fact]
    public void Pieces_of_a_text_that_was_never_repeated_are_not_lost()
    {
        var open = new TextAccumulator();
        open.Append("Before. ");
        Assert.Equal(["Before. ", "Something else entirely."], open.Complete("Something else entirely."));
        open.Append("Hello wor");
        Assert.Equal(["Hello world"], open.Complete("Hello world"));
        open.Append("A. ");
        open.Append("B.");
        Assert.Equal(["A. "], open.Complete("A. "));
        Assert.Equal("B.", open.Flush());
    }

    [Theory]
    [InlineData("data: ", "x")]
    [InlineData("", "x")]
    [InlineData(": ", "x")]
    [InlineData("", "data: y\n")]
    public async Task An_endless_event_fails_clearly_and_does_not_grow(string start, string again)
    {
        var body = new EndlessStream(Encoding.UTF8.GetBytes(start), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, 1000))));
        await using var reader = new EventReader(body, 1024 * 1024, default);
        await Assert.ThrowsAsync<EventTooLargeException>(async () => await reader.NextAsync());
        Assert.InRange(body.Given, 1024 * 1024, 3 * 1024 * 1024);
    }

    [Fact]
    public async Task Comments_do_not_add_up_to_an_endless_event()
    {
        var comments = string.Concat(Enumerable.Repeat(": still here\n", 20_000));
        await using var reader = new EventReader(new MemoryStream(Encoding.UTF8.GetBytes(comments + "data: {}\n\n")), 2000, default);
        Assert.NotNull(await reader.NextAsync());
        Assert.Null(await reader.NextAsync());
    }

    private static EventReader Reader(params string[] data) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(data.Select(d => $"data: {d}\n\n")))), 16 * 1024 * 1024, default);

    private static Task<Outcome> ReadAsync(params string[] data) =>
        Outcome.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(data.Select(d => $"data: {d}\n\n")))));
}
