namespace NemoBot.Core.Budgets;

/// <summary>A budget that is set.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Scope">Who shares it.</param>
/// <param name="Used">What is used; null where each person or chat has a count of its own.</param>
/// <param name="Most">What may be used.</param>
/// <param name="Window">In which time.</param>
internal sealed record BudgetState(BudgetKind Kind, BudgetScope Scope, long? Used, long Most, TimeSpan Window);
