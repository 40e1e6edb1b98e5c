namespace NemoBot.Web.Admin;

/// <summary>A budget that is set.</summary>
/// <param name="Kind"><c>requests</c>, <c>video</c> (seconds) or <c>credits</c>.</param>
/// <param name="Scope"><c>person</c>, <c>chat</c> or <c>everyone</c>.</param>
/// <param name="Used">What is used; null where each person or chat has a count of its own.</param>
/// <param name="Most">What may be used.</param>
/// <param name="WindowSeconds">In which time.</param>
public sealed record AdminBudget(string Kind, string Scope, long? Used, long Most, long WindowSeconds);
