namespace NemoBot.Core.Budgets;

/// <summary>A budget that is spent.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Scope">Who shares it.</param>
/// <param name="Used">What is used.</param>
/// <param name="Most">What may be used.</param>
/// <param name="Window">In which time.</param>
/// <param name="RetryAfter">When it is possible again.</param>
internal sealed record BudgetRefusal(BudgetKind Kind, BudgetScope Scope, long Used, long Most, TimeSpan Window, TimeSpan RetryAfter);
