using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>
/// A turn's status message while work runs: shows what <see cref="StatusContent"/> composes at all news, and from time to time
/// without any, so that the bot does not look dead.
/// </summary>
internal sealed partial class LiveStatus : IAsyncDisposable
{
    private readonly StatusMessage _message;
    private readonly IChatPlatform _platform;
    private readonly PlatformLimits _limits;
    private readonly StatusContent _content;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Action<LiveStatus> _closed;
    private readonly ITimer _ticker;
    private readonly Lock _gate = new();

    private bool _finished;

    public LiveStatus(
        StatusMessage message,
        IChatPlatform platform,
        PlatformLimits limits,
        Texts texts,
        LiveStatusOptions options,
        TimeProvider clock,
        ILogger logger,
        Action<LiveStatus>? closed = null)
    {
        _closed = closed ?? (_ => { });
        _message = message;
        _platform = platform;
        _limits = limits;
        _content = new StatusContent(platform, limits, texts, options, clock);
        _clock = clock;
        _logger = logger;
        Texts = texts;
        _ticker = clock.CreateTimer(_ => Tick(), null, options.Refresh, options.Refresh);
    }

    /// <summary>The texts in the conversation's language.</summary>
    public Texts Texts { get; }

    /// <summary>The posted message; null before it is posted.</summary>
    public MessageRef? Message => _message.Message;

    /// <summary>Begins a stage without progress.</summary>
    public void Stage(string stage, params IReadOnlyList<Button> buttons) => Change(c => c.Stage(stage, buttons));

    /// <summary>A stage that reports its own progress. The same stage again only moves on.</summary>
    public void Stage(string stage, double fraction, IReadOnlyList<Button> buttons) => Change(c => c.Stage(stage, fraction, buttons));

    /// <summary>Sets the progress of the stage.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="left">Time left; null if unknown.</param>
    public void Progress(double fraction, TimeSpan? left) => Follow(() => (fraction, left));

    /// <summary>Reads the progress at every refresh, so that it moves between two polls.</summary>
    public void Follow(Func<(double Fraction, TimeSpan? Left)?> progress) => Change(c => c.Follow(progress));

    /// <summary>Replaces the answer so far.</summary>
    public void Say(string said) => Change(c => c.Say(said));

    /// <summary>Shows the final answer. Of a text too long for one message, the rest is returned.</summary>
    /// <returns>The texts for further messages; null if the answer was not shown.</returns>
    public async Task<IReadOnlyList<string>?> FinishAsync(Answer answer)
    {
        lock (_gate)
        {
            _finished = true;
        }

        await DisposeAsync().ConfigureAwait(false);
        var pieces = TextSplitter.Split(answer.Text, _limits.TextLength, _platform.MeasureText);
        var last = pieces.Count <= 1;
        var isShown = await _message.FinishAsync(new OutboundMessage
        {
            Text = pieces.Count > 0 ? pieces[0] : Texts["status.done"],
            Buttons = last ? Messenger.Fit(answer.Buttons, _limits) : [],
        }).ConfigureAwait(false);
        return isShown ? [.. pieces.Skip(1)] : null;
    }

    /// <summary>Says that the work goes on after a restart, as the last thing that this process shows.</summary>
    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        OutboundMessage content;
        lock (_gate)
        {
            if (_finished)
            {
                return;
            }

            _finished = true;
            content = _content.ComposePaused();
        }

        // The message's own edits end with the process's stop: this one goes past them.
        var last = content with { Kind = OutboundKind.Status, IsFinal = true };
        while (Message is { } message
            && await _platform.EditAsync(message, last, cancellationToken).ConfigureAwait(false) is DeliveryResult.RateLimited limited)
        {
            await Task.Delay(limited.RetryAfter, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        _closed(this);
        _message.Drop();
        return _ticker.DisposeAsync();
    }

    /// <summary>An exception on the timer's thread would end the process; the next tick makes up for one that failed.</summary>
    private void Tick()
    {
        try
        {
            Refresh();
        }
        catch (Exception exception)
        {
            LogNotComposed(_logger, exception, _platform.Name);
        }
    }

    private void Change(Action<StatusContent> change)
    {
        lock (_gate)
        {
            change(_content);
        }

        Refresh();
    }

    private void Refresh()
    {
        lock (_gate)
        {
            if (!_finished && !_content.IsEmpty)
            {
                _message.Show(_content.Compose());
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The status message on {Platform} could not be composed.")]
    private static partial void LogNotComposed(ILogger logger, Exception exception, string platform);
}
