namespace NemoBot.Core.Budgets;

/// <summary>What a budget counts.</summary>
internal enum BudgetKind
{
    /// <summary>Requests that cost work.</summary>
    Requests,

    /// <summary>Seconds of rendered video.</summary>
    Video,

    /// <summary>Credits of the bot's own account.</summary>
    Credits,
}
