using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Access;

/// <summary>
/// Section <c>NemoBot:Access</c>: who may use the bot. Entries have the form <c>platform:id</c>;
/// <c>platform:*</c> is everything of a platform. A block wins over everything else.
/// </summary>
public sealed class AccessOptions
{
    /// <summary>Only administrators, what the lists allow, and whoever was paired may use the bot. Off: everyone who is not blocked.</summary>
    public bool OnlyKnown { get; set; }

    /// <summary>People who run the bot: they may do everything in every chat, and let others in with <c>/pair</c>.</summary>
    public IList<string> Administrators { get; } = [];

    /// <summary>People who may use the bot anywhere.</summary>
    public IList<string> AllowedUsers { get; } = [];

    /// <summary>Chats in which everyone may use the bot.</summary>
    public IList<string> AllowedChats { get; } = [];

    /// <summary>Servers and groups in all of whose channels and topics everyone may use the bot.</summary>
    public IList<string> AllowedServers { get; } = [];

    /// <summary>People whom the bot ignores.</summary>
    public IList<string> BlockedUsers { get; } = [];

    /// <summary>Chats that the bot ignores.</summary>
    public IList<string> BlockedChats { get; } = [];

    /// <summary>Servers and groups that the bot ignores.</summary>
    public IList<string> BlockedServers { get; } = [];

    /// <summary>How long a pairing code is valid.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan PairingLife { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes accepted from one person in any <see cref="GuessWindow"/>.</summary>
    [Range(1, 1000)]
    public int GuessesPerPerson { get; set; } = 5;

    /// <summary>Wrong codes accepted from everyone in any <see cref="GuessWindow"/>.</summary>
    [Range(1, 100_000)]
    public int Guesses { get; set; } = 100;

    /// <summary>The time over which wrong codes are counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan GuessWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often a chat is told that it may not use the bot; other requests are ignored in silence.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan RefusalInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A paired person or chat that has not used the bot for so long must be paired again.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan PairedLife { get; set; } = TimeSpan.FromDays(365);
}
