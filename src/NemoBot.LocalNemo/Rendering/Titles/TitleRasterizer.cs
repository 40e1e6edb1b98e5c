using System.Globalization;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Rendering.Titles;

/// <summary>
/// Draws the titles, each once. What people wrote goes into a file that libass reads; in FFmpeg's arguments there is only the
/// name of that file, which is ours.
/// </summary>
internal sealed class TitleRasterizer(MediaProcesses processes)
{
    private const string Script = "titles.ass";

    public async Task<IReadOnlyList<TitleLayer>> DrawAsync(
        Project project, (VerticalPlace Place, Rows Rows)? visual, string folder, CancellationToken cancellationToken)
    {
        var blocks = project.Titles.Where(t => !string.IsNullOrWhiteSpace(t.Text)).Select(t => TitleBlock.Fit(t, project.Canvas)).ToList();
        if (blocks.Count == 0)
        {
            return [];
        }

        var tops = TitlePlacement.Find(blocks, project.Canvas, visual, project.Duration);
        var script = Write(blocks, tops, project.Canvas);
        await File.WriteAllTextAsync(Path.Combine(folder, Script), script, cancellationToken).ConfigureAwait(false);
        return await RasterizeAsync(blocks, project.Canvas, folder, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Title by title, one second each.</summary>
    private static string Write(List<TitleBlock> blocks, IReadOnlyList<double> tops, Canvas canvas)
    {
        var script = new AssScript(canvas.Width, canvas.Height);
        for (var i = 0; i < blocks.Count; i++)
        {
            var (block, start) = (blocks[i], TimeSpan.FromSeconds(i));
            for (var line = 0; line < block.Lines.Count; line++)
            {
                var text = AssText.Escape(block.Lines[line]);
                var place = string.Create(
                    CultureInfo.InvariantCulture,
                    $@"\an8\pos({canvas.Width / 2.0:0.#},{tops[i] + (line * block.Size):0.#})\fs{block.Size:0.##}\b1\shad0");

                // A soft dark glow below the letters keeps them readable over any picture.
                var glow = string.Create(
                    CultureInfo.InvariantCulture,
                    $@"\bord{block.Size * 0.07:0.##}\blur{block.Size * 0.09:0.##}\1a&H70&\3a&H70&\1c&H000000&\3c&H000000&");
                script.Add(0, start, start + TimeSpan.FromSeconds(1), place + glow, text);
                script.Add(1, start, start + TimeSpan.FromSeconds(1), $@"{place}\bord0\1c{AssText.Color(block.Title.Color)}", text);
            }
        }

        return script.ToString();
    }

    private async Task<IReadOnlyList<TitleLayer>> RasterizeAsync(List<TitleBlock> blocks, Canvas canvas, string folder, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-f", "lavfi", "-i", $"color=c=black@0:s={canvas.Width}x{canvas.Height}:r=1:d={blocks.Count},format=rgba",
            "-vf", $"subtitles=f={Script}:alpha=1", "-frames:v", $"{blocks.Count}", "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { WorkingFolder = folder };
        await using var process = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        var picture = new byte[canvas.Width * canvas.Height * 4];
        List<TitleLayer> layers = [];
        foreach (var block in blocks)
        {
            if (await process.Output.ReadAtLeastAsync(picture, picture.Length, throwOnEndOfStream: false, CancellationToken.None).ConfigureAwait(false) == picture.Length
                && Layer.Cut(picture, canvas.Width, canvas.Height) is { } layer)
            {
                layers.Add(new TitleLayer(block.Title, layer));
            }
        }

        await process.WaitAsync().ConfigureAwait(false);
        return layers;
    }
}
