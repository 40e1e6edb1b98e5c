namespace NemoBot.Core.Storage;

/// <summary>The accounts.</summary>
public interface IAccountStore
{
    /// <summary>Reads an account; null if there is none.</summary>
    Task<AccountRecord?> GetAccountAsync(string key, CancellationToken cancellationToken);

    /// <summary>Adds or replaces an account.</summary>
    Task SaveAccountAsync(AccountRecord account, CancellationToken cancellationToken);

    /// <summary>Deletes an account.</summary>
    Task DeleteAccountAsync(string key, CancellationToken cancellationToken);
}
