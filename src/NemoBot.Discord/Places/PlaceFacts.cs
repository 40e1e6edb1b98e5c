using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Places;

/// <summary>What a conversation can carry, from memory after the first time.</summary>
internal sealed class PlaceFacts(DiscordApi api, PlaceBook book, GuildTiers tiers, DiscordOptions options)
{
    private const int DirectMessage = 1;

    /// <summary>The limits of a conversation.</summary>
    public async ValueTask<PlatformLimits> GetLimitsAsync(string channel, CancellationToken cancellationToken)
    {
        var place = await FindAsync(channel, cancellationToken);
        return new PlatformLimits
        {
            TextLength = 2000,
            CaptionLength = 2000,
            UploadBytes = await UploadBytesAsync(place, cancellationToken),
            EditInterval = options.EditInterval,
            Buttons = 25,
            IsGroup = !place.IsPrivate,
        };
    }

    /// <summary>What is known of a channel; asks once about one that was never heard of.</summary>
    public async ValueTask<Place> FindAsync(string channel, CancellationToken cancellationToken)
    {
        if (book.Find(channel) is { } known)
        {
            return known;
        }

        var answer = await TryAsync(api.GetChannelAsync(channel, cancellationToken));
        if (answer is not { IsSuccess: true })
        {
            return new Place();
        }

        var found = answer.Read(DiscordJson.Default.WireChannel);
        return book.Enter(channel, found.GuildId, found.Type == DirectMessage).Place;
    }

    /// <summary>A file was refused for its size: what would pass, as far as is known, is remembered.</summary>
    public async Task<long> RefusedAsync(string channel, long size, CancellationToken cancellationToken)
    {
        var place = await FindAsync(channel, cancellationToken);
        var limit = size > options.UploadBytes ? options.UploadBytes : size * 3 / 4;
        place.UploadBytes = limit;
        book.Touch(channel);
        return limit;
    }

    /// <summary>Null if Discord does not answer: then the smallest limits are taken for now.</summary>
    private static async Task<RestAnswer?> TryAsync(Task<RestAnswer> asking)
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

    private async ValueTask<long> UploadBytesAsync(Place place, CancellationToken cancellationToken)
    {
        if (place.UploadBytes > 0)
        {
            return place.UploadBytes;
        }

        if (place.Guild == 0)
        {
            return options.UploadBytes;
        }

        if (tiers.Find(place.Guild) is not { } tier)
        {
            // After a resume the servers are not told again.
            var guild = place.Guild.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var answer = await TryAsync(api.GetGuildAsync(guild, cancellationToken));
            tier = answer is { IsSuccess: true } ? answer.Read(DiscordJson.Default.WireGuild).PremiumTier ?? 0 : 0;
            if (answer is not null)
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
