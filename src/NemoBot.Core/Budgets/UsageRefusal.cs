namespace NemoBot.Core.Budgets;

/// <summary>A limit that is reached.</summary>
/// <param name="Index">Which of the limits that were asked for.</param>
/// <param name="Used">What is used now.</param>
/// <param name="RetryAfter">When the use will be allowed.</param>
internal sealed record UsageRefusal(int Index, long Used, TimeSpan RetryAfter);
