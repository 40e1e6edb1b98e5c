using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>A channel, thread or direct message of the stand-in.</summary>
internal sealed class StandInChannel(string id, int type, string? guild)
{
    public string Id { get; } = id;

    public int Type { get; } = type;

    public string? Guild { get; } = guild;

    /// <summary>The name of a thread.</summary>
    public string Name { get; init; } = "";

    /// <summary>The error code with which everything here is refused (403), or 0.</summary>
    public int Refusal { get; set; }

    /// <summary>Everything here is limited until then.</summary>
    public DateTimeOffset LimitedUntil { get; set; }

    /// <summary>The error code with which edits are refused, or 0.</summary>
    public int EditRefusal { get; set; }

    public ConcurrentDictionary<string, JsonObject> Messages { get; } = new();

    public ConcurrentDictionary<string, string> Nonces { get; } = new();

    /// <summary>What stands there, oldest first.</summary>
    public IReadOnlyList<JsonObject> Read() => [.. Messages.OrderBy(m => ulong.Parse(m.Key)).Select(m => m.Value)];

    /// <summary>The bot's own messages, oldest first.</summary>
    public IReadOnlyList<JsonObject> Own() => [.. Read().Where(m => m["author"]!["id"]!.GetValue<string>() == DiscordStandIn.Self)];
}
