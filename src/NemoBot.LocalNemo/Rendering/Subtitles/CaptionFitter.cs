using System.Globalization;
using NemoBot.LocalNemo.Captioning.Drawing;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Subtitles;

/// <summary>
/// Checks captions after the layout by drawing them small: widths are estimated, and some scripts and ligatures are wider or higher than
/// that. What leaves its place is made smaller; what would be too small is split.
/// </summary>
internal sealed class CaptionFitter(MediaProcesses processes, Canvas canvas, CaptionPlace place, string folder)
{
    /// <summary>The picture that is checked is so many times as wide as the frame, or what leaves that would not be seen.</summary>
    private const int Wider = 4;

    private const double Smallest = 0.6;
    private const int Visible = 24;

    private readonly int _shrunk = Math.Min(canvas.Width, canvas.Height) >= 720 ? 4 : 2;

    private readonly double _widest = place.Area?.Width ?? canvas.Width - (2 * SafeArea.Find(canvas).Side);

    /// <summary>The script with all captions in their place.</summary>
    public async Task<CaptionScript> FitAsync(CaptionScript script, CancellationToken cancellationToken)
    {
        var first = await ChangeAsync(script, (s, part) => part < Smallest && script.SplitAgain(s, 1 / part).ToList() is { Count: > 1 } pieces ? pieces : [Scale(s, part)], cancellationToken).ConfigureAwait(false);
        return first.Shown.Count == script.Shown.Count ? first : await ChangeAsync(first, (s, part) => [Scale(s, part)], cancellationToken).ConfigureAwait(false);
    }

    private static ShownCaption Scale(ShownCaption caption, double part) => part < 1 ? caption with { Scale = caption.Scale * part * 0.98 } : caption;

    private async Task<CaptionScript> ChangeAsync(
        CaptionScript script, Func<ShownCaption, double, IEnumerable<ShownCaption>> change, CancellationToken cancellationToken)
    {
        List<int> doubtful = [.. script.Shown.Index().Where(s => IsDoubtful(s.Item.Line.Text)).Select(s => s.Index)];
        if (doubtful.Count == 0)
        {
            return script;
        }

        var parts = await MeasureAsync(script, [.. doubtful.Select(i => script.Shown[i])], cancellationToken).ConfigureAwait(false);
        var known = doubtful.Zip(parts).ToDictionary(p => p.First, p => p.Second);
        return script.With([.. script.Shown.Index().SelectMany(s => known.TryGetValue(s.Index, out var part) ? change(s.Item, part) : [s.Item])]);
    }

    /// <summary>What part of its size each caption may have; 1: it fits.</summary>
    private async Task<IReadOnlyList<double>> MeasureAsync(CaptionScript script, IReadOnlyList<ShownCaption> shown, CancellationToken cancellationToken)
    {
        const string Name = "probe.ass";
        var (width, height) = (canvas.Width * Wider / _shrunk & ~1, canvas.Height / _shrunk & ~1);
        await File.WriteAllTextAsync(Path.Combine(folder, Name), script.ToProbe(shown, canvas.Width * Wider), cancellationToken).ConfigureAwait(false);
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-f", "lavfi", "-i", $"color=c=black@0:s={width}x{height}:r=1:d={shown.Count.ToString(CultureInfo.InvariantCulture)},format=rgba",
            "-vf", $"subtitles=f={Name}:alpha=1,alphaextract,format=gray", "-frames:v", $"{shown.Count}", "-f", "rawvideo", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { WorkingFolder = folder };
        await using var process = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        var picture = new byte[width * height];
        List<double> parts = [];
        while (parts.Count < shown.Count
            && await process.Output.ReadAtLeastAsync(picture, picture.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) == picture.Length)
        {
            parts.Add(PartOf(picture, width, height));
        }

        await process.WaitAsync().ConfigureAwait(false);
        return parts;
    }

    private double PartOf(ReadOnlySpan<byte> picture, int width, int height)
    {
        var (left, right, top, bottom) = (width, -1, height, -1);
        for (var y = 0; y < height; y++)
        {
            var row = picture.Slice(y * width, width);
            var first = row.IndexOfAnyInRange((byte)Visible, byte.MaxValue);
            if (first >= 0)
            {
                (left, right) = (Math.Min(left, first), Math.Max(right, row.LastIndexOfAnyInRange((byte)Visible, byte.MaxValue)));
                (top, bottom) = (Math.Min(top, y), y);
            }
        }

        return right < 0 ? 1 : Math.Min(WidthPart((right - left + 1) * _shrunk), HeightPart(top * _shrunk, (bottom + 1) * _shrunk));
    }

    private double WidthPart(double width) => width > _widest + (2 * _shrunk) ? _widest / width : 1;

    /// <summary>Letters shrink towards the anchor.</summary>
    private double HeightPart(double top, double bottom)
    {
        var above = top < place.Rows.Top - _shrunk ? (place.Anchor - place.Rows.Top) / (place.Anchor - top) : 1;
        var below = bottom > place.Rows.Bottom + _shrunk ? (place.Rows.Bottom - place.Anchor) / (bottom - place.Anchor) : 1;
        return Math.Min(above, below);
    }

    /// <summary>The estimate is known to be good for letters of Latin, Greek, Cyrillic, Chinese, Japanese and Korean.</summary>
    private static bool IsDoubtful(string text) => text.EnumerateRunes().Any(r => !(r.Value
        is < 0x300 or (>= 0x370 and < 0x530) or (>= 0x1e00 and < 0x2028) or (>= 0x2030 and < 0x2060) or (>= 0x2e80 and < 0xa000) or (>= 0xac00 and < 0xd800) or (>= 0xff00 and < 0xfff0)));
}
