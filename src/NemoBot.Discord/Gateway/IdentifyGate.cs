using Microsoft.Extensions.Logging;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Gateway;

/// <summary>
/// Lets sessions be started: <c>max_concurrency</c> of them at a time every five seconds, and never more in a day than Discord
/// allows, because beyond that it resets the token.
/// </summary>
internal sealed partial class IdentifyGate(DiscordApi api, DiscordOptions options, TimeProvider clock, ILogger<IdentifyGate> log) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<int, DateTimeOffset> _next = [];
    private WireSessionLimit _limit = new() { Total = 1000, Remaining = 1000, MaxConcurrency = 1 };
    private int _left = 1000;

    /// <summary>Takes over what <c>/gateway/bot</c> says.</summary>
    public void Learn(WireSessionLimit? limit)
    {
        _limit = limit ?? _limit;
        _left = _limit.Remaining;
    }

    /// <summary>Returns when this shard may start a session.</summary>
    public async Task EnterAsync(int shard, CancellationToken cancellationToken)
    {
        DateTimeOffset at;
        await _one.WaitAsync(cancellationToken);
        try
        {
            while (_left <= 0)
            {
                var wait = TimeSpan.FromMilliseconds(Math.Max(1000, _limit.ResetAfter));
                LogExhausted(log, _limit.Total, wait);
                await Task.Delay(wait, clock, cancellationToken);
                await AskAsync(wait, cancellationToken);
            }

            _left--;
            var key = shard % Math.Max(1, _limit.MaxConcurrency);
            var now = clock.GetUtcNow();
            at = _next.TryGetValue(key, out var next) && next > now ? next : now;
            _next[key] = at + options.IdentifyInterval;
        }
        finally
        {
            _one.Release();
        }

        if (at - clock.GetUtcNow() is var delay && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task AskAsync(TimeSpan waited, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.GetGatewayAsync(cancellationToken);
            if (answer.IsSuccess)
            {
                Learn(answer.Read(DiscordJson.Default.WireGatewayBot).SessionStartLimit);
            }
        }
        catch (HttpRequestException)
        {
            LogExhausted(log, _limit.Total, waited);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "All {Total} starts of sessions that Discord allows a day are used up; waiting {Wait}")]
    private static partial void LogExhausted(ILogger logger, int total, TimeSpan wait);
}
