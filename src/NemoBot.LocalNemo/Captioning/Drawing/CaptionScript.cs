using System.Globalization;
using System.Text;
using NemoBot.LocalNemo.Captioning.Layout;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Captioning.Drawing;

/// <summary>
/// Captions as events for libass. At any moment at most one event is shown, and it does not change while it is shown: the renderer
/// draws each once. A spoken word is marked by an event of its own.
/// </summary>
internal sealed class CaptionScript
{
    /// <summary>The highlight comes a little early: seen with the sound, a late one looks wrong and an early one does not.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(70);

    private readonly Captions _captions;
    private readonly CaptionLook _look;
    private readonly Canvas _canvas;

    private CaptionScript(Captions captions, Canvas canvas, CaptionLook look, IReadOnlyList<ShownCaption> shown)
    {
        (_captions, _canvas, _look, Shown) = (captions, canvas, look, shown);
        Events = [.. shown.SelectMany(Draw)];
    }

    /// <summary>The captions in order.</summary>
    public IReadOnlyList<ShownCaption> Shown { get; }

    /// <summary>The events in order.</summary>
    public IReadOnlyList<CaptionEvent> Events { get; }

    /// <summary>Lays captions out for a canvas.</summary>
    /// <param name="captions">Times on the timeline.</param>
    /// <param name="canvas">The picture.</param>
    /// <param name="duration">Of the video.</param>
    /// <param name="anchor">Edge or middle of the text in pixels, by its place; null: the usual one.</param>
    /// <param name="columns">What the text may use of the width; null: the usual part.</param>
    public static CaptionScript Build(Captions captions, Canvas canvas, TimeSpan duration, double? anchor = null, (double Left, double Width)? columns = null)
    {
        ArgumentNullException.ThrowIfNull(captions);
        ArgumentNullException.ThrowIfNull(canvas);
        var look = CaptionLook.Of(captions, canvas, anchor, columns);
        var lines = CaptionTiming.Tidy(captions.Lines, duration);
        return new CaptionScript(captions, canvas, look, [.. lines.SelectMany(l => CaptionGroups.Split(l, captions.Most)).SelectMany(l => ShownCaption.Fit(l, look.LineWidth, look.MaxLines))]);
    }

    /// <summary>The same script with some captions in another size.</summary>
    public CaptionScript With(IReadOnlyList<ShownCaption> shown) => new(_captions, _canvas, _look, shown);

    /// <summary>A caption in pieces that are so many times as wide as was estimated.</summary>
    public IEnumerable<ShownCaption> SplitAgain(ShownCaption caption, double wider) =>
        LineSplitter.Split(caption.Line, _look.LineWidth / caption.Scale / wider, _look.MaxLines).Select(l => caption with { Line = l });

    /// <summary>The script at the times of the video.</summary>
    public override string ToString() => Write(_canvas.Width, Events.Select(e => (e.Start, e.End, e)));

    /// <summary>The script with one event each second, in order, for drawing each once.</summary>
    public string ToSlides() => Write(_canvas.Width, Slides(Events));

    /// <summary>The script with one of some captions each second, in the middle of a wider picture: what leaves the frame is seen there.</summary>
    public string ToProbe(IReadOnlyList<ShownCaption> shown, int width) =>
        Write(width, Slides(shown.Select(s => Event(s, s.Line.Start, s.Line.End, LineBreaker.Break(s.Line.Text, _look.LineWidth / s.Scale), null, width / 2.0))));

    private static IEnumerable<(TimeSpan Start, TimeSpan End, CaptionEvent Event)> Slides(IEnumerable<CaptionEvent> events) =>
        events.Select((e, i) => (TimeSpan.FromSeconds(i), TimeSpan.FromSeconds(i + 1), e));

    private IEnumerable<CaptionEvent> Draw(ShownCaption caption)
    {
        var line = caption.Line;
        var rows = LineBreaker.Break(line.Text, _look.LineWidth / caption.Scale);
        if (_captions.Style is not (CaptionStyle.Karaoke or CaptionStyle.Big))
        {
            return [Event(caption, line.Start, line.End, rows, null, _look.X)];
        }

        var words = WordTimes.Of(line);
        return _captions.Style == CaptionStyle.Karaoke || line.Words.Count > 0
            ? DrawWords(caption, rows, words) : [Event(caption, line.Start, line.End, rows, null, _look.X)];
    }

