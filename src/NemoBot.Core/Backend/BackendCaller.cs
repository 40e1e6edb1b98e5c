namespace NemoBot.Core.Backend;

/// <summary>On whose behalf and in which manner the backend is called.</summary>
/// <param name="AccountKey">Which account pays: <see cref="Accounts.Default"/>, or the key of a conversation's own one.</param>
/// <param name="Skill">The conversation's skill; every call carries its headers.</param>
public sealed record BackendCaller(string AccountKey, Skill Skill)
{
    /// <summary>The conversation's language, <c>en</c> or <c>zh</c>, which answers are wanted in; null: unknown.</summary>
    public string? Language { get; init; }
}
