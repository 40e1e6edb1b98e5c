namespace NemoBot.Telegram.Pacing;

/// <summary>Who goes first when the bot as a whole has to wait.</summary>
internal enum SendPriority
{
    /// <summary>A result, or the last edit of a status: somebody has waited for it long enough.</summary>
    Final,

    /// <summary>An answer.</summary>
    Answer,

    /// <summary>An edit that tells how work goes on; the next one replaces it.</summary>
    Status,
}
