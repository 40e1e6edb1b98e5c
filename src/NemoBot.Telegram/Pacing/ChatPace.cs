namespace NemoBot.Telegram.Pacing;

/// <summary>What is known of one chat's pace. Guarded by <see cref="SendPace"/>.</summary>
internal sealed class ChatPace
{
    /// <summary>The service wants nothing before this (429).</summary>
    public DateTimeOffset BlockedUntil { get; set; }

    /// <summary>The next edit is not due before this.</summary>
    public DateTimeOffset NextEdit { get; set; }

    /// <summary>An edit is on its way: the next one waits for its end.</summary>
    public bool IsEditing { get; set; }

    /// <summary>True when forgetting the chat changes nothing.</summary>
    public bool IsIdle(DateTimeOffset now) => !IsEditing && BlockedUntil <= now && NextEdit <= now;
}
