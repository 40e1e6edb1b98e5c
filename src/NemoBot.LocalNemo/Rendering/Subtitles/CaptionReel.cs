using NemoBot.LocalNemo.Captioning.Drawing;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Subtitles;

/// <summary>
/// The captions as pictures, each drawn once by one libass process that is read only as fast as the video is made. Reading goes forward only: one reader at a time.
/// </summary>
internal sealed class CaptionReel : IAsyncDisposable
{
    private readonly Canvas _canvas;
    private readonly IReadOnlyList<CaptionEvent> _events;
    private readonly MediaProcess _process;
    private readonly byte[] _picture;
    private int _index = -1;
    private Layer? _layer;

    private CaptionReel(Canvas canvas, Rows rows, IReadOnlyList<CaptionEvent> events, MediaProcess process)
    {
        (_canvas, _events, _process, Rows) = (canvas, events, process, rows);
        _picture = new byte[canvas.Width * rows.Height * 4];
    }

    /// <summary>The only rows that are drawn.</summary>
    public Rows Rows { get; }

    /// <param name="processes">Start FFmpeg.</param>
    /// <param name="script">What is shown when.</param>
    /// <param name="canvas">The frame.</param>
    /// <param name="rows">Rows that hold all of it.</param>
    /// <param name="folder">For scratch files.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null if the script shows nothing.</returns>
    public static async Task<CaptionReel?> StartAsync(
        MediaProcesses processes, CaptionScript script, Canvas canvas, Rows rows, string folder, CancellationToken cancellationToken)
    {
        var count = script.Events.Count;
        if (count == 0)
        {
            return null;
        }

        const string Name = "captions.ass";
        await File.WriteAllTextAsync(Path.Combine(folder, Name), script.ToSlides(), cancellationToken).ConfigureAwait(false);
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-f", "lavfi", "-i", $"color=c=black@0:s={canvas.Width}x{canvas.Height}:r=1:d={count},format=rgba",
            "-vf", $"subtitles=f={Name}:alpha=1,crop={canvas.Width}:{rows.Height}:0:{rows.Top}", "-frames:v", $"{count}",
            "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { WorkingFolder = folder };
        return new CaptionReel(canvas, rows, script.Events, await processes.StartAsync(command, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Which event is seen; -1: none.</summary>
    public int IndexAt(TimeSpan time)
    {
        var (low, high) = (0, _events.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (time < _events[middle].Start)
            {
                high = middle - 1;
            }
            else if (time >= _events[middle].End)
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
