namespace NemoBot.Discord.Channels;

/// <summary>What is kept of a channel; a few dozen bytes.</summary>
internal sealed class ChannelState
{
    /// <summary>The server; 0 in direct messages.</summary>
    public ulong Guild { get; set; }

    /// <summary>True in direct messages with the bot.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>The newest message that is on disk.</summary>
    public ulong LastRead { get; set; }

    /// <summary>The newest message that arrived during a catch-up.</summary>
    public ulong ReadWhileCatchingUp { get; set; }

    /// <summary>Missed messages are being read: <see cref="LastRead"/> must not advance past them.</summary>
    public bool IsCatchingUp { get; set; }

    /// <summary>The largest file, if an interaction or a refusal named it; else 0.</summary>
    public long UploadBytes { get; set; }

    /// <summary>Who last addressed the bot by a message, to be notified when it may not answer. In memory only; 0 if unknown.</summary>
    public ulong LastAuthor { get; set; }

    /// <summary>Whether that message was in Chinese.</summary>
    public bool LastAuthorWritesChinese { get; set; }

    /// <summary>Hash of the last notice about missing permissions, so that it is not repeated. In memory only; 0 if there was none.</summary>
    public int LastNotice { get; set; }

    /// <summary>The bot cannot write here: only interactions carry its answers.</summary>
    public bool IsReadOnly { get; set; }
}
