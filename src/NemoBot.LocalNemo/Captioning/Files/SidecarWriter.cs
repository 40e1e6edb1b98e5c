using System.Globalization;
using System.Text;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Captioning.Layout;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Writes captions as SRT and VTT files.</summary>
internal static class SidecarWriter
{
    private const double LineWidth = 27;
    private const int MaxLines = 2;

    /// <summary>Writes the captions of a project in its output's format, as UTF-8 without a mark, which every player reads.</summary>
    /// <exception cref="MediaException">There are no captions.</exception>
    public static async Task WriteAsync(Project project, string target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(project);
        if (project.Captions is not { Lines.Count: > 0 } captions)
        {
            throw new MediaException(MediaProblem.Unreadable, "There are no captions.");
        }

        using var pending = new PendingFile(target);
        var text = project.Output.Format == OutputFormat.Vtt ? WriteVtt(captions, project.Duration) : WriteSrt(captions, project.Duration);
        await File.WriteAllTextAsync(pending.Path, text, cancellationToken).ConfigureAwait(false);
        pending.Complete();
    }

    /// <summary>Writes SubRip, with CRLF line ends as players expect.</summary>
    public static string WriteSrt(Captions captions, TimeSpan duration)
    {
        var text = new StringBuilder();
        foreach (var (number, line) in Arrange(captions, duration).Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{number + 1}\r\n{Clock(line.Start, ',')} --> {Clock(line.End, ',')}\r\n");
            text.Append(line.Text.Replace("-->", "->", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)).Append("\r\n\r\n");
        }

        return text.ToString();
    }

    /// <summary>Writes WebVTT.</summary>
    public static string WriteVtt(Captions captions, TimeSpan duration)
    {
        var text = new StringBuilder("WEBVTT\n\n");
        foreach (var line in Arrange(captions, duration))
        {
            var safe = line.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"{Clock(line.Start, '.')} --> {Clock(line.End, '.')}\n{safe}\n\n");
        }

        return text.ToString();
    }

    private static IEnumerable<CaptionLine> Arrange(Captions captions, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(captions);
        return CaptionTiming.Tidy(captions.Lines, duration > TimeSpan.Zero ? duration : null)
            .SelectMany(l => LineSplitter.Split(l, LineWidth, MaxLines))
            .Select(l => l with { Text = string.Join('\n', LineBreaker.Break(l.Text, LineWidth).Select(row => row.In(l.Text))) });
    }

    private static string Clock(TimeSpan time, char separator) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{separator}{time.Milliseconds:000}");
}
