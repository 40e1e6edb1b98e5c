using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Subtitles;

/// <summary>
/// The captions as pictures, one for each stretch of time in which nothing changes, drawn by one libass process that is read only as
/// fast as the video is made. Reading goes forward only: one reader at a time.
/// </summary>
internal sealed class CaptionReel : IAsyncDisposable
{
    private readonly Canvas _canvas;
    private readonly IReadOnlyList<AssStretch> _stretches;
    private readonly MediaProcess _process;
    private readonly byte[] _picture;
    private int _index = -1;
    private Layer? _layer;

    private CaptionReel(Canvas canvas, Rows rows, IReadOnlyList<AssStretch> stretches, MediaProcess process)
    {
        (_canvas, _stretches, _process, Rows) = (canvas, stretches, process, rows);
        _picture = new byte[canvas.Width * rows.Height * 4];
    }

    /// <summary>The only rows that are drawn.</summary>
    public Rows Rows { get; }

    /// <param name="processes">Start FFmpeg.</param>
    /// <param name="script">An ASS script for the canvas.</param>
    /// <param name="canvas">The frame.</param>
    /// <param name="rows">Rows that hold all of it.</param>
    /// <param name="folder">For scratch files.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null if the script shows nothing.</returns>
    public static async Task<CaptionReel?> StartAsync(
        MediaProcesses processes, string script, Canvas canvas, Rows rows, string folder, CancellationToken cancellationToken)
    {
        var (retimed, stretches) = AssStretch.Split(script);
        if (stretches.Count == 0)
        {
            return null;
        }

        const string Name = "captions.ass";
        await File.WriteAllTextAsync(Path.Combine(folder, Name), retimed, cancellationToken).ConfigureAwait(false);
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-f", "lavfi", "-i", $"color=c=black@0:s={canvas.Width}x{canvas.Height}:r=1:d={stretches.Count},format=rgba",
            "-vf", $"subtitles=f={Name}:alpha=1,crop={canvas.Width}:{rows.Height}:0:{rows.Top}", "-frames:v", $"{stretches.Count}",
            "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { WorkingFolder = folder };
        return new CaptionReel(canvas, rows, stretches, await processes.StartAsync(command, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Which stretch is seen; -1: none.</summary>
    public int IndexAt(TimeSpan time)
    {
        var (low, high) = (0, _stretches.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (time < _stretches[middle].Start)
            {
                high = middle - 1;
            }
            else if (time >= _stretches[middle].End)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }

    /// <summary>Reads on until the picture of a moment is there.</summary>
    public async Task ReachAsync(TimeSpan time)
    {
        var index = IndexAt(time);
        while (_index < index)
        {
            _index++;
            if (await _process.Output.ReadAtLeastAsync(_picture, _picture.Length, throwOnEndOfStream: false, CancellationToken.None).ConfigureAwait(false) < _picture.Length)
            {
                await _process.WaitAsync().ConfigureAwait(false);
                _layer = null;
                return;
            }

            _layer = _index == index ? Layer.Cut(_picture, _canvas.Width, Rows.Height, Rows.Top) : null;
        }
    }

    public void Draw(Frame frame, Rows rows, TimeSpan time)
    {
        if (_index >= 0 && IndexAt(time) == _index)
        {
            _layer?.Blend(frame, rows, 256);
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
