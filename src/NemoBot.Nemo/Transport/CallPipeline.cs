using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace NemoBot.Nemo.Transport;

/// <summary>
/// What every call to one service goes through: one wait after a 429, repetitions of what is safe to repeat, and a breaker that
/// stops asking a service that does not answer.
/// </summary>
internal sealed class CallPipeline
{
    private static readonly ResiliencePropertyKey<Repeat> RepeatKey = new("repeat");

    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly ResiliencePipeline _pipeline;

    public CallPipeline(NemoLimits limits, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        builder.AddRetry(RateLimited(limits));
        if (limits.Retries > 0)
        {
            builder.AddRetry(Outages(limits));
        }

        // Feeds the meter "Polly"; the client logs for itself.
        builder.Name = "backend";
        builder.ConfigureTelemetry(NullLoggerFactory.Instance);
        _pipeline = builder.AddCircuitBreaker(Breaker(limits)).Build();
    }

    /// <summary>False while calls are refused without being made.</summary>
    public bool IsAvailable => _breaker.CircuitState is CircuitState.Closed;

    /// <summary>Makes a call.</summary>
    /// <exception cref="BackendException">As the call threw it; <see cref="BackendErrorKind.Unavailable"/> if the breaker let it not through, at first or again.</exception>
    public async Task<T> RunAsync<T>(Repeat repeat, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(RepeatKey, repeat);
        try
        {
            return await _pipeline.ExecuteAsync(
                static async (context, call) => await call(context.CancellationToken).ConfigureAwait(false), context, call).ConfigureAwait(false);
        }
        catch (BrokenCircuitException broken)
        {
            throw new BackendException(new BackendError(BackendErrorKind.Unavailable, RetryAfter: broken.RetryAfter), broken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static RetryStrategyOptions RateLimited(NemoLimits limits) => new()
    {
        Name = "rate limit",
        MaxRetryAttempts = 1,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Exception is BackendException { Error.Kind: BackendErrorKind.RateLimited } limited
            && (limited.Error.RetryAfter ?? limits.RateLimitWait) <= limits.MaxRateLimitWait),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(
            (args.Outcome.Exception as BackendException)?.Error.RetryAfter ?? limits.RateLimitWait),
    };

    private static RetryStrategyOptions Outages(NemoLimits limits) => new()
    {
        Name = "outage",
        MaxRetryAttempts = limits.Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = limits.RetryDelay,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Exception is BackendException failure && MayRepeat(args.Context.Properties.GetValue(RepeatKey, Repeat.Never), failure.Error.Kind)),
    };

    private static CircuitBreakerStrategyOptions Breaker(NemoLimits limits, CircuitBreakerStateProvider breaker) => new()
    {
        Name = "breaker",
        FailureRatio = 0.75,
        MinimumThroughput = limits.BreakerCalls,
        SamplingDuration = limits.BreakerWindow,
        BreakDuration = limits.BreakTime,
        StateProvider = breaker,
        ShouldHandle = static args => ValueTask.FromResult(
            args.Outcome.Exception is BackendException { Error.Kind: BackendErrorKind.Unavailable or BackendErrorKind.NeverSent }),
    };

    private static bool MayRepeat(Repeat repeat, BackendErrorKind kind) => kind switch
    {
        BackendErrorKind.NeverSent => repeat != Repeat.Never,
        BackendErrorKind.Unavailable => repeat == Repeat.Safely,
        _ => false,
    };

    private CircuitBreakerStrategyOptions Breaker(NemoLimits limits) => Breaker(limits, _breaker);
}
