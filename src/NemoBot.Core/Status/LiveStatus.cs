using NemoBot.Core.Platforms;
using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>
/// Composes a turn's status message while work runs: the stage with progress or elapsed time, then the answer so far. Refreshes itself
/// while no news arrives, so that the bot does not look dead.
/// </summary>
internal sealed class LiveStatus : IAsyncDisposable
{
    private readonly StatusMessage _message;
    private readonly IChatPlatform _platform;
    private readonly PlatformLimits _limits;
    private readonly LiveStatusOptions _options;
    private readonly TimeProvider _clock;
    private readonly Action<LiveStatus> _closed;
    private readonly ITimer _ticker;
    private readonly Lock _gate = new();

    private string _stage = "";
    private string _said = "";
    private Func<(double Fraction, TimeSpan? Left)?> _progress = () => null;
    private IReadOnlyList<Button> _buttons = [];
    private DateTimeOffset _stageSince;
    private DateTimeOffset _newsAt;
    private bool _finished;

    public LiveStatus(
        StatusMessage message,
        IChatPlatform platform,
        PlatformLimits limits,
        Texts texts,
        LiveStatusOptions options,
        TimeProvider clock,
        Action<LiveStatus>? closed = null)
    {
        _closed = closed ?? (_ => { });
        _message = message;
        _platform = platform;
        _limits = limits;
        _options = options;
        _clock = clock;
        Texts = texts;
        _stageSince = _newsAt = clock.GetUtcNow();
        _ticker = clock.CreateTimer(_ => Refresh(), null, options.Refresh, options.Refresh);
    }

    /// <summary>The texts in the conversation's language.</summary>
    public Texts Texts { get; }

    /// <summary>The posted message; null before it is posted.</summary>
    public MessageRef? Message => _message.Message;

    /// <summary>Begins a stage without progress.</summary>
    public void Stage(string stage, params IReadOnlyList<Button> buttons)
    {
        lock (_gate)
        {
            _stage = stage;
            _buttons = buttons;
            _progress = () => null;
            _stageSince = _newsAt = _clock.GetUtcNow();
        }

        Refresh();
    }

    /// <summary>A stage that reports its own progress. The same stage again only moves on.</summary>
    public void Stage(string stage, double fraction, IReadOnlyList<Button> buttons)
    {
        lock (_gate)
        {
            _newsAt = _clock.GetUtcNow();
            _stageSince = _stage == stage ? _stageSince : _newsAt;
            (_stage, _buttons, _progress) = (stage, buttons, () => (fraction, null));
        }

        Refresh();
    }

    /// <summary>Sets the progress of the stage.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="left">Time left; null if unknown.</param>
    public void Progress(double fraction, TimeSpan? left) => Follow(() => (fraction, left));

    /// <summary>Reads the progress at every refresh, so that it moves between two polls.</summary>
    public void Follow(Func<(double Fraction, TimeSpan? Left)?> progress)
    {
        lock (_gate)
        {
            _progress = progress;
            _newsAt = _clock.GetUtcNow();
        }

        Refresh();
    }

    /// <summary>Replaces the answer so far.</summary>
    public void Say(string said)
    {
        lock (_gate)
        {
            _said = said;
            _newsAt = _clock.GetUtcNow();
        }

        Refresh();
    }

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

            (_finished, _buttons) = (true, []);
            content = Compose(_said.Length == 0 ? Texts["status.paused"] : Texts["status.paused"] + "\n\n" + _said, null);
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

    private void Refresh()
    {
        lock (_gate)
        {
            if (!_finished && _stage.Length + _said.Length > 0)
            {
                _message.Show(Compose());
            }
        }
    }

    private OutboundMessage Compose()
    {
        var now = _clock.GetUtcNow();
        var progress = _progress();
        if (_stage.Length == 0)
        {
            return Compose(_said, null);
        }

        var head = progress is { } p
            ? _stage + "\n" + ProgressText.Describe(p.Fraction, p.Left, !_limits.DrawsProgress, Texts)
            : _stage + Elapsed(now);
        if (progress is null && now - _newsAt >= _options.StillWorkingAfter)
        {
            head += "\n" + Texts["status.still"];
        }

        return Compose(_said.Length == 0 ? head : head + "\n\n" + _said, progress?.Fraction);
    }

    private OutboundMessage Compose(string text, double? progress) => new()
    {
        Text = TextSplitter.Shorten(text, _limits.TextLength, _platform.MeasureText),
        Buttons = Messenger.Fit(_buttons, _limits),
        Progress = progress,
    };

    private string Elapsed(DateTimeOffset now)
    {
        var elapsed = now - _stageSince;
        return elapsed < _options.Refresh ? "" : $" ({ProgressText.Clock(elapsed)})";
    }
}
