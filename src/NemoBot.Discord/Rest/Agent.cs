using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Rest;

/// <summary>The form of User-Agent that Discord asks bots for; requests without it may be blocked.</summary>
internal static class Agent
{
    private static readonly string Version = typeof(Agent).Assembly.GetName().Version?.ToString(3) ?? "0.1.0";

    public static string Name(DiscordOptions options) => $"DiscordBot ({options.UserAgentUrl}, {Version})";
}
