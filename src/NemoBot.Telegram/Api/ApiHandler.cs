using System.Net;

namespace NemoBot.Telegram.Api;

/// <summary>
/// What the library does not support: a base address with a path, the wait that a 429 has only in its header, and a refusal of a large
/// body before it is sent. The token is part of every address, so this transport neither traces nor follows redirects.
/// </summary>
internal sealed class ApiHandler : DelegatingHandler
{
    private readonly string _root;

    public ApiHandler(Uri root)
        : base(CreateTransport()) => _root = root.AbsoluteUri.TrimEnd('/');

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var method = request.RequestUri!.Segments[^1];
        request.RequestUri = new Uri(_root + request.RequestUri.PathAndQuery);

        // A body refused for its size is refused before it is sent, and the answer is not lost in a reset connection.
        request.Headers.ExpectContinue = request.Content?.Headers.ContentType?.MediaType == "multipart/form-data" ? true : null;
        var response = await base.SendAsync(request, cancellationToken);
        if (response is { StatusCode: HttpStatusCode.TooManyRequests, Headers.RetryAfter.Delta: { } wait })
        {
            response.Dispose();
            throw new TelegramApiException(method, (int)HttpStatusCode.TooManyRequests, "Too Many Requests", wait, null);
        }

        return response;
    }

    /// <summary>Without a propagator the transport creates no activities; their tags would contain the address.</summary>
    private static SocketsHttpHandler CreateTransport() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    };
}
