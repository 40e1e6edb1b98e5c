using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Transport;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Calls;

/// <summary>Sessions, their state, the account's credits, links to projects.</summary>
internal sealed class SessionCalls(ApiClient client, NemoConnection connection)
{
    public const string BalancePath = "api/credits/balance/simple";

    public async Task<BackendSession> CreateAsync(BackendCaller caller, string language, CancellationToken cancellationToken)
    {
        // An unused session costs nothing, so a second attempt is safe.
        var call = ApiCall.Post("api/tasks/me/with-session/nemo_agent", () => new JsonBody(("task_name", "project"), ("language", language)), Repeat.Safely);
        var session = StateReader.Session((await client.CallAsync(caller, call, cancellationToken).ConfigureAwait(false)).Data);
        await client.Accounts.LearnUserAsync(caller, session.UserId, cancellationToken).ConfigureAwait(false);
        return session;
    }

    public async Task<BackendState> GetStateAsync(BackendCaller caller, string sessionId, CancellationToken cancellationToken)
    {
        var call = ApiCall.Get($"api/state/nemo_agent/me/{Uri.EscapeDataString(sessionId)}/latest");
        var state = StateReader.State((await client.CallAsync(caller, call, cancellationToken).ConfigureAwait(false)).Data);
        await client.Accounts.LearnUserAsync(caller, state.UserId, cancellationToken).ConfigureAwait(false);
        return state;
    }

    public async Task<CreditBalance> GetCreditsAsync(BackendCaller caller, CancellationToken cancellationToken) =>
        StateReader.Credits((await client.CallAsync(caller, ApiCall.Get(BalancePath), cancellationToken).ConfigureAwait(false)).Data);

    /// <summary>Deletes a session at a service that can; null if there is no such session.</summary>
    public async Task<ErasedFiles?> EraseAsync(BackendCaller caller, string sessionId, CancellationToken cancellationToken)
    {
        if (!connection.Traits.CanErase)
        {
            return null;
        }

        try
        {
            var call = new ApiCall(HttpMethod.Delete, $"api/sessions/{Uri.EscapeDataString(sessionId)}");
            var data = (await client.CallAsync(caller, call, cancellationToken).ConfigureAwait(false)).Data;
            return new ErasedFiles((int)(data.WholeField("files") ?? 0), data.WholeField("bytes") ?? 0);
        }
        catch (BackendException exception) when (exception.Error.Kind is BackendErrorKind.SessionNotFound)
        {
            return null;
        }
    }

    /// <summary>A link that opens the project: a claim gives no access to the API, so it may be posted; a token never is.</summary>
    public async Task<Uri?> GetLinkAsync(BackendCaller caller, BackendSession session, CancellationToken cancellationToken)
    {
        if (connection.Traits.Web is not { } web)
        {
            return null;
        }

        var task = session.TaskId ?? (await GetStateAsync(caller, session.SessionId, cancellationToken).ConfigureAwait(false)).TaskId;
        var call = ApiCall.Post(
            "api/auth/claim-token",
            () => task is null ? new JsonBody(("session_id", session.SessionId)) : new JsonBody(("task_id", task), ("session_id", session.SessionId)),
            Repeat.Safely);
        var data = (await client.CallAsync(caller, call, cancellationToken).ConfigureAwait(false)).Data;
        return data.TextField("claim_token", "claimToken") is { } claim && !claim.StartsWith("nmv_", StringComparison.OrdinalIgnoreCase)
            ? new Uri($"{web.AbsoluteUri.TrimEnd('/')}/workspace/claim?ct={Uri.EscapeDataString(claim)}")
            : throw new BackendException(new BackendError(BackendErrorKind.Malformed, "No claim token in the answer."));
    }

    /// <summary>
    /// Adds to an error about credits the user id that the registration link needs, if neither the error nor the token carries it: the
    /// state may.
    /// </summary>
    public async Task<BackendError> WithUserAsync(BackendCaller caller, string sessionId, BackendError error, CancellationToken cancellationToken)
    {
        if (error is not { Kind: BackendErrorKind.OutOfCredits, UserId: null } || !client.Accounts.IsAnonymous(caller))
        {
            return error;
        }

        try
        {
            return error with { UserId = (await GetStateAsync(caller, sessionId, cancellationToken).ConfigureAwait(false)).UserId };
        }
        catch (BackendException)
        {
            return error;
        }
    }

    /// <summary>Makes a call for a session and adds the user id to what it fails with.</summary>
    public async Task<T> WithUserAsync<T>(BackendCaller caller, string sessionId, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (BackendException failure) when (failure.Error is { Kind: BackendErrorKind.OutOfCredits, UserId: null })
        {
            throw new BackendException(await WithUserAsync(caller, sessionId, failure.Error, cancellationToken).ConfigureAwait(false), failure);
        }
    }
}
