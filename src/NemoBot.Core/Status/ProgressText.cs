using NemoBot.Core.Text;

namespace NemoBot.Core.Status;

/// <summary>Progress in words and, where the platform draws none itself, as a bar of characters.</summary>
internal static class ProgressText
{
    private const int BarLength = 12;

    /// <summary><c>▰▰▰▱▱▱ 42% · about 20 s left</c>.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="left">Time left; null if unknown.</param>
    /// <param name="withBar">Whether a bar of characters is wanted.</param>
    /// <param name="texts">The language.</param>
    public static string Describe(double fraction, TimeSpan? left, bool withBar, Texts texts)
    {
        fraction = Math.Clamp(fraction, 0, 1);
        var full = (int)Math.Round(fraction * BarLength);
        var bar = withBar ? new string('▰', full) + new string('▱', BarLength - full) + " " : "";
        var percent = $"{(int)(fraction * 100)}%";
        return left is { } rest && fraction < 1
            ? bar + texts.Format("progress.left", percent, Span(rest, texts))
            : bar + percent;
    }

    /// <summary>A time as people say it: <c>20 s</c>, <c>3 min</c>, <c>1:05 h</c>.</summary>
    public static string Span(TimeSpan time, Texts texts)
    {
        var seconds = (int)Math.Ceiling(Math.Max(1, time.TotalSeconds));
        return seconds switch
        {
            < 10 => texts.Format("progress.seconds", seconds),
            < 90 => texts.Format("progress.seconds", (seconds + 4) / 5 * 5),
            < 5400 => texts.Format("progress.minutes", (seconds + 59) / 60),
            _ => texts.Format("progress.hours", $"{seconds / 3600}:{seconds / 60 % 60:00}"),
        };
    }

    /// <summary>Elapsed time as a clock: <c>0:42</c>, <c>12:05</c>.</summary>
    public static string Clock(TimeSpan time) => $"{(int)time.TotalMinutes}:{time.Seconds:00}";
}
