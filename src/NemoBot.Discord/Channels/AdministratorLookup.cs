using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Channels;

/// <summary>Who administers a channel. Nothing about members is cached: Discord is queried when it matters.</summary>
internal sealed class AdministratorLookup(DiscordApi api, ChannelLimits limits, DiscordOptions options)
{
    /// <summary>Returns true if one of the roles is configured to administer.</summary>
    public bool HasRole(IReadOnlyList<string>? roles) => roles is not null && options.AdministratorRoles.Any(roles.Contains);

    /// <summary>What the event itself says; null if Discord must be queried.</summary>
    public bool? Known(WireMember? member, bool isPrivate)
    {
        if (isPrivate || HasRole(member?.Roles))
        {
            return true;
        }

        return member?.Permissions is { } bits ? Permissions.Administers(Permissions.Read(bits)) : null;
    }

    /// <summary>Queries Discord about one person.</summary>
    public async Task<bool> QueryAsync(string channel, string user, CancellationToken cancellationToken)
    {
        var state = await limits.GetAsync(channel, cancellationToken);
        if (state.Guild == 0)
        {
            return true;
        }

        var guildId = state.Guild.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var memberResponse = await api.GetMemberAsync(guildId, user, cancellationToken);
        var guildResponse = await api.GetGuildAsync(guildId, cancellationToken);
        if (!memberResponse.IsSuccess || !guildResponse.IsSuccess)
        {
            return false;
        }

        var roles = memberResponse.Read(DiscordJson.Default.WireMember).Roles ?? [];
        var guild = guildResponse.Read(DiscordJson.Default.WireGuild);
        if (guild.OwnerId == user || HasRole(roles))
        {
            return true;
        }

        var bits = (guild.Roles ?? []).Where(r => r.Id == guildId || roles.Contains(r.Id)).Aggregate(0UL, (sum, r) => sum | Permissions.Read(r.Permissions));
        return Permissions.Administers(bits) || Permissions.Administers(await OverwrittenAsync(channel, bits, guildId, user, roles, cancellationToken));
    }

    /// <summary>Applies the channel's overwrites in Discord's order: everyone, roles, the person.</summary>
    private async Task<ulong> OverwrittenAsync(
        string channel, ulong bits, string guild, string user, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        var found = await FindAsync(channel, cancellationToken);

        // Threads inherit the overwrites of their parent.
        var ruling = found is { Type: 10 or 11 or 12, ParentId: { } parent } ? await FindAsync(parent, cancellationToken) : found;
        var rules = ruling?.PermissionOverwrites ?? [];
        bits = Apply(bits, rules.Where(r => r.Id == guild));
        bits = Apply(bits, rules.Where(r => r.Id != guild && roles.Contains(r.Id)));
        return Apply(bits, rules.Where(r => r.Id == user));
    }

    private async Task<WireChannel?> FindAsync(string channel, CancellationToken cancellationToken)
    {
        var response = await api.GetChannelAsync(channel, cancellationToken);
        return response.IsSuccess ? response.Read(DiscordJson.Default.WireChannel) : null;
    }

    private static ulong Apply(ulong bits, IEnumerable<WireOverwrite> rules)
    {
        var (allow, deny) = rules.Aggregate((Allow: 0UL, Deny: 0UL), (sum, r) => (sum.Allow | Permissions.Read(r.Allow), sum.Deny | Permissions.Read(r.Deny)));
        return (bits & ~deny) | allow;
    }
}
