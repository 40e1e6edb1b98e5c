using NemoBot.Core.Media;

namespace NemoBot.LocalNemo.Sound.Decoding;

/// <summary>
/// Removes what is no sound: editors export samples that are no numbers, and damaged files decode to bursts far beyond full scale, which
/// would decide over the loudness of everything else.
/// </summary>
internal static class SampleRepair
{
    /// <summary>Decoders of compressed sound exceed full scale, but not by much.</summary>
    private const float MostDecoded = 2;

    /// <summary>The largest sample that is believed. Samples stored as floating-point numbers may have any level.</summary>
    public static float LimitOf(MediaFacts facts) => IsFloat(facts) ? float.MaxValue : MostDecoded;

    /// <summary>A filter for sound that is filtered before it is read here: one bad sample would stay in the filters' memory.</summary>
    public static string Filter(MediaFacts facts) => IsFloat(facts) ? "aeval=if(isnan(val(ch))+isinf(val(ch))\\,0\\,val(ch)):c=same" : "";

    /// <summary>Silences samples that are no numbers, and clips to the limit.</summary>
    public static void Apply(Span<float> samples, float limit)
    {
        foreach (ref var sample in samples)
        {
            if (!(Math.Abs(sample) <= limit))
            {
                sample = float.IsFinite(sample) ? Math.Clamp(sample, -limit, limit) : 0;
            }
        }
    }

    private static bool IsFloat(MediaFacts facts) => facts.AudioCodec?.StartsWith("pcm_f", StringComparison.Ordinal) == true;
}
