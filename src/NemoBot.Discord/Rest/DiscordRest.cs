using System.Net;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Telemetry;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Rest;

/// <summary>
/// The only access to the REST API: rate limits, retries and the count of invalid requests live here. 401, 403 and 404 are final; a 429
/// was not executed and may always be retried.
/// </summary>
internal sealed partial class DiscordRest(HttpClient http, DiscordOptions options, TimeProvider clock, IPaceShare share, ILogger<DiscordRest> log) : IDisposable
{
    private readonly Buckets _buckets = new(clock);
    private readonly GlobalRateLimit _pace = new(options, clock, share);
    private readonly InvalidRequestCounter _invalid = new(options, clock);
    private volatile bool _tokenRefused;
    private Uri _base = Slashed(options.ApiBaseUrl);

    /// <summary>The API's address.</summary>
    public Uri Address
    {
        get => _base;
        set => _base = Slashed(value);
    }

    /// <summary>Sends a request as soon as its rate limits allow.</summary>
    /// <exception cref="HttpRequestException">No response, and retrying was not allowed or did not help. See <see cref="WasNeverSent"/>.</exception>
    public async Task<RestResponse> SendAsync(RestRequest call, CancellationToken cancellationToken)
    {
        var deadline = clock.GetUtcNow() + call.Patience;
        var mayHaveArrived = false;
        for (var retries = 0; ;)
        {
            if (_tokenRefused && !call.IsInteraction)
            {
                // Every further 401 counts towards a ban of the address.
                return new RestResponse(HttpStatusCode.Unauthorized, [], RateLimitHeaders.None);
            }

            var (response, failure) = await PacedAsync(call, deadline, cancellationToken);
            if (response is { Status: HttpStatusCode.TooManyRequests, Wait: null, Code: not ErrorCodes.TooManyOldEdits })
            {
                var wait = response.Limits.RetryAfter ?? TimeSpan.FromSeconds(1);
                LogLimited(log, call.Route, wait, response.Limits.IsGlobal);
                BotMetrics.RateLimited("discord");
                if (clock.GetUtcNow() + wait > deadline)
                {
                    return RestResponse.Held(wait);
                }

                continue;
            }

            mayHaveArrived |= failure is not null && !NeverConnected(failure);
            var lost = response is null || (int)response.Status >= 500;
            if (lost && call.MayRepeat && retries < options.Repeats)
            {
                LogRetry(log, call.Route, (int?)response?.Status ?? 0);
                await Task.Delay(Backoff.After(++retries, options.RepeatDelay, call.Patience), clock, cancellationToken);
                continue;
            }

            return response ?? throw new HttpRequestException(
                mayHaveArrived ? HttpRequestError.ResponseEnded : HttpRequestError.ConnectionError, "Discord does not respond.", failure);
        }
    }

    /// <summary>True if no attempt of the request got a connection, so that it cannot have been executed.</summary>
    public static bool WasNeverSent(HttpRequestException error) => error.HttpRequestError == HttpRequestError.ConnectionError;

    /// <summary>Downloads from outside the API, without the bot's token.</summary>
    public Task<HttpResponseMessage> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Name(options));
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private static bool NeverConnected(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
    };

    private async Task<(RestResponse? Answer, Exception? Failure)> PacedAsync(RestRequest call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (!call.IsInteraction && _invalid.Hold is var hold && hold > TimeSpan.Zero)
        {
            return (RestResponse.Held(hold), null);
        }

        var (bucket, wait) = await _buckets.EnterAsync(call, deadline, cancellationToken);
        if (bucket is null)
        {
            return (RestResponse.Held(wait), null);
        }

        RestResponse? response = null;
        try
        {
            if (!call.IsInteraction && await PaceAsync(call, deadline, cancellationToken) is { } held)
            {
                return (RestResponse.Held(held), null);
            }

            if (call.BeforeSend is { } confirm)
            {
                await confirm(cancellationToken);
            }

            response = await OnceAsync(call, cancellationToken);
            Inspect(call, response);
            return (response, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            return (null, e);
        }
        finally
        {
            _buckets.Leave(call, bucket, response);
        }
    }

    /// <returns>How long the call would have to wait; null if it may be sent now.</returns>
    private async Task<TimeSpan?> PaceAsync(RestRequest call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (!_pace.TryReserve(call.IsDroppable, deadline - clock.GetUtcNow(), out var wait))
        {
            return wait;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }

        return null;
    }

    private void Inspect(RestRequest call, RestResponse response)
    {
        if (_invalid.Count(response))
        {
            LogHolding(log, options.InvalidRequestLimit);
        }

        if (response.Status == HttpStatusCode.TooManyRequests && response.Limits.IsGlobal)
        {
            _pace.Pause(response.Limits.RetryAfter ?? TimeSpan.FromSeconds(1));
        }

        if (response.Status == HttpStatusCode.Unauthorized && !call.IsInteraction)
        {
            _tokenRefused = true;
        }
    }

    private async Task<RestResponse> OnceAsync(RestRequest call, CancellationToken cancellationToken)
    {
        using var idle = new IdleTimeout(call.IsUpload ? options.TransferIdleTimeout : options.RequestTimeout, clock, cancellationToken);
        using var request = new HttpRequestMessage(call.Method, new Uri(_base, call.Path)) { Content = call.Content?.Invoke() };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent.Name(options));
        if (!call.IsInteraction)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bot " + options.Token.Trim());
        }

        if (request.Content is FileUpload upload)
        {
            upload.Watch = idle;
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, idle.Token);
            var body = await response.Content.ReadAsByteArrayAsync(idle.Token);
            return WithWait(new RestResponse(response.StatusCode, body, RateLimitHeaders.Read(response.Headers)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Discord did not respond in time.");
        }
    }

    private static Uri Slashed(Uri address) => new(address.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>The body of a 429 is more precise than the header, which is in whole seconds.</summary>
    private static RestResponse WithWait(RestResponse response)
    {
        if (response.Status != HttpStatusCode.TooManyRequests)
        {
            return response;
        }

        var exact = response.Error.RetryAfter is > 0 and < 1e9 and var seconds ? Backoff.Bound(TimeSpan.FromSeconds(seconds)) : response.Limits.RetryAfter;
        // The edge in front of the API responds without JSON, and limits the address instead of a route.
        var isEdge = response.Error is { RetryAfter: null, Code: null, Message: null } && response.Limits is { Bucket: null, Limit: null, IsShared: false };
        var isGlobal = response.Limits.IsGlobal || response.Error.Global == true || isEdge;
        return response with { Limits = response.Limits with { RetryAfter = exact, IsGlobal = isGlobal } };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Discord: {Route} is rate limited for {Wait} (global: {IsGlobal})")]
    private static partial void LogLimited(ILogger logger, string route, TimeSpan wait, bool isGlobal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord: {Route} failed (status {Status}); retrying")]
    private static partial void LogRetry(ILogger logger, string route, int status);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: {Count} invalid requests within the counted window; pausing before the address is banned")]
    private static partial void LogHolding(ILogger logger, int count);
}
