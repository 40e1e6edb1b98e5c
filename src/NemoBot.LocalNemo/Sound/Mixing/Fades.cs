using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>How the volume rises at the start and sinks at the end of something.</summary>
/// <param name="Rise">Samples of the rise.</param>
/// <param name="Fall">Samples of the fall.</param>
/// <param name="Length">Samples of the whole.</param>
internal sealed record Fades(long Rise, long Fall, long Length)
{
    /// <summary>A cut inside a sound clicks without it.</summary>
    private static readonly TimeSpan Declick = TimeSpan.FromMilliseconds(3);

    /// <summary>The fades of a clip; cuts inside the asset are made soft.</summary>
    public static Fades Of(Clip clip)
    {
        var isCutBefore = clip.From > TimeSpan.Zero;
        var isCutAfter = clip.From + clip.Length < clip.Asset.Facts.Duration - Declick;
        return Of(clip.FadeIn > Declick || !isCutBefore ? clip.FadeIn : Declick, clip.FadeOut > Declick || !isCutAfter ? clip.FadeOut : Declick, clip.Duration);
    }

    /// <summary>The fades of a stretch of time.</summary>
    public static Fades Of(TimeSpan rise, TimeSpan fall, TimeSpan length) =>
        new(SoundFormat.SamplesIn(rise), SoundFormat.SamplesIn(fall), SoundFormat.SamplesIn(length));

    /// <summary>Applies the fades and a gain to samples that begin at a position.</summary>
    public void Apply(Span<float> samples, long position, double gain)
    {
        for (var i = 0; i + 1 < samples.Length; i += 2, position++)
        {
            var factor = (float)(gain * At(position));
            samples[i] *= factor;
            samples[i + 1] *= factor;
        }
    }

    private double At(long position)
    {
        var rise = position >= Rise ? 1 : (double)position / Rise;
        var left = Length - position;
        return left >= Fall ? rise : rise * Math.Max(0, left) / Fall;
    }
}
