using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Status;

/// <summary>
/// Ends of turns and renders that a failing store did not accept. Each is retried until it is stored: an open record would be taken up
/// again, and a video that is in the chat already would be posted a second time.
/// </summary>
internal sealed partial class OwedEnds(StatusFinalizer finalizer, TimeProvider clock, ILogger<OwedEnds> logger)
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, byte> _owed = new(StringComparer.Ordinal);

    public bool Has(long turn) => _owed.ContainsKey(NameOf(turn));

    public bool Has(string render) => _owed.ContainsKey(render);

    /// <summary>Retries the end of a turn. Never throws.</summary>
    /// <param name="turn">Its id.</param>
    /// <param name="end">Stores the end.</param>
    /// <param name="shown">Completes with true when the answer is shown.</param>
    public Task RetryAsync(long turn, Func<Task<PendingReply?>> end, Task<bool> shown) => RepeatAsync(NameOf(turn), end, shown);

    /// <summary>Retries the end of a render. Never throws.</summary>
    /// <param name="render">Its id.</param>
    /// <param name="end">Stores the end.</param>
    /// <param name="shown">Completes with true when the answer is shown.</param>
    public Task RetryAsync(string render, Func<Task<PendingReply?>> end, Task<bool> shown) => RepeatAsync(render, end, shown);

    private async Task RepeatAsync(string work, Func<Task<PendingReply?>> end, Task<bool> shown)
    {
        _owed[work] = 0;
        var backoff = FirstBackoff;
        while (true)
        {
            await Task.Delay(backoff, clock).ConfigureAwait(false);
            backoff = Backoff.Next(backoff, LongestBackoff);
            try
            {
                if (await end().ConfigureAwait(false) is { } reply)
                {
                    _ = finalizer.DeleteWhenShownAsync(reply, shown);
                }

                break;
            }
            catch (Exception exception) when (exception is LaneLostException or ObjectDisposedException)
            {
                LogGivenUp(logger, exception, work);
                break;
            }
            catch (Exception exception)
            {
                LogRetrying(logger, exception, work);
            }
        }

        _owed.TryRemove(work, out _);
    }

    private static string NameOf(long turn) => string.Create(CultureInfo.InvariantCulture, $"turn {turn}");

    [LoggerMessage(Level = LogLevel.Debug, Message = "The end of {Work} cannot be stored yet; retrying.")]
    private static partial void LogRetrying(ILogger logger, Exception exception, string work);

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of {Work} could not be stored; the next sweep takes it up.")]
    private static partial void LogGivenUp(ILogger logger, Exception exception, string work);
}
