using System.Globalization;
using System.Text;
using NemoBot.Core.Timeline;
using NemoBot.Media.Subtitles;

namespace NemoBot.Media.Pictures;

/// <summary>
/// Lays a timeline out: a ruler on top, one lane per track, one box per segment with the peaks of its sound. Phones show it 340 points
/// wide, so letters are large.
/// </summary>
internal sealed class TimelineDrawing
{
    public const int Width = 900;
    public const string Paper = "#14161f";
    private const int Left = 172;
    private const int Right = 20;
    private const int Top = 64;
    private const int Gap = 14;
    private const int Words = 106;
    private const int Sound = 56;
    private const int MostLanes = 16;
    private const double Plain = 38;
    private const double TimesSize = 28;
    private const double RulerSize = 26;
    private const double Bar = 3;
    private const double Inset = 5;
    private const int MostMarks = 6;
    private static readonly double[] Steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

    private readonly TimelineView _view;
    private readonly List<Track> _tracks;
    private readonly double _seconds;
    private readonly AssScript _script;

    private TimelineDrawing(TimelineView view)
    {
        _view = view;
        _tracks = [.. view.Tracks.Where(t => t.Segments.Count > 0).Take(MostLanes)];
        _seconds = Math.Max(0.1, view.Duration.TotalSeconds);
        Height = Top + Math.Max(Words + Gap, _tracks.Sum(t => BoxOf(t) + Gap)) + 20;
        _script = new AssScript(Width, Height);
    }

    public int Height { get; }

    public static (AssScript Script, int Height) Draw(TimelineView view)
    {
        var drawing = new TimelineDrawing(view);
        drawing.DrawRuler();
        var top = Top;
        foreach (var track in drawing._tracks)
        {
            drawing.DrawLane(track, top, BoxOf(track));
            top += BoxOf(track) + Gap;
        }

        return (drawing._script, drawing.Height);
    }

    /// <summary>Height of a track's boxes: sound is drawn below the words.</summary>
    private static int BoxOf(Track track) => Words + (track.Segments.Any(s => s.Peaks.Count > 0) ? Sound : 0);

    private static (string Fill, string Bright, string Name) Look(TrackKind kind) => kind switch
    {
        TrackKind.Video => ("#3b5bdb", "#dbe4ff", "Video"),
        TrackKind.Audio => ("#0b8f6a", "#d3f9e8", "Audio"),
        TrackKind.Text => ("#b8600b", "#ffe8cc", "Text"),
        _ => ("#8b3fb5", "#f3d9fa", "Effects"),
    };

    private static string Clock(double seconds, bool hasParts)
    {
        var time = TimeSpan.FromSeconds(seconds);
        var text = time.TotalHours >= 1 ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
        return hasParts ? text + time.ToString(@"\.f", CultureInfo.InvariantCulture) : text;
    }

    private double At(double seconds) => Left + (seconds / _seconds * (Width - Left - Right));

    private void DrawRuler()
    {
        var size = _view is { Width: { } w, Height: { } h } ? $"{w}×{h}" : "";
        _script.AddLabel(3, "#9aa1b5", 14, 18, RulerSize, Left - 20, size);
        var step = Steps.FirstOrDefault(s => _seconds / s <= MostMarks, Math.Ceiling(_seconds / MostMarks / 3600) * 3600);
        for (var at = 0.0; at <= _seconds + 1e-6; at += step)
        {
            var x = At(at);
            _script.AddBox(0, "#2a2e3d", x - 0.5, 50, 1, Height - 50 - 14, 0);
            if (x < Width - 90)
            {
                _script.AddLabel(3, "#9aa1b5", x + 6, 18, RulerSize, 120, Clock(at, step < 1));
            }
        }
    }

    private void DrawLane(Track track, double top, int height)
    {
        var (fill, bright, name) = Look(track.Kind);
        _script.AddBox(1, "#1d2130", Left, top, Width - Left - Right, height, 8, "&H40&");
        _script.AddBox(2, fill, 12, top + (height / 2) - 18, 6, 36, 3);
        _script.AddLabel(3, "#e6e8f0", 26, top + (height / 2) - 16, 32, Left - 30, track.Label.Length > 0 ? track.Label : name, isBold: true);
        foreach (var segment in track.Segments.Take(400))
        {
            DrawSegment(segment, top, height, fill, bright);
        }
    }

    private void DrawSegment(Segment segment, double top, int height, string fill, string bright)
    {
        var left = Math.Clamp(At(segment.Start.TotalSeconds), Left, Width - Right - 4);
        var width = Math.Clamp(At(segment.End.TotalSeconds) - left - 2, 4, Width - Right - left);
        DrawLevel(segment.Volume, left, top, width, height, fill);
        DrawSound(segment, left, top + height, width, bright);
        if (width < 60)
        {
            return;
        }

        var volume = segment.Volume is { } part and (< 0.995 or > 1.005) ? string.Create(CultureInfo.InvariantCulture, $" · {part * 100:0}%") : "";
        var times = $"{Clock(segment.Start.TotalSeconds, true)} – {Clock(segment.End.TotalSeconds, true)}{volume}";
        _script.AddLabel(5, "#ffffff", left + 14, top + 12, Plain, width - 22, segment.Label, isBold: true);
        _script.AddLabel(5, bright, left + 14, top + 62, TimesSize, width - 22, times);
    }

    /// <summary>A quiet piece fills its box as far as its volume; the rest is dim.</summary>
    private void DrawLevel(double? volume, double left, double top, double width, int height, string fill)
    {
        if (volume is not < 0.995)
        {
            _script.AddBox(2, fill, left, top, width, height, 8);
            return;
        }

        var filled = Math.Max(3, height * Math.Max(0, volume.Value));
        _script.AddBox(2, fill, left, top, width, height, 8, "&H98&");
        _script.AddBox(3, fill, left, top + height - filled, width, filled, 8);
    }

    /// <summary>Bars that stand on the bottom of the box, as high as the sound is loud.</summary>
    private void DrawSound(Segment segment, double left, double bottom, double width, string bright)
    {
        var inner = width - (2 * Inset);
        if (segment.Peaks.Count == 0 || inner < Bar)
        {
            return;
        }

        var bars = (int)Math.Min(segment.Peaks.Count, inner / Bar);
        var each = inner / bars;
        var path = new StringBuilder();
        for (var i = 0; i < bars; i++)
        {
            var (first, end) = (segment.Peaks.Count * i / bars, segment.Peaks.Count * (i + 1) / bars);
            var height = Math.Max(1.5, (Sound - 10) * segment.Peaks.Skip(first).Take(end - first).Max());
            var (x, right, y) = (i * each, ((i + 1) * each) - 1, Sound - height);
            path.Append(CultureInfo.InvariantCulture, $"m {x:0.#} {Sound} l {x:0.#} {y:0.#} l {right:0.#} {y:0.#} l {right:0.#} {Sound} ");
        }

        _script.AddPath(4, bright, left + Inset, bottom - Sound - Inset, path.ToString());
    }
}
