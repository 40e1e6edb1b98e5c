using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Overlays;

/// <summary>Scales each logo once and puts it into its corner.</summary>
internal sealed class OverlayRasterizer(MediaProcesses processes)
{
    public async Task<IReadOnlyList<TimedLayer>> DrawAsync(Project project, CancellationToken cancellationToken)
    {
        List<TimedLayer> layers = [];
        foreach (var overlay in project.Overlays.Where(o => o.Asset.Facts.Width > 0))
        {
            if (await DrawAsync(overlay, project.Canvas, cancellationToken).ConfigureAwait(false) is { } layer)
            {
                layers.Add(new TimedLayer(layer, overlay.Start, overlay.End, TimeSpan.Zero, TimeSpan.Zero) { Opacity = Math.Clamp(overlay.Opacity, 0, 1) });
            }
        }

        return layers;
    }

    private async Task<Layer?> DrawAsync(Overlay overlay, Canvas canvas, CancellationToken cancellationToken)
    {
        var shorter = Math.Min(canvas.Width, canvas.Height);
        var facts = overlay.Asset.Facts;
        var scale = Math.Clamp(overlay.Size, 0.02, 1) * shorter / Math.Max(facts.Width, facts.Height);
        var (width, height) = (FrameMath.Even(facts.Width * scale), FrameMath.Even(facts.Height * scale));
        var margin = Math.Clamp(overlay.Margin, 0, 0.4) * shorter;
        var left = overlay.Corner is Corner.TopLeft or Corner.BottomLeft ? margin : canvas.Width - margin - width;
        var top = overlay.Corner is Corner.TopLeft or Corner.TopRight ? margin : canvas.Height - margin - height;
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Input(overlay.Asset.Path), "-map", PictureInput.Map(overlay.Asset.Facts), "-frames:v", "1",
            "-vf", $"format=rgba,scale={width}:{height}:flags=lanczos,premultiply=inplace=1", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
        var pixels = await processes.ReadAsync(command, width * height * 4, cancellationToken).ConfigureAwait(false);
        return pixels.Length < width * height * 4
            ? null
            : Layer.At(pixels, Inside(left, canvas.Width - width), Inside(top, canvas.Height - height), width, height);
    }

    private static int Inside(double position, int most) => Math.Clamp((int)Math.Round(position), 0, Math.Max(0, most)) & ~1;
}
