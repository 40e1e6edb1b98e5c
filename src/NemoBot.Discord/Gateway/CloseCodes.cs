using NemoBot.Core.Platforms;

namespace NemoBot.Discord.Gateway;

/// <summary>The close codes of the gateway.</summary>
internal static class CloseCodes
{
    /// <summary>Sent by us to keep the session: 1000 and 1001 would end it.</summary>
    public const int Resume = 4000;

    /// <summary>Returns true if the session cannot be resumed: not authenticated, invalid sequence, timed out.</summary>
    public static bool EndsSession(int code) => code is 4003 or 4007 or 4009;

    /// <summary>The error for a code after which reconnecting is useless; null for all others.</summary>
    public static PlatformStartException? Fatal(int code) => code switch
    {
        4004 => BadToken(),
        4010 or 4011 or 4012 or 4013 => new PlatformStartException(
            code switch
            {
                4010 => "Discord refused the shard: correct NemoBot:Discord:Shards, or leave it blank.",
                4011 => "Discord wants more shards for so many servers: leave NemoBot:Discord:Shards blank.",
                4012 => "Discord no longer speaks this version of the gateway: update NemoBot.",
                _ => "Discord does not know the requested intents: update NemoBot.",
            }),
        4014 => new PlatformStartException(
            "Discord does not let this bot read message content: switch on Message Content Intent at https://discord.com/developers/applications, "
            + "your application, page Bot, Privileged Gateway Intents; or set NemoBot:Discord:MessageContent to false (commands, mentions and direct messages work without it)."),
        _ => null,
    };

    public static PlatformStartException BadToken() => new(
        "Discord refused the bot token. Make a new one at https://discord.com/developers/applications, your application, page Bot, Reset Token, "
        + "and put it into NEMOBOT__Discord__Token.");
}
