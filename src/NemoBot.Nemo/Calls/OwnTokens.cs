using NemoBot.Core.Backend;
using NemoBot.Nemo.Identity;
using NemoBot.Nemo.Transport;

namespace NemoBot.Nemo.Calls;

/// <summary>Takes people's own tokens.</summary>
internal sealed class OwnTokens(ApiClient client, AccountTokens accounts)
{
    private const int MaxLength = 512;

    /// <summary>Checks a token by a credits call and keeps it.</summary>
    public async Task<string> ConnectAsync(string token, Skill skill, CancellationToken cancellationToken)
    {
        token = token.Trim();
        if (token.Length is 0 or > MaxLength || token.Any(c => c is <= ' ' or > '~'))
        {
            throw new BackendException(new BackendError(BackendErrorKind.BadToken));
        }

        var call = ApiCall.Get(SessionCalls.BalancePath);
        var caller = new BackendCaller(Accounts.Default, skill);
        var account = new Account(token, null, IsAnonymous: false);
        _ = await client.Pipeline.RunAsync(Repeat.Safely, stop => client.CallOnceAsync(caller, account, call, null, stop), cancellationToken).ConfigureAwait(false);
        return await accounts.KeepAsync(token, cancellationToken).ConfigureAwait(false);
    }
}
