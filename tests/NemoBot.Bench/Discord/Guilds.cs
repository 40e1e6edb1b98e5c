using System.Globalization;
using System.Text.Json.Nodes;

namespace NemoBot.Bench.Discord;

/// <summary>Discord servers as they come in the burst after READY, with the channels and members that the bot has to let go by.</summary>
internal static class Guilds
{
    public static string Id(int i) => ((ulong)(100_000_000_000 + i) << 22).ToString(CultureInfo.InvariantCulture);

    public static JsonObject Make(int i) => new()
    {
        ["id"] = Id(i),
        ["name"] = "Server " + i,
        ["premium_tier"] = i % 4,
        ["channels"] = new JsonArray([.. Enumerable.Range(0, 40).Select(c => new JsonObject { ["id"] = (i * 100L + c).ToString(CultureInfo.InvariantCulture), ["name"] = "channel-" + c, ["type"] = 0, ["topic"] = "What this is about" })]),
        ["members"] = new JsonArray([.. Enumerable.Range(0, 40).Select(m => new JsonObject { ["user"] = new JsonObject { ["id"] = "5" + m, ["username"] = "user" + m }, ["roles"] = new JsonArray() })]),
    };
}
