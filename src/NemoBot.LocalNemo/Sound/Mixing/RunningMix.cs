using System.IO.Pipelines;
using System.Runtime.InteropServices;
using NemoBot.LocalNemo.Sound.Measuring;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>
/// A mix that is being made. The encoder and whoever draws the sound get the same samples: the picture cannot drift away from what
/// is heard.
/// </summary>
internal sealed class RunningMix : IAsyncDisposable
{
    private const int Block = SoundFormat.Rate / 10 * SoundFormat.Channels;
    private readonly MixOrder _order;
    private readonly MediaProcess _encoder;
    private readonly CancellationToken _cancelled;
    private readonly LoudnessMeter _meter = new();
    private readonly Limiter _limiter = new(Decibels.ToAmplitude(LoudnessTargets.Ceiling));
    private readonly Pipe? _samples;

    private RunningMix(MixOrder order, MediaProcess encoder, Func<LoudnessMeter, MixReport> report, CancellationToken cancellationToken)
    {
        (_order, _encoder, _cancelled) = (order, encoder, cancellationToken);
        _samples = order.GivesSamples ? new Pipe(new PipeOptions(pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19, useSynchronizationContext: false)) : null;
        Samples = _samples?.Reader.AsStream() ?? Stream.Null;
        Completion = Task.Run(() => RunAsync(report), CancellationToken.None);
    }

    /// <summary>Mono samples of 16 bits, little-endian, at <see cref="SoundFormat.Rate"/>; read them or the mix stops.</summary>
    public Stream Samples { get; }

    /// <summary>Level of the finished sound; complete when the mix is.</summary>
    public LevelTrace Trace { get; } = new();

    /// <summary>Samples of the finished sound.</summary>
    public long Length => _order.Plan.Length;

    /// <summary>The end of the mix.</summary>
    public Task<MixReport> Completion { get; }

    /// <summary>Starts the encoder and the mix.</summary>
    public static async Task<RunningMix> StartAsync(MixOrder order, Func<LoudnessMeter, MixReport> report, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            .. FfmpegArguments.Start, "-f", "f32le", "-ar", $"{SoundFormat.Rate}", "-ac", $"{SoundFormat.Channels}", "-i", "pipe:0",
            .. order.Tags is { } tags ? SoundEncoding.Tag(tags) : [], .. SoundEncoding.For(order.Target, order.Bitrate, order.Plan.HasEqualChannels), FfmpegArguments.FileName(order.Target),
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, order.Processes.Options.RenderTimeout) { FeedsInput = true };
        return new RunningMix(order, await order.Processes.StartAsync(command, cancellationToken).ConfigureAwait(false), report, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Nobody reads any more: a mix that waits for a reader ends.
        _samples?.Reader.Complete();
        await _encoder.DisposeAsync().ConfigureAwait(false);
        await Completion.ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
    }

    private async Task<MixReport> RunAsync(Func<LoudnessMeter, MixReport> report)
    {
        try
        {
            await WriteAllAsync().ConfigureAwait(false);
            await _encoder.Input.DisposeAsync().ConfigureAwait(false);
            await _encoder.WaitAsync().ConfigureAwait(false);
            return report(_meter);
        }
        catch (IOException e)
        {
            throw await _encoder.ExplainAsync(e).ConfigureAwait(false);
        }
        finally
        {
            if (_samples is not null)
            {
                await _samples.Writer.CompleteAsync().ConfigureAwait(false);
            }

            await _order.Source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteAllAsync()
    {
        var block = new float[Block];
        var late = Limiter.Delay * SoundFormat.Channels;
        for (long done = 0; done < _order.Plan.Length + Limiter.Delay; done += Block / SoundFormat.Channels)
        {
            _cancelled.ThrowIfCancellationRequested();
            var part = block.AsMemory(0, (int)Math.Min(Block, (_order.Plan.Length + Limiter.Delay - done) * SoundFormat.Channels));
            await _order.Source.FillAsync(part).ConfigureAwait(false);
            _limiter.Apply(part.Span);
            var ready = part[Math.Min(late, part.Length)..];
            late -= part.Length - ready.Length;
            var start = Math.Max(0, done - Limiter.Delay);
            _order.Plan.Fades.Apply(ready.Span, start, 1);
            _meter.Add(ready.Span);
            Trace.Add(ready.Span);
            await WriteAsync(ready).ConfigureAwait(false);
            _order.Progress?.Report(Math.Min(1, done / (double)Math.Max(1, _order.Plan.Length)));
        }
    }

    private async ValueTask WriteAsync(Memory<float> ready)
    {
        await _encoder.Input.WriteAsync(MemoryMarshal.AsBytes(ready.Span).ToArray(), _cancelled).ConfigureAwait(false);
        if (_samples is null)
        {
            return;
        }

        Draw(ready.Span, _samples.Writer);
        await _samples.Writer.FlushAsync(_cancelled).ConfigureAwait(false);
    }

    private static void Draw(ReadOnlySpan<float> samples, PipeWriter writer)
    {
        var target = MemoryMarshal.Cast<byte, short>(writer.GetSpan(samples.Length)[..samples.Length]);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = (short)Math.Clamp((samples[2 * i] + samples[(2 * i) + 1]) * 16_384, short.MinValue, short.MaxValue);
        }

        writer.Advance(samples.Length);
    }
}
