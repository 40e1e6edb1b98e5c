using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Bitstream;
using NemoBot.LocalNemo.Rendering.Composing;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>
/// Encodes a picture of which only a few rows move. Each strip is encoded as a video of its own, and their slices are put
/// together to whole pictures: the encoder never sees the pixels that do not change, which is most of them.
/// </summary>
internal sealed class StripEncoder(MediaProcesses processes, Project project, FrameComposer composer, Frame still)
{
    private readonly Canvas _canvas = project.Canvas;
    private readonly StripPlan _plan = StripPlan.Find(project.Canvas.Height, composer.Moving, composer.Changing);

    private int MovingQuantizer(KeyPlan keys) =>
        composer.Changing is { } captions && _plan.All[_plan.Moving].Meets(captions) ? StripSettings.MovingText : StripSettings.Moving(project.Visual.Style, keys);

    public async Task EncodeAsync(SampleWindow? heard, string target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (sequence, picture, keySize) = await FindHeadersAsync(failed.Token).ConfigureAwait(false);
        var keys = KeyPlan.Find(_canvas, composer.Count, keySize);
        var mover = new SliceMover(StreamFormat.Read(sequence, picture));
        await using var encoder = _plan.Moving < 0
            ? null
            : await MovingStrip.StartAsync(processes, _canvas.Width, _canvas.FrameRate, _plan.All[_plan.Moving], keys, MovingQuantizer(keys), failed.Token).ConfigureAwait(false);
        List<IStrip> strips = [];
        MovingStrip? moving = null;
        for (var i = 0; i < _plan.All.Count; i++)
        {
            strips.Add(i == _plan.Moving && encoder is not null
                ? moving = new MovingStrip(encoder, composer, still, _plan.All[i], keys.Every)
                : await StillStrip.EncodeAsync(processes, composer, still, _plan.All[i], keys, failed.Token).ConfigureAwait(false));
        }

        var feeding = moving is null ? Task.CompletedTask : moving.FeedAsync(heard);
        try
        {
            await using var file = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18);
            await file.WriteAsync((byte[])[.. NalUnit.Pack(NalUnit.Unescape(sequence)), .. NalUnit.Pack(NalUnit.Unescape(picture))], failed.Token).ConfigureAwait(false);
            await WriteAsync(file, strips, mover, keys.Every, progress).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FormatException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // A missing slice is only the sign of what happened to the encoder: its own words come first.
            if (!feeding.IsFaulted)
            {
                await failed.CancelAsync().ConfigureAwait(false);
                await feeding.ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
                throw;
            }
        }

        await feeding.ConfigureAwait(false);
    }

    /// <summary>The parameter sets of the whole picture and the size of a key picture, from one encoded frame.</summary>
    private async Task<(byte[] Sequence, byte[] Picture, int KeySize)> FindHeadersAsync(CancellationToken cancellationToken)
    {
        var keys = new KeyPlan(KeyPlan.Longest(_canvas), KeyPlan.Usual);
        var arguments = StripSettings.Describe(_canvas.Width, still.All, _canvas.FrameRate, keys, StripSettings.Still(keys), threads: 1, StripSettings.ForMotion, []);
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.RenderTimeout) { FeedsInput = true };
        await using var encoder = await processes.StartAsync(command, cancellationToken).ConfigureAwait(false);
        var feeding = FeedOnceAsync(encoder);
        var reader = new NalReader(encoder.Output);
        byte[]? sequence = null;
        byte[]? picture = null;
        var keySize = 0;
        while (await reader.NextAsync().ConfigureAwait(false) is { } unit)
        {
            sequence = NalUnit.TypeOf(unit) == NalUnit.Sequence ? unit : sequence;
            picture = NalUnit.TypeOf(unit) == NalUnit.Picture ? unit : picture;
            keySize = NalUnit.TypeOf(unit) == NalUnit.KeySlice ? unit.Length : keySize;
        }

        await feeding.ConfigureAwait(false);
        return sequence is null || picture is null ? throw new FormatException("The encoder wrote no headers.") : (sequence, picture, keySize);
    }

    private async Task FeedOnceAsync(MediaProcess encoder)
    {
        try
        {
            await still.WriteAsync(encoder.Input, still.All).ConfigureAwait(false);
            encoder.Input.Close();
        }
        catch (IOException e)
        {
            throw await encoder.ExplainAsync(e).ConfigureAwait(false);
        }

        await encoder.WaitAsync().ConfigureAwait(false);
    }

    private async Task WriteAsync(Stream file, List<IStrip> strips, SliceMover mover, int keyEvery, IProgress<double>? progress)
    {
        for (var number = 0L; number < composer.Count; number++)
        {
            file.Write(NalUnit.Delimiter);
            for (var i = 0; i < strips.Count; i++)
            {
                var slice = await strips[i].SliceAsync(number).ConfigureAwait(false);
                file.Write(mover.Move(slice, _plan.All[i].Top / StripPlan.Macroblock, number % keyEvery, number / keyEvery, strips[i].LooksAtLastOnly));
            }

            progress?.Report((number + 1.0) / composer.Count);
        }
    }
}
