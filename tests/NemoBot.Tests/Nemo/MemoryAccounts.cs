using System.Collections.Concurrent;
using NemoBot.Core.Storage;

namespace NemoBot.Tests.Nemo;

/// <summary>Accounts in memory.</summary>
public sealed class MemoryAccounts : IAccountStore
{
    public ConcurrentDictionary<string, AccountRecord> Records { get; } = new();

    public Task<AccountRecord?> GetAccountAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Records.GetValueOrDefault(key));

    public Task SaveAccountAsync(AccountRecord account, CancellationToken cancellationToken)
    {
        Records[account.Key] = account;
        return Task.CompletedTask;
    }

    public Task DeleteAccountAsync(string key, CancellationToken cancellationToken)
    {
        Records.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
