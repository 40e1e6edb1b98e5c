using System.Text.Json;
using Telegram.Bot.Requests.Abstractions;

namespace NemoBot.Telegram.Api;

/// <summary>
/// A request of the library with a result that stays JSON. Read as the library's own type, one unknown value in an echoed message would
/// turn a delivered message into an error, and one unknown update would fail its whole batch.
/// </summary>
internal sealed class RawRequest : IRequest<JsonElement>
{
    private readonly IRequest _inner;
    private readonly TrackedContent? _content;

    private RawRequest(IRequest inner, HttpContent? content)
    {
        _inner = inner;
        _content = content is null ? null : new TrackedContent(content);
    }

    /// <inheritdoc/>
    public HttpMethod HttpMethod => _inner.HttpMethod;

    /// <inheritdoc/>
    public string MethodName => _inner.MethodName;

    /// <inheritdoc/>
    public bool IsWebhookResponse { get; set; }

    /// <summary>False only if the service certainly did not get the request.</summary>
    public bool MayHaveArrived => _content?.Started ?? true;

    /// <summary>Wraps a request for one attempt.</summary>
    public static async Task<RawRequest> CreateAsync(IRequest inner, CancellationToken cancellationToken)
    {
        var content = inner.ToHttpContent();
        if (content is not null and not MultipartFormDataContent)
        {
            // A buffered body has a length; without one it would be sent in chunks, which not every proxy accepts.
            await content.LoadIntoBufferAsync(cancellationToken);
        }

        return new RawRequest(inner, content);
    }

    /// <inheritdoc/>
    public HttpContent? ToHttpContent() => _content;
}
