using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Composing;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Encoding;

/// <summary>Encodes pictures that change everywhere: frame by frame, whole.</summary>
internal sealed class WholeEncoder(MediaProcesses processes, Project project, FrameComposer composer, IPictureSource background)
{
    /// <summary>Most bits per second; 0: as many as it takes.</summary>
    public int Bitrate { get; init; }

    public async Task EncodeAsync(SampleWindow? heard, string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var (canvas, threads) = (project.Canvas, processes.Options.Threads);
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. X264.RawInput(canvas.Width, canvas.Height, canvas.FrameRate),
            .. X264.For(project, threads, Bitrate), .. X264.Fragments, FfmpegArguments.FileName(target),
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { FeedsInput = true };
        await using var encoder = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        // While the encoder takes one frame, the next is drawn.
        Frame[] frames = [new(canvas.Width, canvas.Height), new(canvas.Width, canvas.Height)];
        var writing = Task.CompletedTask;
        try
        {
            for (var number = 0L; number < composer.Count; number++)
            {
                var frame = frames[number & 1];
                await background.NextAsync(frame).ConfigureAwait(false);
                await composer.ReachAsync(heard, frame.All, number).ConfigureAwait(false);
                composer.Draw(frame, frame.All, number, heard);
                await writing.ConfigureAwait(false);
                writing = Task.Run(() => frame.WriteAsync(encoder.Input, frame.All), CancellationToken.None);
                progress?.Report((number + 1.0) / composer.Count);
            }

            await writing.ConfigureAwait(false);
            encoder.Input.Close();
        }
        catch (IOException e)
        {
            throw await encoder.ExplainAsync(e).ConfigureAwait(false);
        }

        await encoder.WaitAsync().ConfigureAwait(false);
    }
}
