using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Rest;

/// <summary>The User-Agent Discord requires of bots; requests without it may be blocked.</summary>
internal static class UserAgent
{
    private static readonly string Version = typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0.1.0";

    public static string Name(DiscordOptions options) => $"DiscordBot ({options.UserAgentUrl}, {Version})";
}
