using System.Net;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Identity;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Transport;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Calls;

/// <summary>
/// Makes calls on behalf of an account: the headers, the token and its renewal, the pipeline, the envelope. What comes back is data;
/// everything else is a <see cref="BackendException"/>.
/// </summary>
internal sealed class ApiClient(
    NemoConnection connection, HttpSender sender, CallPipeline pipeline, AccountTokens accounts, TimeProvider clock)
{
    public CallPipeline Pipeline => pipeline;

    public AccountTokens Accounts => accounts;

    /// <summary>The last caller; null before the first call.</summary>
    public BackendCaller? LastCaller { get; private set; }

    /// <summary>Makes a call and reads its answer.</summary>
    public Task<Envelope> CallAsync(BackendCaller caller, ApiCall call, CancellationToken cancellationToken) =>
        SendAsync(caller, call, (account, token) => CallOnceAsync(caller, account, call, null, token), cancellationToken);

    /// <summary>Makes a call with a time-out of its own and reads its answer.</summary>
    public Task<Envelope> CallAsync(BackendCaller caller, ApiCall call, AnswerWatch watch, CancellationToken cancellationToken) =>
        SendAsync(caller, call, (account, token) => CallOnceAsync(caller, account, call, watch, token), cancellationToken);

    /// <summary>
    /// Runs something that sends one request through the pipeline, with the caller's account; once more with a renewed token if an
    /// anonymous one was not taken. Tokens are asked for outside of the running call, so that it is never its own obstacle in a
    /// breaker that lets one call through.
    /// </summary>
    public async Task<T> SendAsync<T>(BackendCaller caller, ApiCall call, Func<Account, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        LastCaller = caller;
        var account = await accounts.GetAsync(caller, cancellationToken).ConfigureAwait(false);
        try
        {
            return await pipeline.RunAsync(call.Repeat, token => send(account, token), cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException refused) when (refused.Error.Kind == BackendErrorKind.BadToken && account.IsAnonymous)
        {
            account = await accounts.RenewAsync(account, caller.Skill, cancellationToken).ConfigureAwait(false);
            return await pipeline.RunAsync(call.Repeat, token => send(account, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a call, once, and reads its answer.</summary>
    public async Task<Envelope> CallOnceAsync(
        BackendCaller caller, Account account, ApiCall call, AnswerWatch? watch, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(watch?.Idle ?? connection.Limits.AnswerTimeout, clock, cancellationToken);
        watch?.Begin(deadline);
        try
        {
            using var response = await SendOnceAsync(caller, account, call, deadline.Token).ConfigureAwait(false);
            return await ReadAsync(response, account, call.MayFailInside, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException late) when (deadline.HasPassed)
        {
            throw new BackendException(new BackendError(BackendErrorKind.Unavailable, "No answer in time."), late);
        }
    }

    /// <summary>Sends one request with all its headers; the answer is not looked at.</summary>
    public async Task<HttpResponseMessage> SendOnceAsync(BackendCaller caller, Account account, ApiCall call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, connection.Address(call.Path)) { Content = call.Body?.Invoke() };
        request.Headers.TryAddWithoutValidation("Accept", call.Accept);
        if (caller.Language is { } language)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }

        request.Headers.AddSkill(caller.Skill);
        request.Headers.AddToken(account.Token);
        return await sender.SendAsync(request, call.Repeat == Repeat.IfNeverSent, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads an answer; throws if it is an error.</summary>
    public async Task<Envelope> ReadAsync(HttpResponseMessage response, Account account, bool mayFailInside, CancellationToken cancellationToken)
    {
        var envelope = await Answers.ReadAsync(response, connection.Limits.MaxAnswerBytes, clock, cancellationToken).ConfigureAwait(false);
        return Check(envelope, response, account, mayFailInside);
    }

    /// <summary>Throws if an answer that was read is an error.</summary>
    public static Envelope Check(Envelope envelope, HttpResponseMessage response, Account account, bool mayFailInside)
    {
        if (envelope.Error is not { } error || (mayFailInside && error.Kind == BackendErrorKind.Other && response.IsSuccessStatusCode))
        {
            return envelope;
        }

        if (error.Kind == BackendErrorKind.Other && response.StatusCode == HttpStatusCode.Conflict)
        {
            error = error with { Kind = BackendErrorKind.DuplicateId };
        }

        throw new BackendException(account.IsAnonymous ? error with { UserId = error.UserId ?? account.UserId } : error with { UserId = null });
    }
}
