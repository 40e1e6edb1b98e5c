using NemoBot.Core.Media;

namespace NemoBot.Media.Converting;

/// <summary>What a video has to become to fit.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="FrameRate">Frames per second.</param>
/// <param name="VideoBitrate">Bits per second the picture may use.</param>
/// <param name="AudioBitrate">Bits per second the sound uses; 0: there is none.</param>
internal sealed record FitPlan(int Width, int Height, double FrameRate, int VideoBitrate, int AudioBitrate)
{
    /// <summary>Good first: the picture gets smaller before it gets ugly.</summary>
    private static readonly FitStep[] Ladder =
    [
        new(1080, 30, 128_000), new(720, 30, 128_000), new(720, 30, 64_000), new(720, 20, 64_000),
        new(480, 30, 64_000), new(480, 20, 64_000), new(480, 15, 48_000),
    ];

    /// <summary>Bits per pixel and frame below which moving pictures fall apart at x264's usual settings.</summary>
    private const double LeastForAny = 0.03;

    /// <summary>A source that needed fewer bits than usual is simple (a waveform over a still) and can be squeezed to this part.</summary>
    private const double LeastOfSource = 0.4;

    /// <summary>Room for the container and for the encoder's bad aim.</summary>
    private const double Reserve = 0.95;

    /// <summary>The best step that holds; null if none gives a watchable picture.</summary>
    public static FitPlan? Find(MediaFacts facts, long sourceBytes, long maxBytes)
    {
        var seconds = Math.Max(0.1, facts.Duration.TotalSeconds);
        var rate = facts.FrameRate is > 0 and <= 240 ? facts.FrameRate : 30;
        var sourceBits = sourceBytes * 8 / seconds / ((double)facts.Width * facts.Height * rate);
        var least = Math.Min(LeastForAny, sourceBits * LeastOfSource);
        var budget = maxBytes * 8 * Reserve / seconds;
        foreach (var step in Ladder)
        {
            var (width, height) = VideoScale.Shrink(facts.Width, facts.Height, step.Shorter);
            var frames = Math.Min(rate, step.FrameRate);
            var audio = facts.HasAudio ? step.AudioBitrate : 0;
            var video = budget - audio;
            if (video > 8_000 && video / (width * (double)height * frames) >= least)
            {
                return new FitPlan(width, height, frames, (int)Math.Min(video, 20_000_000), audio);
            }
        }

        return null;
    }

    /// <summary>The same with less for the picture, after an attempt that came out too large.</summary>
    public FitPlan Tighter(long size, long maxBytes, double seconds)
    {
        var over = (size - (0.95 * maxBytes)) * 8 / seconds;
        return this with { VideoBitrate = (int)Math.Max(4_000, Math.Min(VideoBitrate * 0.9, VideoBitrate - over)) };
    }
}
