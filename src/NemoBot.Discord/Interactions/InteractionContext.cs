using NemoBot.Discord.Channels;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Interactions;

/// <summary>What an interaction says about its channel.</summary>
internal static class InteractionContext
{
    private static readonly int[] ThreadTypes = [10, 11, 12];

    public static WireUser? Person(WireInteraction interaction) => interaction.Member?.User ?? interaction.User;

    public static string? Channel(WireInteraction interaction) => interaction.ChannelId ?? interaction.Channel?.Id;

    public static bool IsPrivate(WireInteraction interaction) =>
        interaction.Context is { } context ? context == InteractionKinds.PrivateWithBot : interaction.GuildId is null;

    /// <summary>Returns true if the bot is installed for a person only: it has no messages of its own there.</summary>
    public static bool IsGuest(WireInteraction interaction) =>
        interaction.Context == InteractionKinds.PrivateOfOthers
        || (interaction.GuildId is not null && interaction.AuthorizingIntegrationOwners is { Count: > 0 } owners && !owners.ContainsKey("0"));

    /// <summary>The permissions the bot lacks in the channel; empty if unknown.</summary>
    public static IReadOnlyList<string> Missing(WireInteraction interaction) =>
        interaction is { GuildId: not null, AppPermissions: { } bits } ? Permissions.Missing(Permissions.Read(bits), IsThread(interaction)) : [];

    /// <summary>Returns true if the bot cannot write messages of its own there.</summary>
    public static bool IsReadOnly(WireInteraction interaction) =>
        IsGuest(interaction)
        || (interaction is { GuildId: not null, AppPermissions: { } bits } && Permissions.IsReadOnly(Permissions.Read(bits), IsThread(interaction)));

    private static bool IsThread(WireInteraction interaction) => interaction.Channel?.Type is { } type && ThreadTypes.Contains(type);
}
