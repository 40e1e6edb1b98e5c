using System.Text.Json;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Transport;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Calls;

/// <summary>Submitting, asking for and cancelling renders.</summary>
internal sealed class RenderCalls(ApiClient client)
{
    private const string RendersPath = "api/render/proxy/lambda";

    /// <summary>Submits a draft; its text goes into the body as it is.</summary>
    public async Task<Envelope> SubmitAsync(
        BackendCaller caller, string sessionId, string renderId, string draftJson, RenderVariant variant, CancellationToken cancellationToken)
    {
        void Write(Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteString("id", renderId);
            writer.WriteString("sessionId", sessionId);
            writer.WritePropertyName("draft");
            writer.WriteRawValue(draftJson, skipInputValidation: true);
            writer.WriteStartObject("output");
            writer.WriteString("format", "mp4");
            writer.WriteString("quality", "high");
            if (variant.IsPreview)
            {
                writer.WriteBoolean("preview", true);
            }

            if (variant.Format is { } format)
            {
                writer.WriteString("variant", format);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        var call = ApiCall.Post(RendersPath, () => new JsonBody(Write), Repeat.IfNeverSent);
        var envelope = await client.CallAsync(caller, call, cancellationToken).ConfigureAwait(false);
        return RenderReader.Read(envelope.Data) is { State: RenderState.Failed } failed
            ? throw new BackendException(new BackendError(BackendErrorKind.Other, failed.Message))
            : envelope;
    }

    /// <summary>Polls a render with one request; the caller counts polls and repeats them.</summary>
    public async Task<RenderStatus> GetAsync(BackendCaller caller, string renderId, CancellationToken cancellationToken)
    {
        var envelope = await client.CallAsync(caller, ApiCall.Get(PathOf(renderId)) with { MayFailInside = true, Repeat = Repeat.IfNeverSent }, cancellationToken).ConfigureAwait(false);
        return RenderReader.Read(envelope.Data)
            ?? throw new BackendException(envelope.Error ?? new BackendError(BackendErrorKind.Malformed, "No status in the answer."));
    }

    /// <summary>Cancels; what is over or unknown needs no cancelling.</summary>
    public async Task CancelAsync(BackendCaller caller, string renderId, CancellationToken cancellationToken)
    {
        try
        {
            await client.CallAsync(caller, ApiCall.Post($"{PathOf(renderId)}/cancel", null, Repeat.Safely), cancellationToken).ConfigureAwait(false);
        }
        catch (BackendException over) when (over.Error.Kind is BackendErrorKind.Other or BackendErrorKind.DuplicateId or BackendErrorKind.Malformed
            or BackendErrorKind.Oversized)
        {
        }
    }

    private static string PathOf(string renderId) => $"{RendersPath}/{Uri.EscapeDataString(renderId)}";
}
