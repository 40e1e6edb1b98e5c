namespace NemoBot.Discord.Places;

/// <summary>What is remembered of a conversation; a few dozen bytes.</summary>
internal sealed class Place
{
    /// <summary>The server; 0 in direct messages.</summary>
    public ulong Guild { get; set; }

    /// <summary>True in direct messages with the bot.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>The newest message that is on disk.</summary>
    public ulong LastSeen { get; set; }

    /// <summary>The newest message that came while missed ones were still being looked for.</summary>
    public ulong LaterSeen { get; set; }

    /// <summary>Missed messages are being looked for: until that is done, nothing moves <see cref="LastSeen"/>.</summary>
    public bool IsCatchingUp { get; set; }

    /// <summary>The largest file, if an interaction or a refusal told it; else 0.</summary>
    public long UploadBytes { get; set; }

    /// <summary>Who spoke to the bot last by a message; in memory only, to be told when the bot may not answer. 0: nobody.</summary>
    public ulong Asker { get; set; }

    /// <summary>In which language they did.</summary>
    public bool AsksInChinese { get; set; }

    /// <summary>The note about what the bot lacks here that was told last; in memory only. 0: none.</summary>
    public int Told { get; set; }

    /// <summary>The bot cannot write here: only interactions carry its answers.</summary>
    public bool IsMute { get; set; }
}
