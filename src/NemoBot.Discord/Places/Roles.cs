using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Places;

/// <summary>The roles of a server, to which rights can be given. Nothing about them is kept: they are asked for when needed.</summary>
internal sealed class Roles(DiscordApi api, PlaceFacts facts)
{
    private const string MentionStart = "<@&";

    /// <summary>Finds a role by its mention or its name; null if there is none, or the channel is in no server.</summary>
    public async Task<MemberGroup?> FindAsync(string channel, string written, CancellationToken cancellationToken)
    {
        if (await GuildAsync(channel, cancellationToken) is not { } guild)
        {
            return null;
        }

        var answer = await api.GetGuildAsync(guild, cancellationToken);
        var roles = answer.IsSuccess ? answer.Read(DiscordJson.Default.WireGuild).Roles ?? [] : [];
        var wanted = written.Trim();
        var found = wanted.StartsWith(MentionStart, StringComparison.Ordinal)
            ? roles.FirstOrDefault(r => r.Id == wanted[MentionStart.Length..].TrimEnd('>'))
            : roles.FirstOrDefault(r => IsNamed(r, wanted));
        return found is null ? null : new MemberGroup(found.Id, found.Name ?? found.Id);
    }

    /// <summary>True if somebody has the role. The role whose id is the server's own is everybody's.</summary>
    public async Task<bool> HasAsync(string channel, string user, string role, CancellationToken cancellationToken)
    {
        if (await GuildAsync(channel, cancellationToken) is not { } guild)
        {
            return false;
        }

        var answer = await api.GetMemberAsync(guild, user, cancellationToken);
        return answer.IsSuccess && (role == guild || (answer.Read(DiscordJson.Default.WireMember).Roles ?? []).Contains(role));
    }

    private static bool IsNamed(WireRole role, string written) =>
        string.Equals(role.Name?.TrimStart('@'), written.TrimStart('@'), StringComparison.OrdinalIgnoreCase);

    private async ValueTask<string?> GuildAsync(string channel, CancellationToken cancellationToken)
    {
        var place = await facts.FindAsync(channel, cancellationToken);
        return place.Guild == 0 ? null : place.Guild.ToString(CultureInfo.InvariantCulture);
    }
}
