using System.Buffers;
using System.Net.Http.Headers;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Transport;

/// <summary>Reads the bodies of plain answers.</summary>
internal static class Answers
{
    /// <summary>Reads an answer with its envelope; a body larger than the limit is not read, a broken one is an outage.</summary>
    public static async Task<Envelope> ReadAsync(HttpResponseMessage response, int maxBytes, TimeProvider clock, CancellationToken cancellationToken)
    {
        var body = await ReadBytesAsync(response, maxBytes, cancellationToken).ConfigureAwait(false);
        return Envelope.Read(body.Span, response.StatusCode, RetryAfter(response.Headers.RetryAfter, clock));
    }

    /// <summary>How long the service asked to wait.</summary>
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, TimeProvider clock)
    {
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (await stream.ReadAsync(body.GetMemory(8 * 1024), cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                body.Advance(read);
                if (body.WrittenCount > maxBytes)
                {
                    throw new BackendException(new BackendError(BackendErrorKind.Oversized, "The answer is too large."));
                }
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            throw new BackendException(new BackendError(BackendErrorKind.Unavailable), failure);
        }

        return body.WrittenMemory;
    }
}
