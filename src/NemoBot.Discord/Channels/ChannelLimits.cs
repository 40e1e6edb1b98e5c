using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Channels;

/// <summary>The limits of a channel, served from memory after the first query.</summary>
internal sealed class ChannelLimits(DiscordApi api, ChannelRegistry registry, GuildTiers tiers, DiscordOptions options)
{
    private const int DirectMessage = 1;

    public async ValueTask<PlatformLimits> GetLimitsAsync(string channel, CancellationToken cancellationToken)
    {
        var state = await GetAsync(channel, cancellationToken);
        return new PlatformLimits
        {
            TextLength = 2000,
            CaptionLength = 2000,
            UploadBytes = await UploadBytesAsync(state, cancellationToken),
            EditInterval = options.EditInterval,
            Buttons = 25,
            IsGroup = !state.IsPrivate,
        };
    }

    /// <summary>The state of a channel; queries Discord about an unknown one.</summary>
    public async ValueTask<ChannelState> GetAsync(string channel, CancellationToken cancellationToken)
    {
        if (registry.Find(channel) is { } known)
        {
            return known;
        }

        var response = await TryAsync(api.GetChannelAsync(channel, cancellationToken));
        if (response is not { IsSuccess: true })
        {
            return new ChannelState();
        }

        var found = response.Read(DiscordJson.Default.WireChannel);
        return registry.GetOrAdd(channel, found.GuildId, found.Type == DirectMessage).State;
    }

    /// <summary>Lowers the limit of a channel after a file was refused for its size, and returns the new limit.</summary>
    public async Task<long> LowerAsync(string channel, long size, CancellationToken cancellationToken)
    {
        var state = await GetAsync(channel, cancellationToken);
        var limit = size > options.UploadBytes ? options.UploadBytes : size * 3 / 4;
        state.UploadBytes = limit;
        registry.MarkDirty(channel);
        return limit;
    }

    /// <summary>Returns null if Discord does not answer; the smallest limits apply until it does.</summary>
    private static async Task<RestResponse?> TryAsync(Task<RestResponse> asking)
    {
        try
        {
            return await asking;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async ValueTask<long> UploadBytesAsync(ChannelState state, CancellationToken cancellationToken)
    {
        if (state.UploadBytes > 0)
        {
            return state.UploadBytes;
        }

        if (state.Guild == 0)
        {
            return options.UploadBytes;
        }

        if (tiers.Find(state.Guild) is not { } tier)
        {
            // A resumed session does not repeat GUILD_CREATE.
            var guild = state.Guild.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var response = await TryAsync(api.GetGuildAsync(guild, cancellationToken));
            tier = response is { IsSuccess: true } ? response.Read(DiscordJson.Default.WireGuild).PremiumTier ?? 0 : 0;
            if (response is not null)
            {
                tiers.Set(guild, tier);
            }
        }

        return tier switch
        {
            2 => Math.Max(options.UploadBytes, options.Tier2UploadBytes),
            >= 3 => Math.Max(options.UploadBytes, options.Tier3UploadBytes),
            _ => options.UploadBytes,
        };
    }
}
