using System.Text.Json;
using NemoBot.Core.Backend;

namespace NemoBot.Tests.Scenarios.Support;

/// <summary>What the backend does with one message.</summary>
public sealed class ScriptedTurn
{
    private readonly List<BackendEvent> _events = [];

    public IReadOnlyList<BackendEvent> Events => _events;

    /// <summary>The draft after this turn; null: unchanged.</summary>
    public string? DraftAfter { get; private set; }

    /// <summary>Thrown instead of answering.</summary>
    public BackendError? Refusal { get; private set; }

    /// <summary>The turn waits for this before it ends.</summary>
    public Task Gate { get; private set; } = Task.CompletedTask;

    /// <summary>How many credits it takes.</summary>
    public long Price { get; private set; }

    public ScriptedTurn Says(string text)
    {
        _events.Add(new BackendEvent.TextDelta(text[..(text.Length / 2)]));
        _events.Add(new BackendEvent.TextDone(text));
        return this;
    }

    public ScriptedTurn Uses(string tool)
    {
        _events.Add(new BackendEvent.ToolStarted(tool, JsonDocument.Parse("{}").RootElement));
        _events.Add(new BackendEvent.ToolFinished(tool));
        return this;
    }

    public ScriptedTurn Offers(params string[] requests)
    {
        _events.Add(new BackendEvent.ToolStarted("offer_requests", JsonSerializer.SerializeToElement(new { requests })));
        _events.Add(new BackendEvent.ToolFinished("offer_requests"));
        return this;
    }

    public ScriptedTurn Then(BackendEvent item)
    {
        _events.Add(item);
        return this;
    }

    public ScriptedTurn Draft(string json)
    {
        DraftAfter = json;
        return this;
    }

    public ScriptedTurn Refuses(BackendErrorKind kind)
    {
        Refusal = new BackendError(kind);
        return this;
    }

    public ScriptedTurn WaitsFor(Task gate)
    {
        Gate = gate;
        return this;
    }

    public ScriptedTurn Costs(long credits)
    {
        Price = credits;
        return this;
    }
}
