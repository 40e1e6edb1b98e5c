using System.Globalization;
using System.Text;

namespace NemoBot.LocalNemo.Rendering.Subtitles;

/// <summary>A stretch of time in which an ASS script shows the same.</summary>
internal sealed record AssStretch(TimeSpan Start, TimeSpan End)
{
    private const string Event = "Dialogue:";

    /// <summary>Moves the script's stretches one after the other to one second each, so that each is drawn once.</summary>
    public static (string Script, IReadOnlyList<AssStretch> Stretches) Split(string script)
    {
        var header = new StringBuilder();
        List<(AssStretch Time, string[] Fields)> events = [];
        foreach (var line in script.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith(Event, StringComparison.Ordinal))
            {
                header.Append(line).Append('\n');
            }
            else if (line[Event.Length..].Split(',', 10) is { Length: 10 } fields && Read(fields[1]) is { } start && Read(fields[2]) is { } end && end > start)
            {
                events.Add((new AssStretch(start, end), fields));
            }
        }

        var stretches = FindStretches([.. events.Select(e => e.Time)]);
        foreach (var (time, fields) in events)
        {
            // A script's events are in order of time: the stretches of one are neighbours.
            var first = FirstFrom(stretches, time.Start);
            for (var i = first; i < stretches.Count && stretches[i].Start < time.End; i++)
            {
                header.Append(Event).Append(fields[0]).Append(',').Append(Clock(i)).Append(',').Append(Clock(i + 1)).Append(',').AppendJoin(',', fields[3..]).Append('\n');
            }
        }

        return (header.ToString(), stretches);
    }

    private static List<AssStretch> FindStretches(List<AssStretch> events)
    {
        var changes = new SortedDictionary<TimeSpan, int>();
        foreach (var e in events)
        {
            changes[e.Start] = changes.GetValueOrDefault(e.Start) + 1;
            changes[e.End] = changes.GetValueOrDefault(e.End) - 1;
        }

        List<AssStretch> stretches = [];
        var (seen, since) = (0, TimeSpan.Zero);
        foreach (var (at, change) in changes)
        {
            if (seen > 0)
            {
                stretches.Add(new AssStretch(since, at));
            }

            (seen, since) = (seen + change, at);
        }

        return stretches;
    }

    private static int FirstFrom(List<AssStretch> stretches, TimeSpan start)
    {
        var (low, high) = (0, stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stretches[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static TimeSpan? Read(string text) =>
        text.Trim().Split(':') is [var hours, var minutes, var seconds]
        && int.TryParse(hours, CultureInfo.InvariantCulture, out var h) && int.TryParse(minutes, CultureInfo.InvariantCulture, out var m)
        && double.TryParse(seconds, CultureInfo.InvariantCulture, out var s)
            ? TimeSpan.FromSeconds((3600.0 * h) + (60 * m) + s)
            : null;

    private static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}.00");
}
