using System.Runtime.InteropServices;
using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Processes;

namespace NemoBot.LocalNemo.Sound.Decoding;

/// <summary>Opens clips for reading, with what only FFmpeg does: speed with the pitch kept, denoising and tone.</summary>
/// <param name="Processes">Starts FFmpeg.</param>
/// <param name="Folder">For sound that is played backwards.</param>
/// <param name="CancellationToken">Cancels the operation.</param>
internal sealed record DecoderFactory(MediaProcesses Processes, string Folder, CancellationToken CancellationToken)
{
    private const int Block = 32_768;

    /// <summary>The FFmpeg filters of an asset; empty: none.</summary>
    public Func<Asset, string> Filter { get; init; } = _ => "";

    /// <summary>Samples of an asset that was decoded before.</summary>
    public Func<Asset, float[]?> Recall { get; init; } = _ => null;

    /// <summary>Opens a clip at its start.</summary>
    public async Task<IDecoder> OpenAsync(Clip clip)
    {
        var filters = FfmpegArguments.Chain(Filter(clip.Asset), Tempo(clip.Speed));
        IDecoder reader = filters.Length == 0 && Recall(clip.Asset) is { } samples
            ? new KeptDecoder(samples, SoundFormat.SamplesIn(clip.From))
            : await SoundReader.OpenAsync(Processes, clip.Asset, clip.From, filters, Processes.Options.RenderTimeout, CancellationToken).ConfigureAwait(false);
        return clip.Reversed ? await ReverseAsync(reader, SoundFormat.SamplesIn(clip.Duration)).ConfigureAwait(false) : reader;
    }

    /// <summary>Above a factor of two one filter drops samples; two of them do not.</summary>
    private static string Tempo(double speed)
    {
        List<string> steps = [];
        for (; speed > 2; speed /= 2)
        {
            steps.Add("atempo=2");
        }

        for (; speed < 0.5; speed *= 2)
        {
            steps.Add("atempo=0.5");
        }

        if (Math.Abs(speed - 1) > 1e-6)
        {
            steps.Add($"atempo={FfmpegArguments.Number(speed)}");
        }

        return string.Join(',', steps);
    }

    /// <summary>On disk, because an hour of sound would fill the memory.</summary>
    private async Task<ReversedDecoder> ReverseAsync(IDecoder reader, long length)
    {
        await using var source = reader.ConfigureAwait(false);
        var file = new FileStream(
            Path.Combine(Folder, $"reversed-{Guid.NewGuid():N}.raw"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        try
        {
            var block = new float[Block];
            var left = length * SoundFormat.Channels;
            int read;
            while (left > 0 && (read = await reader.ReadAsync(block.AsMemory(0, (int)Math.Min(Block, left))).ConfigureAwait(false)) > 0)
            {
                file.Write(MemoryMarshal.AsBytes(block.AsSpan(0, read)));
                left -= read;
            }

            return new ReversedDecoder(file, left);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
