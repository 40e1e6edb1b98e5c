using System.Runtime.InteropServices;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Decoding;

/// <summary>
/// Decodes the sound of one asset to <see cref="SoundFormat"/>. Each asset has an FFmpeg of its own: when the format changes in the
/// middle of a file, FFmpeg rebuilds the whole filter graph, which here holds nothing but the conversion.
/// </summary>
internal sealed class SoundReader : IDecoder
{
    private const int FrameBytes = SoundFormat.Channels * sizeof(float);
    private readonly MediaProcess _process;
    private long _skip;
    private long _silence;
    private readonly float _limit;
    private bool _ended;

    private SoundReader(MediaProcess process, long skip, long silence, float limit) => (_process, _skip, _silence, _limit) = (process, skip, silence, limit);

    /// <summary>Starts decoding.</summary>
    /// <param name="processes">Starts FFmpeg.</param>
    /// <param name="asset">What to decode.</param>
    /// <param name="from">Position in the asset.</param>
    /// <param name="filters">Filters to apply after the conversion; empty: none.</param>
    /// <param name="timeLimit">Longest life of the process.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<SoundReader> OpenAsync(
        MediaProcesses processes, Asset asset, TimeSpan from, string filters, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        // Sound that begins after the picture: FFmpeg's raw output has no times, so the gap is added here.
        var gap = asset.Facts.AudioStart > from ? asset.Facts.AudioStart - from : TimeSpan.Zero;
        var start = gap > TimeSpan.Zero ? TimeSpan.Zero : from;

        // Raw MP3 and AAC have no index: seeking guesses by the average bit rate. They are decoded from the start.
        var seeks = start > TimeSpan.Zero && asset.Facts.Container is not ("mp3" or "aac");
        var skip = seeks ? 0 : SoundFormat.SamplesIn(start);
        string[] chain = [filters.Length > 0 ? SampleRepair.Filter(asset.Facts) : "", Conversion(asset), skip > 0 && filters.Length > 0 ? $"atrim=start_sample={skip},asetpts=N/SR/TB" : "", filters];
        string[] arguments =
        [
            .. FfmpegArguments.Start, .. seeks ? ["-ss", FfmpegArguments.Seconds(start)] : (string[])[], "-vn", .. FfmpegArguments.Input(asset.Path),
            "-map", SoundInput.Map(asset.Facts), "-af", FfmpegArguments.Chain(chain),
            "-f", "f32le", "-c:a", "pcm_f32le", "pipe:1",
        ];
        var process = await processes.StartAsync(new MediaCommand(MediaTool.Ffmpeg, arguments, timeLimit), cancellationToken).ConfigureAwait(false);
        return new SoundReader(process, filters.Length > 0 ? 0 : skip, SoundFormat.SamplesIn(gap), SampleRepair.LimitOf(asset.Facts));
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<float> buffer)
    {
        if (_silence > 0)
        {
            var silent = (int)Math.Min(buffer.Length / SoundFormat.Channels, _silence);
            _silence -= silent;
            buffer.Span[..(silent * SoundFormat.Channels)].Clear();
            return silent * SoundFormat.Channels;
        }

        while (_skip > 0 && !_ended)
        {
            var skipped = await FillAsync(buffer[..(int)Math.Min(buffer.Length, _skip * SoundFormat.Channels)]).ConfigureAwait(false);
            _skip -= skipped / SoundFormat.Channels;
        }

        return _ended ? 0 : await FillAsync(buffer).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>Raw AAC has no times of its own: those that FFmpeg invents are wrong behind a change of the sampling rate, and must not correct anything.</summary>
    private static string Conversion(Asset asset) =>
        $"{SoundInput.Downmix(asset.Facts)}aresample=48000{(asset.Facts.Container == "aac" ? "" : ":async=1")},aformat=sample_fmts=flt:channel_layouts=stereo";

    private async ValueTask<int> FillAsync(Memory<float> buffer)
    {
        var bytes = System.Buffers.ArrayPool<byte>.Shared.Rent(buffer.Length * sizeof(float));
        try
        {
            var wanted = buffer.Length / SoundFormat.Channels * FrameBytes;
            var read = await _process.Output.ReadAtLeastAsync(bytes.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, CancellationToken.None).ConfigureAwait(false);
            if (read < wanted)
            {
                _ended = true;
                await _process.WaitAsync().ConfigureAwait(false);
            }

            var whole = read / FrameBytes * FrameBytes;
            var samples = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, whole));
            SampleRepair.Apply(samples, _limit);
            samples.CopyTo(buffer.Span);
            return whole / sizeof(float);
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
