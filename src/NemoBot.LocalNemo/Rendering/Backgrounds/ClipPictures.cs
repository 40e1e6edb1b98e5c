using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>
/// The clips' own pictures, one clip after the other, every one scaled and padded to the canvas. Each clip gives exactly the
/// frames of its place on the timeline: one that ends early holds its last picture.
/// </summary>
internal sealed class ClipPictures(MediaProcesses processes, Project project, Scrim? scrim, CancellationToken cancellationToken) : IPictureSource
{
    private readonly Frame _last = new(project.Canvas.Width, project.Canvas.Height);
    private MediaProcess? _process;
    private int _clip = -1;
    private long _until;
    private long _read;
    private bool _ended;
    private bool _isFresh;

    /// <summary>Reads the next frame of the timeline.</summary>
    public async Task NextAsync(Frame frame)
    {
        while (_read >= _until && _clip + 1 < project.Clips.Count)
        {
            await OpenAsync(_clip + 1).ConfigureAwait(false);
        }

        _read++;
        if (!_ended && !_isFresh && _process is not null)
        {
            _ended = !await _last.ReadAsync(_process.Output).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        _isFresh = false;
        frame.CopyFrom(_last, frame.All);
        scrim?.Draw(frame);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task OpenAsync(int index)
    {
        await DisposeAsync().ConfigureAwait(false);
        _clip = index;
        var clip = project.Clips[index];
        var end = TimeSpan.FromTicks(project.Clips.Take(index + 1).Sum(c => c.Length.Ticks));
        _until = FrameCount.Of(end, project.Canvas.FrameRate);
        _ended = false;
        _process = null;
        if (!clip.Asset.Facts.HasVideo && clip.Asset.Facts.Kind != MediaKind.Image)
        {
            _last.Fill(YuvColor.Parse(project.Background.Color));
            return;
        }

        var command = new MediaCommand(MediaTool.Ffmpeg, Describe(clip, _until - _read), processes.Options.RenderTimeout);
        _process = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        if (!await _last.ReadAsync(_process.Output).ConfigureAwait(false))
        {
            await _process.WaitAsync().ConfigureAwait(false);
            throw new MediaException(MediaProblem.Unreadable, "The clip gives no picture.");
        }

        _isFresh = true;
    }

    private string[] Describe(Clip clip, long frames)
    {
        var (w, h) = (project.Canvas.Width, project.Canvas.Height);
        var rate = FrameRates.Argument(project.Canvas.FrameRate);
        string[] source = clip.Asset.Facts.Kind == MediaKind.Image
            ? ["-loop", "1", "-framerate", $"{rate}", .. FfmpegArguments.Input(clip.Asset.Path)]
            : [.. Seek(clip), "-t", FfmpegArguments.Seconds(clip.Length), "-an", .. FfmpegArguments.Input(clip.Asset.Path)];
        return
        [
            .. FfmpegArguments.Start, .. source, "-map", PictureInput.Map(clip.Asset.Facts),
            "-vf", $"{PictureInput.Prepare(clip.Asset.Facts)}fps={rate}:start_time=0,{PictureInput.Fit(clip.Asset.Facts, w, h)}",
            "-frames:v", $"{frames}", "-f", "rawvideo", "pipe:1",
        ];
    }

    /// <summary>Seeking goes to a key frame of the picture: to seek to the start of a picture that begins late would lose what is before it.</summary>
    private static string[] Seek(Clip clip) => clip.From > TimeSpan.Zero ? ["-ss", FfmpegArguments.Seconds(clip.From)] : [];
}
