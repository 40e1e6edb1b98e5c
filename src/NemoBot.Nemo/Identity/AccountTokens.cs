using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Nemo.Settings;

namespace NemoBot.Nemo.Identity;

/// <summary>
/// Who pays for a call and with which token. The bot's own account uses the operator's token if there is one, else an anonymous one
/// that is asked for once, kept encrypted, and renewed with the same client id. Keys in the store begin with the connection's name.
/// </summary>
internal sealed partial class AccountTokens(
    NemoConnection connection, AnonymousTokens anonymous, IAccountStore store, ISecretProtector protector, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task<Account>? _asking;
    private Account? _current;
    private DateTimeOffset _renewAt;

    private string DefaultKey => $"{connection.Traits.Name}:{Accounts.Default}";

    private string OwnPrefix => $"{connection.Traits.Name}:own:";

    /// <summary>The account of a caller. A key of another connection means the bot's own account here.</summary>
    public async Task<Account> GetAsync(BackendCaller caller, CancellationToken cancellationToken)
    {
        if (IsOwn(caller.AccountKey))
        {
            var record = await store.GetAccountAsync(caller.AccountKey, cancellationToken).ConfigureAwait(false);
            return Unprotect(record) is { } token
                ? new Account(token, record!.UserId, IsAnonymous: false)
                : throw new BackendException(new BackendError(BackendErrorKind.BadToken, "The token is no longer kept."));
        }

        if (connection.Token is { Length: > 0 } operators)
        {
            return new Account(operators, null, IsAnonymous: false);
        }

        lock (_gate)
        {
            if (_current is { } current && clock.GetUtcNow() < _renewAt)
            {
                return current;
            }
        }

        return await AskAsync(null, caller.Skill).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>True if the caller's calls are made with an anonymous token.</summary>
    public bool IsAnonymous(BackendCaller caller) => !IsOwn(caller.AccountKey) && connection.Token is not { Length: > 0 };

    /// <summary>Another token in place of an anonymous one that was not taken. All who ask at the same time share one request.</summary>
    public async Task<Account> RenewAsync(Account refused, Skill skill, CancellationToken cancellationToken)
    {
        var renewed = await AskAsync(refused.Token, skill).WaitAsync(cancellationToken).ConfigureAwait(false);

        // The request that was shared may have been under way for another reason and have come back with the same token.
        return renewed.Token == refused.Token
            ? await AskAsync(refused.Token, skill).WaitAsync(cancellationToken).ConfigureAwait(false)
            : renewed;
    }

    /// <summary>Stores the user id that a session or a state returned, if the token's answer had none.</summary>
    public async Task LearnUserAsync(BackendCaller caller, string? userId, CancellationToken cancellationToken)
    {
        if (userId is null || !IsAnonymous(caller))
        {
            return;
        }

        lock (_gate)
        {
            if (_current is not { UserId: null } current)
            {
                return;
            }

            _current = current with { UserId = userId };
        }

        if (await store.GetAccountAsync(DefaultKey, cancellationToken).ConfigureAwait(false) is { UserId: null } record)
        {
            await store.SaveAccountAsync(record with { UserId = userId }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stores a person's own token, which was accepted, under a new key.</summary>
    public async Task<string> KeepAsync(string token, CancellationToken cancellationToken)
    {
        var key = OwnPrefix + Guid.NewGuid().ToString("N");
        var record = new AccountRecord { Key = key, ClientId = string.Empty, ProtectedToken = protector.Protect(token) };
        await store.SaveAccountAsync(record, cancellationToken).ConfigureAwait(false);
        return key;
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private bool IsOwn(string key) => key.StartsWith(OwnPrefix, StringComparison.Ordinal);

    private string? Unprotect(AccountRecord? record) => record?.ProtectedToken is { } secret ? protector.Unprotect(secret) : null;

    private Task<Account> AskAsync(string? refused, Skill skill)
    {
        lock (_gate)
        {
            if (refused is not null && _current is { } current && current.Token != refused)
            {
                return Task.FromResult(current);
            }

            return _asking is { IsCompleted: false } asking ? asking : _asking = Task.Run(() => LoadOrAskAsync(refused, skill, _stopping.Token));
        }
    }

    private async Task<Account> LoadOrAskAsync(string? refused, Skill skill, CancellationToken stopping)
    {
        var record = await RecordAsync(stopping).ConfigureAwait(false);
        var token = Unprotect(record);
        var usable = token is not null && token != refused && !(record.ExpiresAt <= clock.GetUtcNow());
        if (usable && clock.GetUtcNow() < record.ExpiresAt - connection.Limits.RenewBefore)
        {
            return Use(new Account(token!, record.UserId, IsAnonymous: true), record.ExpiresAt);
        }

        try
        {
            return await ObtainAsync(record, skill, stopping).ConfigureAwait(false);
        }
        catch (BackendException failure) when (usable)
        {
            LogOldToken(failure.Error.Kind);
            return Use(new Account(token!, record.UserId, IsAnonymous: true), record.ExpiresAt);
        }
    }

    private async Task<Account> ObtainAsync(AccountRecord record, Skill skill, CancellationToken stopping)
    {
        var grant = await anonymous.AskAsync(record.ClientId, skill, stopping).ConfigureAwait(false);
        if (grant is null)
        {
            record = record with { ClientId = Guid.NewGuid().ToString() };
            await store.SaveAccountAsync(record, stopping).ConfigureAwait(false);
            grant = await anonymous.AskAsync(record.ClientId, skill, stopping).ConfigureAwait(false)
                ?? throw new BackendException(new BackendError(BackendErrorKind.BadToken, "The client id is not taken."));
        }

        var user = grant.UserId ?? record.UserId;
        await store.SaveAccountAsync(
            record with { ProtectedToken = protector.Protect(grant.Token), UserId = user, ExpiresAt = grant.ExpiresAt }, stopping).ConfigureAwait(false);
        LogObtained(grant.ExpiresAt.UtcDateTime);
        return Use(new Account(grant.Token, user, IsAnonymous: true), grant.ExpiresAt);
    }

    /// <summary>The record with its client id, which is on disk before it is used for the first time.</summary>
    private async Task<AccountRecord> RecordAsync(CancellationToken cancellationToken)
    {
        var record = await store.GetAccountAsync(DefaultKey, cancellationToken).ConfigureAwait(false);
        var clientId = connection.ClientId is { Length: > 0 } configured ? configured : record?.ClientId;
        if (record is { ClientId.Length: > 0 } && record.ClientId == clientId)
        {
            return record;
        }

        record = new AccountRecord { Key = DefaultKey, ClientId = string.IsNullOrEmpty(clientId) ? Guid.NewGuid().ToString() : clientId };
        await store.SaveAccountAsync(record, cancellationToken).ConfigureAwait(false);
        return record;
    }

    private Account Use(Account account, DateTimeOffset? expiresAt)
    {
        lock (_gate)
        {
            var soonest = clock.GetUtcNow() + connection.Limits.RenewRetry;
            var due = expiresAt - connection.Limits.RenewBefore ?? soonest;
            _renewAt = due > soonest ? due : soonest;
            if (_renewAt > expiresAt)
            {
                _renewAt = expiresAt.Value;
            }

            return _current = account;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The service gave an anonymous token that is good until {ExpiresAt:yyyy-MM-dd HH:mm} UTC")]
    private partial void LogObtained(DateTime expiresAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The anonymous token could not be renewed ({Kind}); the old one is still good")]
    private partial void LogOldToken(BackendErrorKind kind);
}
