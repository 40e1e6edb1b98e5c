using System.Globalization;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Rendering.Titles;

/// <summary>
/// Draws each title once. User text goes into a file that libass reads; FFmpeg's arguments hold only the name of that file, which is
/// ours.
/// </summary>
internal sealed class TitleRasterizer(MediaProcesses processes)
{
    private const string Script = "titles.ass";

    public async Task<IReadOnlyList<TimedLayer>> DrawAsync(
        IReadOnlyList<(PlacedTitle Title, TitleLook Look)> titles, Project project, string folder, CancellationToken cancellationToken)
    {
        if (titles.Count == 0)
        {
            return [];
        }

        var canvas = project.Canvas;
        var script = new AssScript(canvas.Width, canvas.Height);
        foreach (var (index, (title, look)) in titles.Index())
        {
            // Title by title, one second each.
            Write(script, TimeSpan.FromSeconds(index), title, look);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, Script), script.ToString(), cancellationToken).ConfigureAwait(false);
        return await RasterizeAsync(titles, project, folder, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(AssScript script, TimeSpan start, PlacedTitle title, TitleLook look)
    {
        var end = start + TimeSpan.FromSeconds(1);
        foreach (var (index, line) in title.Lines.Index())
        {
            var font = Lettering.FamilyOf(title.Title.Font);
            var text = AssText.Escape(line, font);
            var (x, align) = title.Side switch
            {
                HorizontalPlace.Left => (title.Area.Left, 7),
                HorizontalPlace.Right => (title.Area.Left + title.Area.Width, 9),
                _ => (title.Area.Middle, 8),
            };
            var place = string.Create(
                CultureInfo.InvariantCulture,
                $@"\an{align}\pos({x:0.#},{title.Top + (index * title.Size):0.#})\fn{font}\fs{title.Size * Lettering.SizeOf(title.Title.Font):0.##}\b{(title.Title.Bold ? 1 : 0)}\i{(title.Title.Italic ? 1 : 0)}\shad0");
            if (look.Plate is null || look.Outline is not null)
            {
                script.Add(1, start, end, place + Surround(title.Size, look), text);
            }

            script.Add(2, start, end, $@"{place}\bord0\1c{AssText.Color(look.Color.ToString())}", text);
        }
    }

    /// <summary>A firm outline over moving pictures; otherwise a soft glow of the opposite shade.</summary>
    private static string Surround(double size, TitleLook look)
    {
        if (look.Outline is { } outline)
        {
            var color = AssText.Color(outline.ToString());
            return string.Create(CultureInfo.InvariantCulture, $@"\bord{size * 0.075:0.##}\blur{size * 0.02:0.##}\1c{color}\3c{color}");
        }

        var shade = look.Color.Luminance > 0.3 ? "&H000000&" : "&HFFFFFF&";
        return string.Create(
            CultureInfo.InvariantCulture,
            $@"\bord{size * 0.05:0.##}\blur{size * 0.09:0.##}\1a&H90&\3a&H90&\1c{shade}\3c{shade}");
    }

    private async Task<IReadOnlyList<TimedLayer>> RasterizeAsync(
        IReadOnlyList<(PlacedTitle Title, TitleLook Look)> titles, Project project, string folder, CancellationToken cancellationToken)
    {
        var canvas = project.Canvas;
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-f", "lavfi", "-i", $"color=c=black@0:s={canvas.Width}x{canvas.Height}:r=1:d={titles.Count},format=rgba",
            "-vf", $"subtitles=f={Script}:alpha=1", "-frames:v", $"{titles.Count}", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { WorkingFolder = folder };
        await using var process = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        var picture = new byte[canvas.Width * canvas.Height * 4];
        List<TimedLayer> layers = [];
        foreach (var (title, look) in titles)
        {
            if (await process.Output.ReadAtLeastAsync(picture, picture.Length, throwOnEndOfStream: false, CancellationToken.None).ConfigureAwait(false) < picture.Length)
            {
                break;
            }

            if (look.Plate is { } plate)
            {
                PlatePainter.Paint(picture, canvas.Width, title, plate, look.PlateOpacity);
            }

            if (Layer.Cut(picture, canvas.Width, canvas.Height) is { } layer)
            {
                layers.AddRange(TitleTimes.Showings(project, title.Title).Select(t => new TimedLayer(layer, t.Start, t.End, t.FadeIn, t.FadeOut)));
            }
        }

        await process.WaitAsync().ConfigureAwait(false);
        return layers;
    }
}
