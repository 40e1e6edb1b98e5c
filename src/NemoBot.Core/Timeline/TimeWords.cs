using System.Globalization;
using NemoBot.Core.Text;

namespace NemoBot.Core.Timeline;

/// <summary>Times as people read them: seconds with at most one decimal, minutes and seconds where that is shorter.</summary>
/// <param name="texts">The words' language.</param>
internal sealed class TimeWords(Texts texts)
{
    private static readonly TimeSpan LongestInSeconds = TimeSpan.FromMinutes(2);

    /// <summary>For example <c>0-3s</c> or <c>0:00-3:05</c>.</summary>
    public string Range(TimeSpan start, TimeSpan end) => end > LongestInSeconds
        ? $"{Clock(start)}-{Clock(end)}"
        : texts.Format("timeline.range", Seconds(start), Seconds(end));

    /// <summary>For example <c>2s</c> or <c>3:05</c>.</summary>
    public string Length(TimeSpan length) => length > LongestInSeconds ? Clock(length) : texts.Format("timeline.seconds", Seconds(length));

    /// <summary>Two times that look the same to people.</summary>
    public static bool AreSame(TimeSpan one, TimeSpan other) => (one - other).Duration() < TimeSpan.FromMilliseconds(50);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Clock(TimeSpan time)
    {
        // Tenths stay where they are there: otherwise a small trim would read as no change at all.
        var tenths = (long)Math.Round(time.TotalSeconds * 10);
        var (seconds, tenth) = (tenths / 10, tenths % 10);
        var text = seconds >= 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
        return tenth == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}.{tenth}");
    }
}