    private IEnumerable<CaptionEvent> DrawWords(ShownCaption caption, IReadOnlyList<TextSpan> rows, IReadOnlyList<TimedSpan> words)
    {
        var line = caption.Line;
        var time = line.Start;
        TextSpan? mark = null;
        foreach (var word in words)
        {
            var start = word.Start - Lead < line.Start ? line.Start : word.Start - Lead;
            if (start > time)
            {
                yield return Event(caption, time, start, rows, mark, _look.X);
                time = start;
            }

            mark = word.Span;
        }

        if (line.End > time)
        {
            yield return Event(caption, time, line.End, rows, mark, _look.X);
        }
    }

    private CaptionEvent Event(ShownCaption caption, TimeSpan start, TimeSpan end, IReadOnlyList<TextSpan> rows, TextSpan? mark, double x)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $@"{{\an{_look.Alignment}\pos({x:0.#},{_look.Y:0.#})");
        if (caption.Scale < 1)
        {
            body.Append(CultureInfo.InvariantCulture, $@"\fs{_look.FontSize * Lettering.SizeOf(_captions.Font) * caption.Scale:0.##}");
        }

        body.Append('}');
        for (var i = 0; i < rows.Count; i++)
        {
            body.Append(i > 0 ? "\\N" : "").Append(Row(caption.Line.Text, rows[i], mark));
        }

        return new CaptionEvent(start, end, $"{_captions.Style}", body.ToString());
    }

    private string Row(string text, TextSpan row, TextSpan? mark)
    {
        var (from, to) = mark is { } m ? (Math.Clamp(m.Start, row.Start, row.End), Math.Clamp(m.End, row.Start, row.End)) : (0, 0);
        if (from >= to)
        {
            return AssText.Escape(row.In(text));
        }

        return string.Concat(
            AssText.Escape(text[row.Start..from]),
            $@"{{\1c{AssText.Color(_look.MarkColor)}}}",
            AssText.Escape(text[from..to]),
            $@"{{\1c{AssText.Color(_look.TextColor)}}}",
            AssText.Escape(text[to..row.End]));
    }

    private string Write(int width, IEnumerable<(TimeSpan Start, TimeSpan End, CaptionEvent Event)> timed)
    {
        var script = new StringBuilder();
        script.Append(CultureInfo.InvariantCulture, $"""
            [Script Info]
            ScriptType: v4.00+
            PlayResX: {width}
            PlayResY: {_canvas.Height}
            WrapStyle: 2
            ScaledBorderAndShadow: yes
            YCbCr Matrix: None

            [V4+ Styles]
            Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
            {Style()}

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text

            """);
        foreach (var (start, end, shown) in timed)
        {
            script.Append(CultureInfo.InvariantCulture, $"Dialogue: 0,{Clock(start)},{Clock(end)},{shown.Style},,0,0,0,,{shown.Body}\n");
        }

        return script.ToString();
    }

    /// <summary>
    /// Border style 4 is libass's own: one box around all lines of the event, as wide as the shadow's depth around it. Encoding -1
    /// takes the direction of a line from its letters.
    /// </summary>
    private string Style()
    {
        var isBox = _captions.Style == CaptionStyle.Box;
        var outline = isBox ? 0 : _look.FontSize * (_captions.Style == CaptionStyle.Classic ? 0.055 : 0.075);
        var shadow = isBox ? _look.FontSize * 0.16 : _look.FontSize * 0.025;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Style: {_captions.Style},{Lettering.FamilyOf(_captions.Font)},{_look.FontSize * Lettering.SizeOf(_captions.Font):0.##},{Full(_look.TextColor, 0)},{Full(_look.TextColor, 0)},{Full("#000000", 0x18)},{(isBox ? Full(BoxColor(_look.TextColor), 0x48) : Full("#000000", 0x80))},{(_look.IsBold ? -1 : 0)},{(_captions.Italic ? -1 : 0)},0,0,100,100,0,0,{(isBox ? 4 : 1)},{outline:0.##},{shadow:0.##},{_look.Alignment},0,0,0,-1");
    }

    /// <summary>Dark letters need a light box.</summary>
    private static string BoxColor(string text) => Rgb.Parse(text) is { Luminance: < 0.1 } ? "#ffffff" : "#000000";

    private static string Full(string rgb, int alpha) => $"&H{alpha:X2}{AssText.Color(rgb)[2..8]}";

    /// <summary>ASS counts centiseconds; both ends round the same way, so that neighbours still meet.</summary>
    private static string Clock(TimeSpan time) =>
        new TimeSpan(time.Ticks / 100_000 * 100_000).ToString(@"h\:mm\:ss\.ff", CultureInfo.InvariantCulture);
}
