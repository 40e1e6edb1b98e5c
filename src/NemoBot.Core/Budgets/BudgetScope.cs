namespace NemoBot.Core.Budgets;

/// <summary>Who shares a budget.</summary>
internal enum BudgetScope
{
    /// <summary>One person, over all chats of a platform.</summary>
    Person,

    /// <summary>One conversation.</summary>
    Chat,

    /// <summary>Everyone who uses this bot.</summary>
    Everyone,
}
