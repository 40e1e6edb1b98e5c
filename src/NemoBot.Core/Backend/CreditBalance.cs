namespace NemoBot.Core.Backend;

/// <summary>An account's credits.</summary>
/// <param name="Available">Can be spent.</param>
/// <param name="Reserved">Held by running work.</param>
public sealed record CreditBalance(long Available, long Reserved);
