namespace NemoBot.Core.Budgets;

/// <summary>A use, and how much of its kind is allowed.</summary>
/// <param name="Name">What is counted, and whose; the same name always has the same window.</param>
/// <param name="Amount">How much is used; 0 only asks whether anything is left.</param>
/// <param name="Most">The most that may be used in the window.</param>
/// <param name="Window">The time over which uses are counted.</param>
internal sealed record UsageLimit(string Name, long Amount, long Most, TimeSpan Window);
