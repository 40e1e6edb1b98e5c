namespace NemoBot.Telegram.Pacing;

/// <summary>The pacing state of one chat. Guarded by <see cref="SendPace"/>.</summary>
internal sealed class ChatPace
{
    /// <summary>The service accepts nothing before this time (429).</summary>
    public DateTimeOffset BlockedUntil { get; set; }

    /// <summary>The earliest time of the next edit.</summary>
    public DateTimeOffset NextEdit { get; set; }

    /// <summary>An edit is in flight; the next one waits for it.</summary>
    public bool IsEditing { get; set; }

    /// <summary>True if the state can be dropped.</summary>
    public bool IsIdle(DateTimeOffset now) => !IsEditing && BlockedUntil <= now && NextEdit <= now;
}
