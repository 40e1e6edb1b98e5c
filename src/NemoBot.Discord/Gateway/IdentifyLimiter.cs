using Microsoft.Extensions.Logging;
using NemoBot.Core.Homes;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Gateway;

/// <summary>
/// Limits the start of sessions: <c>max_concurrency</c> at a time every five seconds, and never more per day than Discord allows, because
/// beyond that it resets the token.
/// </summary>
internal sealed partial class IdentifyLimiter(
    DiscordApi api, DiscordOptions options, IPaceShare share, TimeProvider clock, ILogger<IdentifyLimiter> log) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<int, DateTimeOffset> _next = [];
    private WireSessionLimit _limit = new() { Total = 1000, Remaining = 1000, MaxConcurrency = 1 };
    private int _left = 1000;

    /// <summary>Applies the limits of <c>/gateway/bot</c>.</summary>
    public void Update(WireSessionLimit? limit)
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
                await RefreshAsync(wait, cancellationToken);
            }

            _left--;
            var key = shard % Math.Max(1, _limit.MaxConcurrency);
            var reserved = await share.ReserveAsync($"discord.identify.{key}", options.IdentifyInterval, cancellationToken);
            var now = clock.GetUtcNow() + reserved;
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

    private async Task RefreshAsync(TimeSpan waited, CancellationToken cancellationToken)
    {
        try
        {
            var response = await api.GetGatewayAsync(cancellationToken);
            if (response.IsSuccess)
            {
                Update(response.Read(DiscordJson.Default.WireGatewayBot).SessionStartLimit);
            }
        }
        catch (HttpRequestException)
        {
            LogExhausted(log, _limit.Total, waited);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: all {Total} session starts of the day are used up; waiting {Wait}")]
    private static partial void LogExhausted(ILogger logger, int total, TimeSpan wait);
}
