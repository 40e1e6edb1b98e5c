using NemoBot.Discord.Places;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Interactions;

/// <summary>What an interaction tells about the place where it was made.</summary>
internal static class Surroundings
{
    private static readonly int[] ThreadTypes = [10, 11, 12];

    public static WireUser? Person(WireInteraction interaction) => interaction.Member?.User ?? interaction.User;

    public static string? Channel(WireInteraction interaction) => interaction.ChannelId ?? interaction.Channel?.Id;

    public static bool IsPrivate(WireInteraction interaction) =>
        interaction.Context is { } context ? context == InteractionKinds.PrivateWithBot : interaction.GuildId is null;

    /// <summary>True if the bot came along with a person and is no member of the place: it has no messages of its own there.</summary>
    public static bool IsGuest(WireInteraction interaction) =>
        interaction.Context == InteractionKinds.PrivateOfOthers
        || (interaction.GuildId is not null && interaction.AuthorizingIntegrationOwners is { Count: > 0 } owners && !owners.ContainsKey("0"));

    /// <summary>What the bot needs in the channel and does not have; unknown is none.</summary>
    public static IReadOnlyList<string> Missing(WireInteraction interaction) =>
        interaction is { GuildId: not null, AppPermissions: { } bits } ? Permissions.Missing(Permissions.Read(bits), IsThread(interaction)) : [];

    /// <summary>True if the bot cannot write messages of its own there.</summary>
    public static bool IsMute(WireInteraction interaction) =>
        IsGuest(interaction)
        || (interaction is { GuildId: not null, AppPermissions: { } bits } && Permissions.IsMute(Permissions.Read(bits), IsThread(interaction)));

    private static bool IsThread(WireInteraction interaction) => interaction.Channel?.Type is { } type && ThreadTypes.Contains(type);
}
