using System.Net;
using Microsoft.Extensions.Logging;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Rest;

/// <summary>
/// The one door to the REST API: pacing, repetition and counting happen here and nowhere else. 401, 403 and 404 are final;
/// a 429 was not carried out and may always be made again.
/// </summary>
internal sealed partial class DiscordRest(HttpClient http, DiscordOptions options, TimeProvider clock, ILogger<DiscordRest> log)
{
    private readonly Buckets _buckets = new(clock);
    private readonly GlobalPace _pace = new(options, clock);
    private readonly InvalidRequests _invalid = new(options, clock);
    private volatile bool _tokenRefused;
    private Uri _base = Slashed(options.ApiBaseUrl);

    /// <summary>Where the API is.</summary>
    public Uri Address
    {
        get => _base;
        set => _base = Slashed(value);
    }

    /// <summary>Makes a request as soon as its limits allow.</summary>
    /// <exception cref="HttpRequestException">No answer, and repeating was not allowed or did not help.</exception>
    public async Task<RestAnswer> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        var deadline = clock.GetUtcNow() + call.Patience;
        for (var repeats = 0; ;)
        {
            if (_tokenRefused && !call.IsInteraction)
            {
                // Each further 401 would count towards the ban of the address.
                return new RestAnswer(HttpStatusCode.Unauthorized, [], RateHeaders.None);
            }

            var (answer, failure) = await PacedAsync(call, deadline, cancellationToken);
            if (answer is { Status: HttpStatusCode.TooManyRequests, Wait: null, Code: not ErrorCodes.TooManyOldEdits })
            {
                var wait = answer.Limits.RetryAfter ?? TimeSpan.FromSeconds(1);
                LogLimited(log, call.Route, wait, answer.Limits.IsGlobal);
                if (clock.GetUtcNow() + wait > deadline)
                {
                    return RestAnswer.Held(wait);
                }

                continue;
            }

            var lost = answer is null || (int)answer.Status >= 500;
            if (lost && call.MayRepeat && repeats < options.Repeats)
            {
                LogRepeated(log, call.Route, (int?)answer?.Status ?? 0);
                await Task.Delay(options.RepeatDelay * Math.Pow(2, repeats++), clock, cancellationToken);
                continue;
            }

            return answer ?? throw new HttpRequestException("Discord does not answer.", failure);
        }
    }

    /// <summary>Opens an address outside of the API: a file. The bot's token stays at home.</summary>
    public Task<HttpResponseMessage> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent.Name(options));
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<(RestAnswer? Answer, Exception? Failure)> PacedAsync(RestCall call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (!call.IsInteraction && _invalid.Hold is var hold && hold > TimeSpan.Zero)
        {
            return (RestAnswer.Held(hold), null);
        }

        var (bucket, wait) = await _buckets.EnterAsync(call, deadline, cancellationToken);
        if (bucket is null)
        {
            return (RestAnswer.Held(wait), null);
        }

        RestAnswer? answer = null;
        try
        {
            if (!call.IsInteraction)
            {
                if (!_pace.TryReserve(call.IsDroppable, deadline - clock.GetUtcNow(), out wait))
                {
                    return (RestAnswer.Held(wait), null);
                }

                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, clock, cancellationToken);
                }
            }

            answer = await OnceAsync(call, cancellationToken);
            Look(call, answer);
            return (answer, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            return (null, e);
        }
        finally
        {
            _buckets.Leave(call, bucket, answer);
        }
    }

    private void Look(RestCall call, RestAnswer answer)
    {
        if (_invalid.Count(answer))
        {
            LogHolding(log, options.InvalidRequestLimit);
        }

        if (answer.Status == HttpStatusCode.TooManyRequests && answer.Limits.IsGlobal)
        {
            _pace.Pause(answer.Limits.RetryAfter ?? TimeSpan.FromSeconds(1));
        }

        if (answer.Status == HttpStatusCode.Unauthorized && !call.IsInteraction)
        {
            _tokenRefused = true;
        }
    }

    private async Task<RestAnswer> OnceAsync(RestCall call, CancellationToken cancellationToken)
    {
        using var idle = new IdleWatch(call.IsUpload ? options.TransferIdleTimeout : options.RequestTimeout, clock, cancellationToken);
        using var request = new HttpRequestMessage(call.Method, new Uri(_base, call.Path)) { Content = call.Content?.Invoke() };
        request.Headers.TryAddWithoutValidation("User-Agent", Agent.Name(options));
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
            return WithWait(new RestAnswer(response.StatusCode, body, RateHeaders.Read(response.Headers)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Discord did not answer in time.");
        }
    }

    private static Uri Slashed(Uri address) => new(address.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>The body of a 429 is more exact than the header, which is in whole seconds.</summary>
    private static RestAnswer WithWait(RestAnswer answer)
    {
        if (answer.Status != HttpStatusCode.TooManyRequests)
        {
            return answer;
        }

        var exact = answer.Error.RetryAfter is > 0 and < 1e9 and var seconds ? TimeSpan.FromSeconds(seconds) : answer.Limits.RetryAfter;
        // The edge in front of the API answers without JSON, and limits the address and not a route.
        var isEdge = answer.Error is { RetryAfter: null, Code: null, Message: null } && answer.Limits is { Bucket: null, Limit: null, IsShared: false };
        var isGlobal = answer.Limits.IsGlobal || answer.Error.Global == true || isEdge;
        return answer with { Limits = answer.Limits with { RetryAfter = exact, IsGlobal = isGlobal } };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Discord limits {Route} for {Wait} (global: {IsGlobal})")]
    private static partial void LogLimited(ILogger logger, string route, TimeSpan wait, bool isGlobal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord answered {Status} to {Route}, or not at all; trying again")]
    private static partial void LogRepeated(ILogger logger, string route, int status);

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord refused {Count} requests within the window that it counts; holding still before it bans this address")]
    private static partial void LogHolding(ILogger logger, int count);
}
