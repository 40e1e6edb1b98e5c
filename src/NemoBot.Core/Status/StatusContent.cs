using NemoBot.Core.Platforms;
using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>What a status message says while work runs: the stage with progress or elapsed time, then the answer so far. Not thread-safe.</summary>
internal sealed class StatusContent(IChatPlatform platform, PlatformLimits limits, Texts texts, LiveStatusOptions options, TimeProvider clock)
{
    private string _stage = "";
    private string _said = "";
    private Func<(double Fraction, TimeSpan? Left)?> _progress = () => null;
    private IReadOnlyList<Button> _buttons = [];
    private DateTimeOffset _stageSince = clock.GetUtcNow();
    private DateTimeOffset _newsAt = clock.GetUtcNow();

    /// <summary>Nothing is said yet.</summary>
    public bool IsEmpty => _stage.Length + _said.Length == 0;

    /// <summary>Begins a stage without progress.</summary>
    public void Stage(string stage, IReadOnlyList<Button> buttons)
    {
        _stageSince = _newsAt = clock.GetUtcNow();
        (_stage, _buttons, _progress) = (stage, buttons, () => null);
    }

    /// <summary>A stage that reports its own progress. The same stage again only moves on.</summary>
    public void Stage(string stage, double fraction, IReadOnlyList<Button> buttons)
    {
        _newsAt = clock.GetUtcNow();
        _stageSince = _stage == stage ? _stageSince : _newsAt;
        (_stage, _buttons, _progress) = (stage, buttons, () => (fraction, null));
    }

    /// <summary>Reads the progress whenever the content is composed.</summary>
    public void Follow(Func<(double Fraction, TimeSpan? Left)?> progress) => (_progress, _newsAt) = (progress, clock.GetUtcNow());

    /// <summary>Replaces the answer so far.</summary>
    public void Say(string said) => (_said, _newsAt) = (said, clock.GetUtcNow());

    /// <summary>What to show now.</summary>
    public OutboundMessage Compose()
    {
        if (_stage.Length == 0)
        {
            return Fit(_said, _buttons, null);
        }

        var now = clock.GetUtcNow();
        var progress = _progress();
        var head = progress is { } p
            ? _stage + "\n" + ProgressText.Describe(p.Fraction, p.Left, !limits.DrawsProgress, texts)
            : _stage + Elapsed(now);
        if (progress is null && now - _newsAt >= options.StillWorkingAfter)
        {
            head += "\n" + texts["status.still"];
        }

        return Fit(WithSaid(head), _buttons, progress?.Fraction);
    }

    /// <summary>That the work goes on after a restart.</summary>
    public OutboundMessage ComposePaused() => Fit(WithSaid(texts["status.paused"]), [], null);

    private string WithSaid(string head) => _said.Length == 0 ? head : head + "\n\n" + _said;

    private OutboundMessage Fit(string text, IReadOnlyList<Button> buttons, double? progress) => new()
    {
        Text = TextSplitter.Shorten(text, limits.TextLength, platform.MeasureText),
        Buttons = Messenger.Fit(buttons, limits),
        Progress = progress,
    };

    private string Elapsed(DateTimeOffset now)
    {
        var elapsed = now - _stageSince;
        return elapsed < options.Refresh ? "" : $" ({ProgressText.Clock(elapsed)})";
    }
}
