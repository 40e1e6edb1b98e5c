using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Places;

/// <summary>Who administers a conversation. Nothing about members is kept: it is asked when it is needed.</summary>
internal sealed class AdministratorCheck(DiscordApi api, PlaceFacts facts, DiscordOptions options)
{
    /// <summary>True if one of the roles is configured to administer.</summary>
    public bool HasRole(IReadOnlyList<string>? roles) => roles is not null && options.AdministratorRoles.Any(roles.Contains);

    /// <summary>What an interaction or a message already tells; null if it must be asked.</summary>
    public bool? Known(WireMember? member, bool isPrivate)
    {
        if (isPrivate || HasRole(member?.Roles))
        {
            return true;
        }

        return member?.Permissions is { } bits ? Permissions.Administers(Permissions.Read(bits)) : null;
    }

    /// <summary>Asks Discord about one person.</summary>
    public async Task<bool> AskAsync(string channel, string user, CancellationToken cancellationToken)
    {
        var place = await facts.FindAsync(channel, cancellationToken);
        if (place.Guild == 0)
        {
            return true;
        }

        var guildId = place.Guild.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var memberAnswer = await api.GetMemberAsync(guildId, user, cancellationToken);
        var guildAnswer = await api.GetGuildAsync(guildId, cancellationToken);
        if (!memberAnswer.IsSuccess || !guildAnswer.IsSuccess)
        {
            return false;
        }

        var roles = memberAnswer.Read(DiscordJson.Default.WireMember).Roles ?? [];
        var guild = guildAnswer.Read(DiscordJson.Default.WireGuild);
        if (guild.OwnerId == user || HasRole(roles))
        {
            return true;
        }

        var bits = (guild.Roles ?? []).Where(r => r.Id == guildId || roles.Contains(r.Id)).Aggregate(0UL, (sum, r) => sum | Permissions.Read(r.Permissions));
        return Permissions.Administers(bits) || Permissions.Administers(await OverwrittenAsync(channel, bits, guildId, user, roles, cancellationToken));
    }

    /// <summary>A channel's own rules: those for everybody, then those for roles, then those for the person.</summary>
    private async Task<ulong> OverwrittenAsync(
        string channel, ulong bits, string guild, string user, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        var found = await FindAsync(channel, cancellationToken);

        // Threads follow the rules of the channel that they hang in.
        var ruling = found is { Type: 10 or 11 or 12, ParentId: { } parent } ? await FindAsync(parent, cancellationToken) : found;
        var rules = ruling?.PermissionOverwrites ?? [];
        bits = Apply(bits, rules.Where(r => r.Id == guild));
        bits = Apply(bits, rules.Where(r => r.Id != guild && roles.Contains(r.Id)));
        return Apply(bits, rules.Where(r => r.Id == user));
    }

    private async Task<WireChannel?> FindAsync(string channel, CancellationToken cancellationToken)
    {
        var answer = await api.GetChannelAsync(channel, cancellationToken);
        return answer.IsSuccess ? answer.Read(DiscordJson.Default.WireChannel) : null;
    }

    private static ulong Apply(ulong bits, IEnumerable<WireOverwrite> rules)
    {
        var (allow, deny) = rules.Aggregate((Allow: 0UL, Deny: 0UL), (sum, r) => (sum.Allow | Permissions.Read(r.Allow), sum.Deny | Permissions.Read(r.Deny)));
        return (bits & ~deny) | allow;
    }
}
