using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Channels;

/// <summary>The roles of a server, which rights can be granted to. Nothing is cached: Discord is queried when it matters.</summary>
internal sealed class RoleLookup(DiscordApi api, ChannelLimits limits)
{
    private const string MentionStart = "<@&";

    /// <summary>Finds a role by its mention or name; null if there is none or the channel is not in a server.</summary>
    public async Task<MemberGroup?> FindAsync(string channel, string written, CancellationToken cancellationToken)
    {
        if (await GuildAsync(channel, cancellationToken) is not { } guild)
        {
            return null;
        }

        var response = await api.GetGuildAsync(guild, cancellationToken);
        var roles = response.IsSuccess ? response.Read(DiscordJson.Default.WireGuild).Roles ?? [] : [];
        var wanted = written.Trim();
        var found = wanted.StartsWith(MentionStart, StringComparison.Ordinal)
            ? roles.FirstOrDefault(r => r.Id == wanted[MentionStart.Length..].TrimEnd('>'))
            : roles.FirstOrDefault(r => IsNamed(r, wanted));
        return found is null ? null : new MemberGroup(found.Id, found.Name ?? found.Id);
    }

    /// <summary>Returns true if the person has the role. The role with the server's id is <c>@everyone</c>.</summary>
    public async Task<bool> HasAsync(string channel, string user, string role, CancellationToken cancellationToken)
    {
        if (await GuildAsync(channel, cancellationToken) is not { } guild)
        {
            return false;
        }

        var response = await api.GetMemberAsync(guild, user, cancellationToken);
        return response.IsSuccess && (role == guild || (response.Read(DiscordJson.Default.WireMember).Roles ?? []).Contains(role));
    }

    private static bool IsNamed(WireRole role, string written) =>
        string.Equals(role.Name?.TrimStart('@'), written.TrimStart('@'), StringComparison.OrdinalIgnoreCase);

    private async ValueTask<string?> GuildAsync(string channel, CancellationToken cancellationToken)
    {
        var state = await limits.GetAsync(channel, cancellationToken);
        return state.Guild == 0 ? null : state.Guild.ToString(CultureInfo.InvariantCulture);
    }
}
