using System.Globalization;
using System.Text;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Caption lines as the text of an SRT file.</summary>
internal static class SubtitleText
{
    private const int Longest = 12_000;

    public static string Write(IReadOnlyList<CaptionLine> lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count && text.Length < Longest; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}\n{Time(lines[i].Start)} --> {Time(lines[i].End)}\n{lines[i].Text}\n\n");
        }

        return text.ToString().TrimEnd();
    }

    private static string Time(TimeSpan time) => time.ToString(@"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture);
}
