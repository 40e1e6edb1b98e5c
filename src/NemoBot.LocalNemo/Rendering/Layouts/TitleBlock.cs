using NemoBot.LocalNemo.Captioning.Layout;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>A title broken into balanced lines at the size at which it fits.</summary>
/// <param name="Title">Source.</param>
/// <param name="Lines">Top to bottom.</param>
/// <param name="Size">Height of a line in pixels.</param>
internal sealed record TitleBlock(Title Title, IReadOnlyList<string> Lines, double Size)
{
    private const double Smallest = 0.03;

    public double Height => Lines.Count * Size;

    /// <summary>Of the longest line, estimated.</summary>
    public double Width => Lines.Max(TextWidth.Measure) * Size * EmOf(Title);

    /// <summary>Shrinks a long title until it fits; what is still too long then is cut with an ellipsis.</summary>
    /// <param name="title">Text and wanted size.</param>
    /// <param name="canvas">The frame.</param>
    /// <param name="width">Pixels it may use.</param>
    /// <param name="height">Pixels it may use.</param>
    public static TitleBlock Fit(Title title, Canvas canvas, double width, double height)
    {
        var share = Math.Clamp(title.Size, 0.02, 0.4);
        while (true)
        {
            var block = At(title, canvas, share, width);
            if (block.Height <= height && !(share > Smallest && BreaksWords(title.Text, block.Lines, share)))
            {
                return block.HasOrphan ? WithoutOrphan(block, canvas, share, width) : block;
            }

            if (share <= Smallest)
            {
                return block with { Lines = Cut(block.Lines, Math.Max(1, (int)(height / block.Size)), width / (block.Size * EmOf(title))) };
            }

            share = Math.Max(Math.Min(Smallest, share), share * 0.9);
        }
    }

    private static double EmOf(Title title) => AssScript.Em * Lettering.WidthOf(title.Font);

    /// <summary>The last line is a single short word.</summary>
    private bool HasOrphan => Lines.Count > 1 && !Lines[^1].Contains(' ', StringComparison.Ordinal)
        && TextWidth.Measure(Lines[^1]) < 0.45 * Lines.Max(TextWidth.Measure);

    private static TitleBlock At(Title title, Canvas canvas, double share, double width)
    {
        var size = Math.Max(8, share * Math.Min(canvas.Width, canvas.Height));
        var text = title.Text.ReplaceLineEndings("\n");
        return new TitleBlock(title, [.. LineBreaker.Break(text, width / (size * EmOf(title))).Select(l => l.In(text))], size);
    }

    /// <summary>A little smaller, if that helps.</summary>
    private static TitleBlock WithoutOrphan(TitleBlock block, Canvas canvas, double share, double width)
    {
        for (var smaller = share * 0.95; smaller > share * 0.75; smaller *= 0.95)
        {
            if (At(block.Title, canvas, smaller, width) is { HasOrphan: false } better)
            {
                return better;
            }
        }

        return block;
    }

    /// <summary>A single word too long for a line is made smaller once or twice before it is broken.</summary>
    private static bool BreaksWords(string text, IReadOnlyList<string> lines, double share) =>
        share > 0.06 && lines.Count > 1 && !text.Any(char.IsWhiteSpace) && text.All(char.IsAscii);

    private static List<string> Cut(IReadOnlyList<string> lines, int count, double most) =>
        lines.Count <= count ? [.. lines] : [.. lines.Take(count - 1), TextWidth.Cut(lines[count - 1] + "…", most - 1) is var last && last.EndsWith('…') ? last : last + "…"];
}
