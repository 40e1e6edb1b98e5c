using System.Runtime.InteropServices;
using NemoBot.Core.Media;
using NemoBot.Media.Inputs;
using NemoBot.Media.Processes;

namespace NemoBot.Media.Probing;

/// <summary>Finds sound with one channel turned against the other: mixed to mono it would vanish.</summary>
public sealed class PhaseCheck(MediaProcesses processes)
{
    private const int MostSearched = 300;
    private const double Opposite = -0.95;

    /// <summary>Whether channels cancel each other.</summary>
    /// <param name="left">Sum of the squares of the left samples.</param>
    /// <param name="right">The same of the right ones.</param>
    /// <param name="product">Sum of the products of left and right.</param>
    public static bool IsOpposite(double left, double right, double product) => left > 0 && right > 0 && product < Opposite * Math.Sqrt(left * right);

    /// <summary>Whether the channels of a file cancel each other.</summary>
    internal async Task<bool> IsOppositeAsync(string path, MediaFacts facts, CancellationToken cancellationToken)
    {
        if (facts.AudioChannels != 2)
        {
            return false;
        }

        string[] arguments =
        [
            .. FfmpegArguments.Start, "-vn", .. FfmpegArguments.Input(path), "-map", SoundInput.Map(facts), "-t", $"{MostSearched}",
            "-ar", "8000", "-ac", "2", "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1",
        ];
        var command = new MediaCommand(MediaTool.Ffmpeg, arguments, processes.Options.ProbeTimeout);
        var pcm = await processes.ReadAsync(command, (MostSearched + 1) * 8000 * 4, cancellationToken).ConfigureAwait(false);
        double left = 0, right = 0, product = 0;
        var samples = MemoryMarshal.Cast<byte, short>(pcm);
        for (var i = 0; i + 1 < samples.Length; i += 2)
        {
            left += samples[i] * samples[i];
            right += samples[i + 1] * samples[i + 1];
            product += samples[i] * samples[i + 1];
        }

        return IsOpposite(left, right, product);
    }
}
