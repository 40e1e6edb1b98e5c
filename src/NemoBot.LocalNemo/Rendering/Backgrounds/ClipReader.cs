using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>The pictures of one clip, fitted to the canvas; after its end it holds the last one.</summary>
internal sealed class ClipReader(MediaProcesses processes, Canvas canvas, Background ground, Clip clip, CancellationToken cancellationToken) : IAsyncDisposable
{
    /// <summary>Reversed clips are decoded piece by piece, or all of their frames would have to be kept.</summary>
    private static readonly TimeSpan Piece = TimeSpan.FromSeconds(1);
    private readonly Frame _last = new(canvas.Width, canvas.Height);
    private readonly Stack<Frame> _backwards = new();
    private MediaProcess? _process;
    private TimeSpan _left = clip.Length;
    private bool _ended;
    private bool _isOpen;

    public async Task NextAsync(Frame frame)
    {
        if (!_isOpen)
        {
            _isOpen = true;
            await OpenAsync().ConfigureAwait(false);
        }
        else if (!_ended)
        {
            _ended = !await (clip.Reversed ? ReadBackAsync() : ReadAsync()).ConfigureAwait(false);
            await (_ended && !clip.Reversed ? EndAsync() : Task.CompletedTask).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        frame.CopyFrom(_last, frame.All);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task OpenAsync()
    {
        if (!clip.Asset.Facts.HasVideo && clip.Asset.Facts.Kind != MediaKind.Image)
        {
            _last.Fill(YuvColor.Parse(ground.Color));
            _ended = true;
            return;
        }

        if (!clip.Reversed)
        {
            await StartAsync(clip.From, clip.Length).ConfigureAwait(false);
        }

        if (!await (clip.Reversed ? ReadBackAsync() : ReadAsync()).ConfigureAwait(false))
        {
            await (_process?.WaitAsync() ?? Task.CompletedTask).ConfigureAwait(false);
            throw new MediaException(MediaProblem.Unreadable, "The clip gives no picture.");
        }
    }

    /// <summary>A clip that is damaged in its middle holds its last picture; one whose decoder was stopped must not.</summary>
    private async Task EndAsync()
    {
        try
        {
            await (_process?.WaitAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (MediaException e) when (e.Problem is MediaProblem.Unreadable or MediaProblem.Failed)
        {
            // The check of the finished file tells what is missing.
        }
    }

    private Task<bool> ReadAsync() => _last.ReadAsync(_process!.Output);

    private async Task<bool> ReadBackAsync()
    {
        while (_backwards.Count == 0 && _left > TimeSpan.Zero)
        {
            var length = _left < Piece ? _left : Piece;
            _left -= length;
            await DisposeAsync().ConfigureAwait(false);
            await StartAsync(clip.From + _left, length).ConfigureAwait(false);
            var most = FrameCount.Of(length / clip.Speed, canvas.FrameRate);
            while (_backwards.Count < most)
            {
                var frame = new Frame(canvas.Width, canvas.Height);
                if (!await frame.ReadAsync(_process!.Output).ConfigureAwait(false))
                {
                    break;
                }

                _backwards.Push(frame);
            }
        }

        if (_backwards.Count == 0)
        {
            return false;
        }

        _last.CopyFrom(_backwards.Pop(), _last.All);
        return true;
    }

    private async Task StartAsync(TimeSpan from, TimeSpan length)
    {
        string[] loop = clip.Loops ? ["-stream_loop", "-1"] : [];

        // Seeking goes to a key frame of the picture: seeking to the start of a picture that begins late would lose what is before it.
        string[] seek = from > TimeSpan.Zero ? ["-ss", FfmpegArguments.Seconds(from)] : [];
        string[] source = clip.Asset.Facts.Kind == MediaKind.Image && !clip.Asset.Facts.HasVideo
            ? ["-loop", "1", "-framerate", FrameRates.Argument(canvas.FrameRate), "-t", FfmpegArguments.Seconds(length), .. FfmpegArguments.Input(clip.Asset.Path)]
            : [.. loop, .. seek, "-t", FfmpegArguments.Seconds(length), "-an", .. FfmpegArguments.Input(clip.Asset.Path)];
        var graph = MovingGraph.Describe(clip.Asset, canvas, ground, clip.Speed);
        string[] arguments = [.. FfmpegArguments.Start, .. source, "-filter_complex", $"[{PictureInput.Map(clip.Asset.Facts)}]{graph}[out]", "-map", "[out]", "-f", "rawvideo", "pipe:1"];
        _process = await processes.StartAsync(new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout), cancellationToken).ConfigureAwait(false);
    }
}
