namespace NemoBot.Core.Platforms;

/// <summary>Why a message was not accepted.</summary>
public enum RefusalReason
{
    /// <summary>The conversation's queue is full.</summary>
    QueueFull,

    /// <summary>The sender has used up the requests of the current window.</summary>
    BudgetSpent,
}
