using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Rendering.Titles;

/// <summary>A title broken into lines at the size at which it fits.</summary>
/// <param name="Title">Whose.</param>
/// <param name="Lines">Top to bottom.</param>
/// <param name="Size">Height of a line in pixels.</param>
internal sealed record TitleBlock(Title Title, IReadOnlyList<string> Lines, double Size)
{
    private const double Smallest = 0.03;
    private const double WidestShare = 0.86;
    private const double HighestShare = 0.45;

    public double Height => Lines.Count * Size;

    /// <summary>Shrinks a long title until it fits; what is still too long then is cut with an ellipsis.</summary>
    public static TitleBlock Fit(Title title, Canvas canvas)
    {
        var shorter = Math.Min(canvas.Width, canvas.Height);
        var share = Math.Clamp(title.Size, 0.02, 0.4);
        while (true)
        {
            var size = Math.Max(8, share * shorter);
            var most = canvas.Width * WidestShare / (size * AssScript.Em);
            var lines = TextWidth.Wrap(title.Text, most);
            if (lines.Count * size <= canvas.Height * HighestShare && !(share > Smallest && BreaksWords(title.Text, lines, share)))
            {
                return new TitleBlock(title, lines, size);
            }

            if (share <= Smallest)
            {
                return new TitleBlock(title, Cut(lines, Math.Max(1, (int)(canvas.Height * HighestShare / size)), most), size);
            }

            share = Math.Max(Math.Min(Smallest, share), share * 0.9);
        }
    }

    /// <summary>A single word too long for a line is made smaller once or twice before it is broken.</summary>
    private static bool BreaksWords(string text, IReadOnlyList<string> lines, double share) =>
        share > 0.06 && lines.Count > 1 && !text.Any(char.IsWhiteSpace) && text.All(char.IsAscii);

    private static List<string> Cut(IReadOnlyList<string> lines, int count, double most) =>
        lines.Count <= count ? [.. lines] : [.. lines.Take(count - 1), TextWidth.Cut(lines[count - 1] + "…", most - 1) is var last && last.EndsWith('…') ? last : last + "…"];
}
