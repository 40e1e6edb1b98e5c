using System.Net;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Transport;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Identity;

/// <summary>Asks the service for anonymous tokens.</summary>
internal sealed class AnonymousTokens(NemoConnection connection, HttpSender sender, CallPipeline pipeline, TimeProvider clock)
{
    /// <summary>Asks for the token of a client id. A 400 means that the service does not take the id.</summary>
    /// <returns>Null on a 400.</returns>
    public Task<AnonymousGrant?> AskAsync(string clientId, Skill skill, CancellationToken cancellationToken) =>
        pipeline.RunAsync(Repeat.Safely, token => AskOnceAsync(clientId, skill, token), cancellationToken);

    private async Task<AnonymousGrant?> AskOnceAsync(string clientId, Skill skill, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(connection.Limits.AnswerTimeout, clock, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, connection.Address("api/auth/anonymous-token"));
            request.Headers.TryAddWithoutValidation("X-Client-Id", clientId);
            request.Headers.AddSkill(skill);
            using var response = await sender.SendAsync(request, ownConnection: false, deadline.Token).ConfigureAwait(false);
            var envelope = await Answers.ReadAsync(response, connection.Limits.MaxAnswerBytes, clock, deadline.Token).ConfigureAwait(false);
            var missing = response.StatusCode == HttpStatusCode.BadRequest || envelope is { Error: not null, Code: "400" };
            return missing ? null : envelope.Error is { } error ? throw new BackendException(error) : Grant(clientId, envelope);
        }
        catch (OperationCanceledException late) when (deadline.HasPassed)
        {
            throw new BackendException(new BackendError(BackendErrorKind.Unavailable, "No answer in time."), late);
        }
    }

    private AnonymousGrant Grant(string clientId, Envelope envelope) =>
        envelope.Data.TextField("token", "access_token") is { } token
            ? new AnonymousGrant(
                clientId, token, envelope.Data.TextField("user_id", "userId"),
                envelope.Data.MomentField("expires_at", "expiresAt") ?? clock.GetUtcNow() + connection.Limits.TokenLifetime)
            : throw new BackendException(new BackendError(BackendErrorKind.Malformed, "No token in the answer."));
}
