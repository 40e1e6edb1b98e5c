using System.Text.Json;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Streams;

/// <summary>
/// Converts the data of events, in either dialect, to the engine's events. What cannot be understood is a sign of
/// life and nothing more: one bad event never loses the rest.
/// </summary>
internal sealed class EventInterpreter
{
    // A JavaScript server of the kit writes the finish reason of an empty answer as an error code.
    private const string NormalEnd = "STOP";

    // What a model says that had nothing to add to what it did.
    private const string NothingToAdd = "MODEL_RETURNED_NO_CONTENT";

    private readonly Dictionary<string, TextAccumulator> _texts = new(StringComparer.Ordinal);
    private BackendEvent.Failed? _unfinished;
    private bool _hadSomething;

    /// <summary>Reads one event.</summary>
    public StreamItem Read(RawEvent raw)
    {
        if (JsonText.Parse(raw.Data.Span) is not { } root)
        {
            // An event that the end of the stream cut is no event.
            return raw.IsWhole && StreamErrors.OfBroken(raw.Data.Span) is { } broken ? new StreamItem([broken], IsNews: true) : StreamItem.Nothing;
        }

        try
        {
            return root.ValueKind == JsonValueKind.Object ? ReadObject(root) : StreamItem.Nothing;
        }
        catch (InvalidOperationException)
        {
            return StreamItem.Nothing;
        }
    }

    /// <summary>The stream is over: texts of which only pieces came are complete as they are.</summary>
    public IReadOnlyList<BackendEvent> End()
    {
        List<BackendEvent> events = [.. _texts.Values.Select(t => t.Flush()).OfType<string>().Select(t => new BackendEvent.TextDone(t))];
        if (_unfinished is not null)
        {
            events.Add(_unfinished);
        }

        return events;
    }

    private static bool Is(string? type, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (string.Equals(type, word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNormalEnd(BackendEvent.Failed failed) => Is(failed.Code, NormalEnd) || (_hadSomething && Is(failed.Code, NothingToAdd));

    private StreamItem ReadObject(JsonElement root)
    {
        var events = new List<BackendEvent>();
        var type = root.TextField("type", "event");
        var isPlain = type is not null && root.ObjectField("content") is null;
        if (isPlain)
        {
            ReadPlain(root, type!, events);
        }
        else
        {
            ReadKit(root, events);
        }

        if ((root.ObjectField("actions")?.ObjectField("stateDelta", "state_delta") ?? root.ObjectField("state_delta", "stateDelta")) is { } delta
            && delta.EnumerateObject().Any())
        {
            events.Add(new BackendEvent.StateChanged(JsonText.Detach(delta)));
        }

        if (StreamErrors.Of(root) is { } failed && !IsNormalEnd(failed))
        {
            AddError(failed, root.FlagField("partial") == true, events);
        }

        // An event with nothing to show, such as a thought, still says that something is being done.
        var isNews = events.Count > 0 || (!isPlain && root.Field("content", "author", "actions", "invocationId", "invocation_id") is not null);
        return events.Count > 0 ? new StreamItem(events, isNews) : StreamItem.Nothing with { IsNews = isNews };
    }

    private void ReadPlain(JsonElement root, string type, List<BackendEvent> events)
    {
        if (Is(type, "text", "message", "content", "delta", "text_delta"))
        {
            var text = root.Field("content", "text", "delta", "message") is { ValueKind: JsonValueKind.String } value ? JsonText.Read(value) : string.Empty;
            AddText(string.Empty, text, root.FlagField("partial") == true || Is(type, "delta", "text_delta"), events);
        }
        else if (Is(type, "tool_call", "tool_use", "function_call"))
        {
            AddCall(root, events);
        }
        else if (Is(type, "tool_result", "tool_response", "function_response"))
        {
            AddResult(root, events);
        }
    }

    private void ReadKit(JsonElement root, List<BackendEvent> events)
    {
        var author = root.TextField("author") ?? string.Empty;
        var content = root.ObjectField("content");
        if (content?.Field("parts") is not { ValueKind: JsonValueKind.Array } parts)
        {
            return;
        }

        var partial = root.FlagField("partial") == true;
        var fromUser = author == "user";
        AddText(author, fromUser ? string.Empty : VisibleText(parts), partial, events);

        // Calls in a partial event may be unfinished; the event that repeats them is the one that counts.
        foreach (var part in partial ? [] : parts.EnumerateArray())
        {
            if (part.ObjectField("functionCall", "function_call") is { } call)
            {
                AddCall(call, events);
            }
            else if (part.ObjectField("functionResponse", "function_response") is { } response)
            {
                AddResult(response, events);
            }
        }
    }

    private static string VisibleText(JsonElement parts) => string.Concat(parts.EnumerateArray()
        .Where(p => p.FlagField("thought") != true)
        .Select(p => p.Field("text") is { ValueKind: JsonValueKind.String } text ? JsonText.Read(text) : string.Empty));

    private void AddText(string author, string text, bool partial, List<BackendEvent> events)
    {
        if (text.Length == 0)
        {
            return;
        }

        _hadSomething = true;
        if (!_texts.TryGetValue(author, out var open))
        {
            _texts.Add(author, open = new TextAccumulator());
        }

        if (!partial)
        {
            events.AddRange(open.Complete(text).Select(t => new BackendEvent.TextDone(t)));
        }
        else if (open.Append(text) is { Length: > 0 } shown)
        {
            events.Add(new BackendEvent.TextDelta(shown));
        }
    }

    /// <summary>An error in a partial event is repeated by the event that repeats the text; only if that never comes does it count.</summary>
    private void AddError(BackendEvent.Failed failed, bool partial, List<BackendEvent> events)
    {
        _unfinished = partial ? failed : null;
        if (!partial)
        {
            events.Add(failed);
        }
    }

    private static void AddCall(JsonElement call, List<BackendEvent> events)
    {
        if (call.TextField("name", "tool", "tool_name") is { } name)
        {
            var arguments = call.ObjectField("args", "arguments", "input") ?? JsonElement.Parse("{}"u8);
            events.Add(new BackendEvent.ToolStarted(name, JsonText.Detach(arguments)));
        }
    }

    private void AddResult(JsonElement result, List<BackendEvent> events)
    {
        _hadSomething = true;
        events.Add(new BackendEvent.ToolFinished(result.TextField("name", "tool", "tool_name") ?? string.Empty));
    }
}
