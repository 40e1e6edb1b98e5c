using System.Globalization;
using System.Text;

namespace NemoBot.Media.Subtitles;

/// <summary>An ASS file in the making. Positions are pixels of the picture.</summary>
public sealed class AssScript
{
    /// <summary>Holds Latin and Chinese; what it lacks is taken from other fonts glyph by glyph.</summary>
    public const string Font = "Noto Sans CJK SC";

    /// <summary>An em of the font in sizes: ASS counts a size from the top of the highest glyph to the bottom of the deepest.</summary>
    public const double Em = 0.7;

    private readonly StringBuilder _text = new();

    /// <summary>
    /// Begins a file for a picture of this size. Encoding -1 has libass find the direction of each line: brackets and full stops of
    /// Arabic and Hebrew belong at the left end.
    /// </summary>
    public AssScript(int width, int height) =>
        _text.Append(CultureInfo.InvariantCulture, $"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: {width}
            PlayResY: {height}
            WrapStyle: 2
            ScaledBorderAndShadow: yes
            YCbCr Matrix: None

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            Style: Plain,{Font},20,&H00FFFFFF,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,0,0,7,0,0,0,-1

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """);

    /// <summary>Adds an event that is there the whole time.</summary>
    /// <param name="layer">Higher ones lie on top.</param>
    /// <param name="tags">Override tags, written by us.</param>
    /// <param name="text">What people wrote is passed through <see cref="AssText.Escape"/> first.</param>
    public AssScript Add(int layer, string tags, string text) => Add(layer, TimeSpan.Zero, TimeSpan.FromHours(9), tags, text);

    /// <summary>Adds an event that is there from a time to a time.</summary>
    public AssScript Add(int layer, TimeSpan start, TimeSpan end, string tags, string text)
    {
        _text.Append(CultureInfo.InvariantCulture, $"Dialogue: {layer},{Clock(start)},{Clock(end)},Plain,,0,0,0,,{{{tags}}}{text}\n");
        return this;
    }

    /// <summary>Adds a box with round corners.</summary>
    public AssScript AddBox(int layer, string color, double left, double top, double width, double height, double radius, string alpha = "&H00&") =>
        AddBox(layer, TimeSpan.Zero, TimeSpan.FromHours(9), color, left, top, width, height, radius, alpha);

    /// <summary>Adds a box with round corners from a time to a time.</summary>
    public AssScript AddBox(
        int layer, TimeSpan start, TimeSpan end, string color, double left, double top, double width, double height, double radius, string alpha)
    {
        var r = Math.Min(radius, Math.Min(width, height) / 2);
        var (w, h, k) = (width, height, r * 0.45);
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"m {r:0.#} 0 l {w - r:0.#} 0 b {w - k:0.#} 0 {w:0.#} {k:0.#} {w:0.#} {r:0.#} l {w:0.#} {h - r:0.#} b {w:0.#} {h - k:0.#} {w - k:0.#} {h:0.#} {w - r:0.#} {h:0.#} l {r:0.#} {h:0.#} b {k:0.#} {h:0.#} 0 {h - k:0.#} 0 {h - r:0.#} l 0 {r:0.#} b 0 {k:0.#} {k:0.#} 0 {r:0.#} 0");
        return AddPath(layer, start, end, color, left, top, path, alpha);
    }

    /// <summary>Adds a drawing: commands of ASS, with coordinates from its top left corner.</summary>
    public AssScript AddPath(int layer, string color, double left, double top, string path) =>
        AddPath(layer, TimeSpan.Zero, TimeSpan.FromHours(9), color, left, top, path, "&H00&");

    /// <summary>Adds a line of text, cut to a width.</summary>
    public AssScript AddLabel(int layer, string color, double left, double top, double size, double width, string text, bool isBold = false) =>
        Add(
            layer,
            string.Create(
                CultureInfo.InvariantCulture,
                $@"\an7\pos({left:0.#},{top:0.#})\clip({left - 1:0},{top - size:0},{left + width + 1:0},{top + (2 * size):0})\fs{size:0.#}\b{(isBold ? 1 : 0)}\bord0\shad0\1c{AssText.Color(color)}"),
            AssText.Escape(TextWidth.Cut(text, width / (size * Em))));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private AssScript AddPath(int layer, TimeSpan start, TimeSpan end, string color, double left, double top, string path, string alpha) =>
        Add(
            layer,
            start,
            end,
            string.Create(CultureInfo.InvariantCulture, $@"\an7\pos({left:0.#},{top:0.#})\bord0\shad0\1c{AssText.Color(color)}\1a{alpha}\p1"),
            path);

    private static string Clock(TimeSpan time) => time.ToString(@"h\:mm\:ss\.ff", CultureInfo.InvariantCulture);
}
