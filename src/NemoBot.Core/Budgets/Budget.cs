namespace NemoBot.Core.Budgets;

/// <summary>One budget and what a request takes from it.</summary>
internal sealed record Budget(BudgetKind Kind, BudgetScope Scope, UsageLimit Limit);
