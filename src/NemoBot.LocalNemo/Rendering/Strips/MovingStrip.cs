using NemoBot.LocalNemo.Rendering.Bitstream;
using NemoBot.LocalNemo.Rendering.Composing;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>The strip that always changes: composed and encoded frame by frame.</summary>
internal sealed class MovingStrip(MediaProcess encoder, FrameComposer composer, Frame still, Rows rows, int keyEvery) : IStrip
{
    private readonly SliceReader _reader = new(encoder.Output);

    public bool LooksAtLastOnly => false;

    public static async Task<MediaProcess> StartAsync(
        MediaProcesses processes, int width, double frameRate, Rows rows, KeyPlan keys, int quantizer, CancellationToken cancellationToken)
    {
        var arguments = StripSettings.Describe(width, rows, frameRate, keys, quantizer, processes.Options.Threads == 0 ? StripSettings.Threads : processes.Options.Threads, StripSettings.Motion(keys), []);
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { FeedsInput = true };
        return await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Draws all frames; returns when the encoder has taken the last.</summary>
    public async Task FeedAsync(SampleWindow? heard)
    {
        try
        {
            // While the encoder takes one frame, the next is drawn.
            Frame[] frames = [new(still.Width, still.Height), new(still.Width, still.Height)];
            var writing = Task.CompletedTask;
            for (var number = 0L; number < composer.Count; number++)
            {
                var frame = frames[number & 1];
                await composer.ReachAsync(heard, rows, number).ConfigureAwait(false);
                frame.CopyFrom(still, rows);
                composer.Draw(frame, rows, number, heard);
                await writing.ConfigureAwait(false);
                writing = Task.Run(() => frame.WriteAsync(encoder.Input, rows));
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

    public Task<byte[]> SliceAsync(long number) => _reader.NextAsync(isKey: number % keyEvery == 0);
}
