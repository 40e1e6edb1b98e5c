using System.Net;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;

namespace NemoBot.Nemo.Transport;

/// <summary>
/// Sends requests and turns failures of the connection into typed errors. Requests that must not be made twice get a connection of
/// their own: a kept one may have been closed by the service in the same moment, and it would be unknown whether the request arrived.
/// </summary>
internal sealed partial class HttpSender : IDisposable
{
    private readonly HttpClient _kept;
    private readonly HttpClient _fresh;
    private readonly ILogger _logger;
    private readonly string _backend;
    private readonly TimeProvider _clock;

    public HttpSender(NemoConnection connection, TimeProvider clock, ILogger logger)
    {
        _logger = logger;
        _clock = clock;
        _backend = connection.Traits.Name;
        _kept = Create(connection, TimeSpan.FromMinutes(5));
        _fresh = Create(connection, TimeSpan.Zero);
    }

    /// <summary>Sends and returns as soon as the headers of the answer are there.</summary>
    /// <exception cref="BackendException">
    /// With <see cref="BackendErrorKind.NeverSent"/> if not a byte of the request left, else <see cref="BackendErrorKind.Unavailable"/>.
    /// </exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool ownConnection, CancellationToken cancellationToken)
    {
        var path = request.RequestUri?.AbsolutePath ?? string.Empty;
        var watch = new CallWatch(_backend, request.Method.Method, path, _clock);
        try
        {
            var response = await (ownConnection ? _fresh : _kept).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            LogAnswer(request.Method.Method, path, (int)response.StatusCode);
            watch.Answered((int)response.StatusCode);
            return response;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || IsLateConnection(failure, cancellationToken))
        {
            if (request.Content is TrackedContent { SourceFailure: { } source })
            {
                throw new IOException("The file could not be read to its end.", source);
            }

            watch.Failed();
            var never = request.Content is TrackedContent body ? !body.Started : NoConnection(failure);
            LogFailure(request.Method.Method, path, never, failure);
            throw new BackendException(new BackendError(never ? BackendErrorKind.NeverSent : BackendErrorKind.Unavailable), failure);
        }
    }

    public void Dispose()
    {
        _kept.Dispose();
        _fresh.Dispose();
    }

    private static bool NoConnection(Exception failure) => failure is OperationCanceledException or HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    /// <summary>A connection that is not made in time looks like a cancellation, though nobody cancelled.</summary>
    private static bool IsLateConnection(Exception failure, CancellationToken cancellationToken) =>
        failure is OperationCanceledException { InnerException: TimeoutException } && !cancellationToken.IsCancellationRequested;

    private static HttpClient Create(NemoConnection connection, TimeSpan lifetime)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect could lead to a foreign host, or make a POST a second time.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = connection.Limits.ConnectTimeout,
            PooledConnectionLifetime = lifetime,
            UseProxy = !connection.Api.IsLoopback,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path} was answered with {Status}")]
    private partial void LogAnswer(string method, string path, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} failed; never sent: {NeverSent}")]
    private partial void LogFailure(string method, string path, bool neverSent, Exception failure);
}
