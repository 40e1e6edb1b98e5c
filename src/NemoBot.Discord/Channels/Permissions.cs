using System.Globalization;

namespace NemoBot.Discord.Channels;

/// <summary>Bits of Discord's permissions.</summary>
internal static class Permissions
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageChannels = 1UL << 4;
    public const ulong ManageGuild = 1UL << 5;
    public const ulong ViewChannel = 1UL << 10;
    public const ulong SendMessages = 1UL << 11;
    public const ulong EmbedLinks = 1UL << 14;
    public const ulong AttachFiles = 1UL << 15;
    public const ulong ReadMessageHistory = 1UL << 16;
    public const ulong CreatePublicThreads = 1UL << 35;
    public const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>What the invitation link requests.</summary>
    public const ulong Wanted = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | CreatePublicThreads | SendMessagesInThreads;

    public static ulong Read(string? text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0;

    /// <summary>Returns true if the bits let a person administer a conversation.</summary>
    public static bool Administers(ulong bits) => (bits & (Administrator | ManageChannels | ManageGuild)) != 0;

    /// <summary>The text keys of the permissions the bot needs in a channel and lacks.</summary>
    public static IReadOnlyList<string> Missing(ulong bits, bool isThread)
    {
        if ((bits & Administrator) != 0)
        {
            return [];
        }

        (ulong Bit, string Name)[] needed =
        [
            (ViewChannel, "permission.view"),
            isThread ? (SendMessagesInThreads, "permission.threads") : (SendMessages, "permission.send"),
            (AttachFiles, "permission.attach"),
            (EmbedLinks, "permission.embed"),
            (ReadMessageHistory, "permission.history"),
        ];
        return [.. needed.Where(n => (bits & n.Bit) == 0).Select(n => n.Name)];
    }

    /// <summary>Returns true if the bot cannot write to a channel with these bits.</summary>
    public static bool IsReadOnly(ulong bits, bool isThread) =>
        (bits & Administrator) == 0
        && ((bits & ViewChannel) == 0 || (bits & (isThread ? SendMessagesInThreads : SendMessages)) == 0);
}
