using System.Text.Json;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Streams;
using Xunit;

namespace NemoBot.Tests.Nemo;

/// <summary>What a client ends with after a stream.</summary>
internal sealed class Outcome
{
    public List<string> Texts { get; } = [];


    public List<(string Name, string Arguments)> Tools { get; } = [];

    public int ToolResults { get; private set; }

    public SortedDictionary<string, string> State { get; } = new(StringComparer.Ordinal);

    public List<(string? Code, string? Message)> Errors { get; } = [];

    public static Outcome Of(IEnumerable<BackendEvent> events)
    {
        var outcome = new Outcome();
        var open = string.Empty;
        foreach (var item in events)
        {
            switch (item)
            {
                case BackendEvent.TextDelta delta:
                    open += delta.Text;
                    break;
                case BackendEvent.TextDone done:
                    outcome.Texts.Add(done.Text);
                    open = string.Empty;
                    break;
                case BackendEvent.ToolStarted tool:
                    outcome.Tools.Add((tool.Name, JsonSerializer.Serialize(tool.Arguments)));
                    break;
                case BackendEvent.ToolFinished:
                    outcome.ToolResults++;
                    break;
                case BackendEvent.StateChanged state:
                    foreach (var field in state.Delta.EnumerateObject())
                    {
                        outcome.State[field.Name] = JsonSerializer.Serialize(field.Value);
                    }

                    break;
                case BackendEvent.Failed failed:
                    outcome.Errors.Add((failed.Code, failed.Error.Message));
                    break;
            }
        }

        Assert.Equal(string.Empty, open);
        return outcome;
    }

    public static async Task<Outcome> ReadAsync(Stream body)
    {
        var events = new List<BackendEvent>();
        var interpreter = new EventInterpreter();
        await using var reader = new EventReader(body, 16 * 1024 * 1024, default);
        while (await reader.NextAsync() is { } raw)
        {
            events.AddRange(interpreter.Read(raw).Events);
        }

        events.AddRange(interpreter.End());
        return Of(events);
    }

    public void AssertSame(JsonElement expected)
    {
        var texts = expected.GetProperty("texts").EnumerateArray().ToList();
        Assert.Equal(texts.Count, Texts.Count);
        foreach (var (text, want) in Texts.Zip(texts))
        {
            if (want.ValueKind == JsonValueKind.String)
            {
                Assert.Equal(want.GetString(), text);
            }
            else
            {
                Assert.Equal(want.GetProperty("length").GetInt32(), text.Length);
                Assert.StartsWith(want.GetProperty("head").GetString()!, text);
                Assert.EndsWith(want.GetProperty("tail").GetString()!, text);
            }
        }

        Assert.Equal(
            expected.GetProperty("tools").EnumerateArray().Select(t => (t.GetProperty("name").GetString()!, JsonSerializer.Serialize(t.GetProperty("args")))),
            Tools);
        Assert.Equal(expected.GetProperty("toolResults").GetInt32(), ToolResults);
        Assert.Equal(
            expected.GetProperty("state").EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name, JsonSerializer.Serialize(p.Value))),
            State.Select(p => (p.Key, p.Value)));
        Assert.Equal(
            expected.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("code").GetString(), e.GetProperty("message").GetString())),
            Errors);
    }
}
