using System.Text;
using System.Text.Json;
using Xunit;

namespace NemoBot.Tests.Nemo;

/// <summary>Every capture ends in what its outcome says, however its bytes arrive.</summary>
public sealed class CaptureTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Nemo", "wire");
    private static readonly Dictionary<string, JsonElement> Outcomes =
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(Folder, "outcomes.json")))!;

    public static TheoryData<string> Names { get; } = [.. Outcomes.Keys];

    [Fact]
    public void Every_capture_has_an_outcome() =>
        Assert.Equal(Directory.GetFiles(Folder, "*.sse").Select(Path.GetFileNameWithoutExtension).Order(), Outcomes.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public Task Whole(string name) => EndsRightAsync(name, new MemoryStream(Bytes(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Split_at_any_byte(string name)
    {
        var bytes = Bytes(name);
        foreach (var place in Places(bytes.Length))
        {
            await EndsRightAsync(name, new SlicedStream(bytes, place));
        }

        if (bytes.Length < 10_000)
        {
            await EndsRightAsync(name, new SlicedStream(bytes, [.. Enumerable.Range(1, bytes.Length)]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task With_other_line_ends_and_a_byte_order_mark(string name)
    {
        var text = Encoding.Latin1.GetString(Bytes(name));
        foreach (var end in (string[])["\r\n", "\r"])
        {
            byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.Latin1.GetBytes(text.Replace("\n", end))];
            await EndsRightAsync(name, new MemoryStream(bytes));
            foreach (var place in Places(bytes.Length).Where((_, i) => i % 4 == 0))
            {
                await EndsRightAsync(name, new SlicedStream(bytes, place));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task With_heartbeats_of_all_kinds_in_between(string name)
    {
        string[] beats =
        [
            ": ping", ":", "data: heartbeat", "data:", "data: ", "data", "data: {}", "data: {\"type\":\"heartbeat\"}", "event: heartbeat\ndata: {}", "event: ping",
            "retry: 3000", "id: 7", "data: [DONE]", "data: null", "data: []", "data: 1", "data: \"heartbeat\"", "data: {\"type\":\"ping\"}", "data: {\"code\":0,\"message\":\"ok\"}",
            "data: {broken", "data: }", "data: {\"type\":17}", "data: {\"content\":\"\"}", "data: {\"content\":{\"parts\":null}}", "data: {\"content\":{\"parts\":[null,1,\"x\",{}]}}",
        ];
        var events = Encoding.Latin1.GetString(Bytes(name)).Split("\n\n");
        var text = new StringBuilder();
        for (var i = 0; i < events.Length; i++)
        {
            text.Append(events[i]).Append("\n\n").Append(beats[i % beats.Length]).Append("\n\n").Append(beats[(i * 7 + 3) % beats.Length]).Append("\n\n");
        }

        await EndsRightAsync(name, new MemoryStream(Encoding.Latin1.GetBytes(string.Join("\n\n", beats) + "\n\n" + text)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cut_at_any_byte(string name)
    {
        var bytes = Bytes(name);
        var expected = Outcomes[name];
        var texts = expected.GetProperty("texts").EnumerateArray().Select(t => t.ValueKind == JsonValueKind.String ? t.GetString()! : null).ToList();
        foreach (var place in Places(bytes.Length))
        {
            var outcome = await Outcome.ReadAsync(new MemoryStream(bytes[..place]));
            Assert.True(outcome.Texts.Count <= texts.Count, $"cut at {place}");
            foreach (var (text, whole) in outcome.Texts.Zip(texts))
            {
                Assert.True(whole is null || whole.StartsWith(text, StringComparison.Ordinal), $"cut at {place}: {text}");
            }

            Assert.True(outcome.Errors.Count <= expected.GetProperty("errors").GetArrayLength(), $"cut at {place}");
            Assert.True(outcome.Tools.Count <= expected.GetProperty("tools").GetArrayLength(), $"cut at {place}");
        }
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.sse"));

    /// <summary>Every byte of what is small, some of what is large.</summary>
    private static IEnumerable<int> Places(int length)
    {
        var random = new Random(length);
        return length < 1200 ? Enumerable.Range(0, length + 1) : Enumerable.Range(0, length < 10_000 ? 200 : 6).Select(_ => random.Next(length + 1));
    }

    private static async Task EndsRightAsync(string name, Stream body) => (await Outcome.ReadAsync(body)).AssertSame(Outcomes[name]);
}
