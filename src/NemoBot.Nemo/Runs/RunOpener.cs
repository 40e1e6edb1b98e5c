using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Calls;
using NemoBot.Nemo.Identity;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Transport;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Runs;

/// <summary>
/// Posts a message and sorts what comes back into three: a stream; a refusal, which proves that nothing was done and is thrown; or
/// neither, after which it is unknown whether the work started, so that it must not be requested again.
/// </summary>
internal sealed class RunOpener(ApiClient client, NemoConnection connection, TimeProvider clock, ILogger logger)
{
    /// <summary>Posts the message, once.</summary>
    /// <exception cref="BackendException">
    /// The service refused, or the message was not sent: no connection was made, or (Unavailable) none was tried.
    /// </exception>
    public async Task<RunStream> OpenAsync(BackendCaller caller, string sessionId, string text, CancellationToken cancellationToken)
    {
        var call = ApiCall.Post("run_sse", () => RunBody.Create(sessionId, text), Repeat.IfNeverSent) with { Accept = "text/event-stream" };
        RunStream? doubtful = null;
        try
        {
            return await client.SendAsync(
                caller, call,
                async (account, token) =>
                {
                    // The stream outlives this call: it is cancelled by the caller, not by the pipeline.
                    var deadline = new RunDeadline(connection.Limits, clock, cancellationToken);
                    try
                    {
                        var response = await client.SendOnceAsync(caller, account, call, deadline.Token).ConfigureAwait(false);
                        return await SortAsync(response, account, deadline).ConfigureAwait(false);
                    }
                    catch (OutcomeUnknownException doubt)
                    {
                        doubtful = new RunStream(null, null, deadline, connection.Limits, logger) { LostReason = doubt.Message, Opening = doubt.Failed };
                        throw new BackendException(new BackendError(BackendErrorKind.Unavailable), doubt);
                    }
                    catch (BackendException failure) when (failure.Error.Kind == BackendErrorKind.Unavailable)
                    {
                        doubtful = new RunStream(null, null, deadline, connection.Limits, logger) { LostReason = "The connection broke before the answer." };
                        throw;
                    }
                    catch (OperationCanceledException late) when (deadline.Reason is { } reason)
                    {
                        doubtful = new RunStream(null, null, deadline, connection.Limits, logger) { LostReason = reason };
                        throw new BackendException(new BackendError(BackendErrorKind.Unavailable), late);
                    }
                    catch
                    {
                        deadline.Dispose();
                        throw;
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException) when (doubtful is not null)
        {
            return doubtful;
        }
    }

    private async Task<RunStream> SortAsync(HttpResponseMessage response, Account account, RunDeadline deadline)
    {
        try
        {
            if ((int)response.StatusCode is >= 500 or 408)
            {
                // A gateway answers so when the service behind it did not answer in time, too: no proof that nothing was done.
                throw await DoubtAsync(response, deadline.Token).ConfigureAwait(false);
            }

            var media = response.Content.Headers.ContentType?.MediaType ?? string.Empty;
            var isStream = response.StatusCode == HttpStatusCode.OK && !media.EndsWith("json", StringComparison.OrdinalIgnoreCase) && media != "text/html";
            if (isStream)
            {
                var body = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
                return new RunStream(response, body, deadline, connection.Limits, logger);
            }

            var envelope = await Answers.ReadAsync(response, connection.Limits.MaxAnswerBytes, clock, deadline.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode && envelope.Error is { Kind: BackendErrorKind.RateLimited or BackendErrorKind.BadToken } error && !IsRefusal(envelope))
            {
                throw Doubt("The answer tells of an error of a model.", error, envelope.Code);
            }

            ApiClient.Check(envelope, response, account, mayFailInside: false);
            response.Dispose();
            return new RunStream(null, AsStream(envelope), deadline, connection.Limits, logger);
        }
        catch (BackendException failure) when (failure.Error.Kind is BackendErrorKind.Malformed or BackendErrorKind.Oversized && response.IsSuccessStatusCode)
        {
            response.Dispose();
            throw new OutcomeUnknownException("The answer is neither a stream nor an error.", null, failure);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>
    /// An envelope with a code that the contract knows comes from the service itself: a refusal, whatever the status. A code inside of the
    /// error can be that of a model, whose quota or key failed while it worked; a missing session is told in words alone.
    /// </summary>
    private static bool IsRefusal(Envelope envelope) => envelope.Error!.Kind switch
    {
        BackendErrorKind.Unavailable or BackendErrorKind.Other or BackendErrorKind.Malformed or BackendErrorKind.Oversized => false,
        BackendErrorKind.RateLimited or BackendErrorKind.BadToken => envelope.Root.Field("code") is not null,
        _ => true,
    };

    /// <summary>A service that does not stream answers with its events as one JSON array, or with one event.</summary>
    private static MemoryStream AsStream(Envelope envelope)
    {
        var root = envelope.Root;
        var events = root.ValueKind == System.Text.Json.JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        var text = new StringBuilder();
        foreach (var item in events.Where(e => e.ValueKind == System.Text.Json.JsonValueKind.Object))
        {
            text.Append(CultureInfo.InvariantCulture, $"data: {item.GetRawText().ReplaceLineEndings(" ")}\n\n");
        }

        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private async Task<OutcomeUnknownException> DoubtAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        Envelope? envelope = null;
        try
        {
            envelope = await Answers.ReadAsync(response, connection.Limits.MaxAnswerBytes, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException)
        {
            // The body broke off too; the status says enough.
        }

        var error = envelope?.Error;
        if (error is not null && IsRefusal(envelope!))
        {
            throw new BackendException(error);
        }

        return Doubt($"The service answered with status {status}.", error, status);
    }

    private static OutcomeUnknownException Doubt(string reason, BackendError? error, string? code) => new(
        reason, new BackendEvent.Failed((error ?? new BackendError(BackendErrorKind.Unavailable)) with { Kind = BackendErrorKind.Unavailable }, code), null);
}
