namespace NemoBot.Core.Backend;

/// <summary>Keys of accounts in the store.</summary>
public static class Accounts
{
    /// <summary>The bot's own account: anonymous, or the operator's token.</summary>
    public const string Default = "default";
}
