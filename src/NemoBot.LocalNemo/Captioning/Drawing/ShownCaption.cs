using NemoBot.LocalNemo.Captioning.Layout;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Captioning.Drawing;

/// <summary>A caption as it is shown: at most as many lines of text as fit.</summary>
/// <param name="Line">Text and times.</param>
/// <param name="Scale">Of its letters; less than 1 where the usual size does not fit.</param>
internal sealed record ShownCaption(CaptionLine Line, double Scale)
{
    /// <summary>Smaller letters are hard to read: long words are cut instead.</summary>
    private const double Smallest = 0.55;

    /// <summary>Splits a caption that does not fit, at smaller letters if that keeps a long word whole.</summary>
    /// <param name="line">The caption.</param>
    /// <param name="width">Of a line of text, in units of the usual size.</param>
    /// <param name="maxLines">Lines of text at a time.</param>
    public static IEnumerable<ShownCaption> Fit(CaptionLine line, double width, int maxLines)
    {
        var scale = ScaleFor(line.Text, width);
        return LineSplitter.Split(line, width / scale, maxLines).Select(l => new ShownCaption(l, scale));
    }

    private static double ScaleFor(string text, double width)
    {
        var widest = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !w.EnumerateRunes().Any(Scripts.IsUnspaced))
            .Select(TextWidth.Measure)
            .DefaultIfEmpty()
            .Max();
        return widest <= width || widest * Smallest > width ? 1 : width / widest * 0.999;
    }
}
