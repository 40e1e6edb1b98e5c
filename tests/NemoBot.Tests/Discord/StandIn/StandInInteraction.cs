using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>An interaction of the stand-in: what was answered, and when.</summary>
internal sealed class StandInInteraction(string id, string token, StandInChannel channel, int type, DateTimeOffset at)
{
    private readonly TaskCompletionSource<JsonObject> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = id;

    public string Token { get; } = token;

    public StandInChannel Channel { get; } = channel;

    public int Type { get; } = type;

    public DateTimeOffset At { get; } = at;

    /// <summary>The first answer.</summary>
    public Task<JsonObject> Answered => _answered.Task;

    /// <summary>The id of the message behind the first answer, once it is filled.</summary>
    public string? Original { get; set; }

    /// <summary>The message whose button was pressed.</summary>
    public string? Pressed { get; set; }

    /// <summary>What only the person sees.</summary>
    public ConcurrentQueue<JsonObject> Private { get; } = new();

    /// <summary>True if the first answer was marked as private.</summary>
    public bool IsPrivate { get; private set; }

    public bool TryAnswer(JsonObject answer)
    {
        IsPrivate = ((int?)answer["data"]?["flags"] & 64) == 64;
        return _answered.TrySetResult(answer);
    }
}
