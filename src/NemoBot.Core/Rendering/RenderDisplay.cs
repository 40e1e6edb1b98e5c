using NemoBot.Core.Status;

namespace NemoBot.Core.Rendering;

/// <summary>Shows in the status message how a render goes: its place while it waits, its progress while it is made.</summary>
/// <param name="task">The render.</param>
/// <param name="usual">How long a render usually takes at most.</param>
/// <param name="expect">The progress expected now, and the time left.</param>
internal sealed class RenderDisplay(RenderTask task, TimeSpan usual, Func<(double Fraction, TimeSpan? Left)?> expect)
{
    private string _stage = task.Stage;

    /// <summary>How many others come before it; null if it does not wait.</summary>
    public int? Ahead { get; private set; }

    /// <param name="ahead">How many others come before it; null if it does not wait.</param>
    /// <param name="age">How long it has been made.</param>
    public void Show(int? ahead, TimeSpan age)
    {
        Ahead = ahead;
        var status = task.Request.Status;
        var stage = ahead is { } others ? status.Texts.Format("render.queued", others)
            : age > usual ? status.Texts["render.long"]
            : task.Stage;
        if (stage != _stage)
        {
            _stage = stage;
            status.Stage(stage, ButtonSet.Cancel(task.Request.TurnId, status.Texts));
        }

        status.Follow(() => ahead is null ? expect() : null);
    }
}
