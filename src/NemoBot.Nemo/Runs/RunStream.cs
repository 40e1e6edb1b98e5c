using System.Text;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Streams;
using NemoBot.Nemo.Wire;

namespace NemoBot.Nemo.Runs;

/// <summary>An answered <c>run_sse</c>: its events until the service closes it, it breaks, or nothing new came for too long.</summary>
internal sealed partial class RunStream : IAsyncDisposable
{
    private readonly EventInterpreter _interpreter = new();
    private readonly NemoLimits _limits;
    private readonly RunDeadline _deadline;
    private readonly HttpResponseMessage? _response;
    private readonly EventReader? _reader;
    private readonly ILogger _logger;
    private bool _lastWasWhole = true;

    /// <param name="response">Disposed with the stream.</param>
    /// <param name="body">Its body; null: there is none to read, the turn may still have begun.</param>
    /// <param name="deadline">Started when the request was sent; disposed with the stream.</param>
    /// <param name="limits">Limits.</param>
    /// <param name="logger">Logs unreadable events.</param>
    public RunStream(HttpResponseMessage? response, Stream? body, RunDeadline deadline, NemoLimits limits, ILogger logger)
    {
        _response = response;
        _deadline = deadline;
        _limits = limits;
        _logger = logger;
        _reader = body is null ? null : new EventReader(body, limits.MaxEventBytes, deadline.Token);
    }

    /// <summary>What the stream begins with, for one without a body: the error that the service answered.</summary>
    public BackendEvent.Failed? Opening { get; init; }

    /// <summary>Why there is no body.</summary>
    public string LostReason { get; init; } = "no stream";

    /// <summary>The next events; the last one of the last reading is <see cref="BackendEvent.Ended"/> or <see cref="BackendEvent.Lost"/>.</summary>
    public async Task<StreamItem> NextAsync()
    {
        if (_reader is null)
        {
            return Close(new BackendEvent.Lost(LostReason), Opening);
        }

        try
        {
            if (await _reader.NextAsync().ConfigureAwait(false) is not { } raw)
            {
                return _reader.EndedInside && !_lastWasWhole ? Close(new BackendEvent.Lost("The stream ended inside an event."), null) : Close(new BackendEvent.Ended(), null);
            }

            return Understand(raw);
        }
        catch (EventTooLargeException large)
        {
            var error = new BackendError(BackendErrorKind.Malformed, large.Message);
            return Close(new BackendEvent.Lost(large.Message), new BackendEvent.Failed(error, "event_too_large"));
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or InvalidDataException)
        {
            LogBroken(failure);
            return Close(new BackendEvent.Lost("The connection broke."), null);
        }
        catch (OperationCanceledException) when (_deadline.Reason is { } reason)
        {
            return Close(new BackendEvent.Lost(reason), null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _deadline.Dispose();

        // Aborts the connection: whatever the service still writes there goes nowhere.
        _response?.Dispose();
        if (_reader is not null)
        {
            await _reader.DisposeAsync().ConfigureAwait(false);
        }
    }

    private StreamItem Understand(RawEvent raw)
    {
        var reading = _interpreter.Read(raw);
        _lastWasWhole = raw.IsWhole || reading.IsNews;
        if (reading.IsNews)
        {
            _deadline.Restart(_limits.StreamIdle);
        }
        else if (_logger.IsEnabled(LogLevel.Trace))
        {
            var start = Redactor.Clean(Encoding.UTF8.GetString(raw.Data.Span[..Math.Min(raw.Data.Length, 200)]));
            LogNothingSensitive(start);
        }

        return reading;
    }

    private StreamItem Close(BackendEvent last, BackendEvent.Failed? failed)
    {
        List<BackendEvent> events = [.. _interpreter.End()];
        if (failed is not null)
        {
            events.Add(failed);
        }

        events.Add(last);
        return new StreamItem(events, IsNews: true);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The stream of a turn broke")]
    private partial void LogBroken(Exception failure);

    [LoggerMessage(Level = LogLevel.Trace, Message = "An event said nothing: {Data}")]
    private partial void LogNothingSensitive(string? data);
}
