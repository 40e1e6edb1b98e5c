namespace NemoBot.Core.Platforms;

/// <summary>Why a message was not accepted.</summary>
public enum RefusalReason
{
    /// <summary>The conversation's queue is full.</summary>
    QueueFull,

    /// <summary>The sender, the chat or everyone has used up a budget.</summary>
    BudgetSpent,

    /// <summary>The sender may not use the bot.</summary>
    NotAllowed,
}
