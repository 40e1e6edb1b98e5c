namespace NemoBot.Telegram.Pacing;

/// <summary>The order in which messages are sent when the bot has to wait.</summary>
internal enum SendPriority
{
    /// <summary>A result, or the final edit of a status.</summary>
    Final,

    /// <summary>An answer.</summary>
    Answer,

    /// <summary>A progress edit, which the next one replaces.</summary>
    Status,
}
