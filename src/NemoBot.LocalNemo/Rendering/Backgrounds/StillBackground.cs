using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>Prepares a background that stands still: once, as one frame.</summary>
internal sealed class StillBackground(MediaProcesses processes)
{
    /// <param name="project">What is rendered.</param>
    /// <param name="free">Rows that neither titles nor the drawn sound need: a cover stands there.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<Frame> PaintAsync(Project project, Rows free, CancellationToken cancellationToken)
    {
        var frame = new Frame(project.Canvas.Width, project.Canvas.Height);
        var background = project.Background;
        if (background is { Kind: BackgroundKind.Image or BackgroundKind.Cover, Asset: { } asset } && asset.Facts.Width > 0)
        {
            var graph = background.Kind == BackgroundKind.Image ? Filling(project) : Covered(project, free);
            await ReadAsync(asset.Path, graph, frame, cancellationToken).ConfigureAwait(false);
        }
        else if (background.Kind == BackgroundKind.Color)
        {
            frame.Fill(YuvColor.Parse(background.Color));
        }
        else
        {
            Grade(frame, background.Color, background.SecondColor ?? "#0f766e");
        }

        return frame;
    }

    /// <summary>Fills the frame with one colour on top and another below.</summary>
    private static void Grade(Frame frame, string upper, string lower)
    {
        var (a, b) = (YuvColor.Parse(upper), YuvColor.Parse(lower));
        for (var y = 0; y < frame.Height; y++)
        {
            frame.Y.AsSpan(y * frame.Width, frame.Width).Fill(Between(a.Y, b.Y, (y + 0.5) / frame.Height));
        }

        var (half, rows) = (frame.Width / 2, frame.Height / 2);
        for (var y = 0; y < rows; y++)
        {
            frame.U.AsSpan(y * half, half).Fill(Between(a.U, b.U, (y + 0.5) / rows));
            frame.V.AsSpan(y * half, half).Fill(Between(a.V, b.V, (y + 0.5) / rows));
        }
    }

    private static byte Between(byte a, byte b, double part) => (byte)Math.Round(a + ((b - a) * part));

    private static string Base(Project project) => $"color=c=0x{Hex(project.Background.Color)}:s={project.Canvas.Width}x{project.Canvas.Height}:r=1:d=1,format=rgb24[base]";

    private static string Hex(string color) => color.Length == 7 && color.Skip(1).All(char.IsAsciiHexDigit) ? color[1..] : "101018";

    private static string Filling(Project project)
    {
        var (w, h) = (project.Canvas.Width, project.Canvas.Height);
        return $"{Base(project)};[0:v:0]format=rgba,scale={w}:{h}:force_original_aspect_ratio=increase:flags=lanczos,crop={w}:{h},setsar=1[picture];"
            + "[base][picture]overlay=format=rgb,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[out]";
    }

    /// <summary>The cover sharp with round corners, over itself large, blurred and dark.</summary>
    private static string Covered(Project project, Rows free)
    {
        var (w, h) = (project.Canvas.Width, project.Canvas.Height);
        var isTall = h > w * 1.1;
        var side = (int)Math.Min(isTall ? w * 0.7 : h * 0.55, free.Height * 0.88) & ~1;
        var middle = (free.Top + (free.Height / 2.0)) / h;
        var radius = Math.Max(2, side / 28);
        var corner = $"hypot(max(abs(X+0.5-W/2)-(W/2-{radius})\\,0)\\,max(abs(Y+0.5-H/2)-(H/2-{radius})\\,0))";
        return "[0:v:0]format=rgb24,split[a][b];"
            + $"[a]scale={Math.Max(16, w / 8)}:{Math.Max(16, h / 8)}:force_original_aspect_ratio=increase,crop={Math.Max(16, w / 8)}:{Math.Max(16, h / 8)},"
            + $"gblur=sigma={FfmpegArguments.Number(Math.Max(1, Math.Min(w, h) / 110.0))}:steps=3,scale={w}:{h}:flags=bicubic,colorlevels=romax=0.55:gomax=0.55:bomax=0.55,setsar=1[back];"
            + $"[b]scale={side}:{side}:force_original_aspect_ratio=decrease:flags=lanczos,format=rgba,"
            + $"geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='255*clip({radius}+0.5-{corner}\\,0\\,1)',setsar=1[front];"
            + $"[back][front]overlay=x=(W-w)/2:y=H*{FfmpegArguments.Number(middle)}-h/2:format=rgb,"
            + "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[out]";
    }

    private async Task ReadAsync(string path, string graph, Frame frame, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. FfmpegArguments.Input(path), "-filter_complex", graph, "-map", "[out]", "-frames:v", "1",
            "-f", "rawvideo", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
        await using var process = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        var isWhole = await frame.ReadAsync(process.Output).ConfigureAwait(false);
        await process.WaitAsync().ConfigureAwait(false);
        if (!isWhole)
        {
            throw new MediaException(MediaProblem.Unreadable, "The background picture gives no frame.");
        }
    }
}
