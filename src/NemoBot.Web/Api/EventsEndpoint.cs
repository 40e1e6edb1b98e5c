using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NemoBot.Core.Telemetry;
using NemoBot.Core.Storage;
using NemoBot.Web.Messages;
using NemoBot.Web.Replies;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Api;

/// <summary>
/// <c>GET /api/channels/{channel}/events</c>: streams what is written from now on, or after the id a reader saw last
/// (<c>Last-Event-ID</c>, also as <c>?lastEventId=</c>).
/// </summary>
internal sealed class EventsEndpoint(
    IOptions<WebChatOptions> options, IOptions<ClusterOptions> cluster, ChatLog log, ChangeNotifier notifier, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);
    private int _open;

    public async Task HandleAsync(HttpContext context)
    {
        var channel = context.Channel();
        var last = LastSeen(context.Request);
        try
        {
            if (Interlocked.Increment(ref _open) > options.Value.MaxStreams)
            {
                throw new ProblemException(StatusCodes.Status503ServiceUnavailable, Problem.Busy);
            }

            await StreamAsync(context, channel, last);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task StreamAsync(HttpContext context, string channel, long? last)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var listener = notifier.Listen(channel);
        using var open = BotMetrics.StreamOpened("web");
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var writer = new EventWriter(context.Response.Body, options.Value.SlowReaderTimeout, time);
        try
        {
            var reader = new EventReader(log, listener, writer, channel);
            await reader.StartAsync(last, stop.Token);
            var quiet = TimeSpan.Zero;
            while (true)
            {
                var next = listener.Next;
                if (!await reader.CatchUpAsync(stop.Token))
                {
                    quiet = await WaitAsync(next, quiet, writer, stop.Token);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader left or the bot is stopping: the reader reconnects with the id it saw last.
        }
        catch (TimeoutException)
        {
            context.Abort();
        }
    }

    /// <summary>Waits for a write. Notices of other instances may be lost: what they wrote is looked for every two seconds too.</summary>
    /// <param name="next">The next write that is noticed.</param>
    /// <param name="quiet">For how long nothing has been sent.</param>
    /// <param name="writer">Sends heartbeats.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>For how long nothing has been sent by then.</returns>
    private async Task<TimeSpan> WaitAsync(Task next, TimeSpan quiet, EventWriter writer, CancellationToken cancellationToken)
    {
        var left = options.Value.HeartbeatInterval - quiet;
        var wait = cluster.Value.IsOn && LookInterval < left ? LookInterval : left;
        try
        {
            await next.WaitAsync(wait, time, cancellationToken);
            return TimeSpan.Zero;
        }
        catch (TimeoutException) when (wait < left)
        {
            return quiet + wait;
        }
        catch (TimeoutException)
        {
            await writer.HeartbeatAsync(cancellationToken);
            return TimeSpan.Zero;
        }
    }

    private static long? LastSeen(HttpRequest request)
    {
        var text = request.Headers["Last-Event-ID"].ToString();
        text = text.Length > 0 ? text : request.Query["lastEventId"].ToString();
        return text.Length == 0 ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last
            : throw Requests.Bad();
    }
}
