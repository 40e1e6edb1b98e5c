using NemoBot.Core.Media;

namespace NemoBot.Media.Inputs;

/// <summary>Which track of a file is heard, and how its channels become two.</summary>
public static class SoundInput
{
    /// <summary>Layouts that swresample knows how to mix down.</summary>
    private static readonly string[] Known =
    [
        "mono", "stereo", "2.1", "3.0", "3.0(back)", "4.0", "quad", "quad(side)", "3.1", "5.0", "5.0(side)", "4.1", "5.1", "5.1(side)", "6.0",
        "6.0(front)", "hexagonal", "6.1", "6.1(back)", "6.1(front)", "7.0", "7.0(front)", "7.1", "7.1(wide)", "7.1(wide-side)", "octagonal",
        "downmix", "hexadecagonal", "22.2",
    ];

    /// <summary>The layout of sound whose low-frequency channel alone is heard: mixing down would leave it out.</summary>
    public const string LowFrequencyAlone = "LFE";

    /// <summary>The track to use, for <c>-map</c>.</summary>
    /// <param name="facts">What probing found.</param>
    /// <param name="input">Number of the input.</param>
    public static string Map(MediaFacts facts, int input = 0)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return $"{input}:a:{facts.AudioTrack}";
    }

    /// <summary>Arguments that choose the track and bring it to stereo at 48 kHz; times are kept.</summary>
    public static IReadOnlyList<string> Arguments(MediaFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ["-map", Map(facts), "-af", $"{Downmix(facts)}aresample=48000:async=1,aformat=channel_layouts=stereo"];
    }

    /// <summary>A filter with a comma behind it for channels that FFmpeg has no rule for: tracks of a field recorder, speakers at odd places.</summary>
    public static string Downmix(MediaFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.AudioChannels == 0 || Known.Contains(facts.AudioLayout))
        {
            return "";
        }

        return facts.AudioChannels switch
        {
            _ when facts.AudioLayout == LowFrequencyAlone => "pan=stereo|c0=LFE|c1=LFE,",

            // The first channel holds all directions, the second what is left against right.
            >= 4 when facts.AudioLayout?.StartsWith("ambisonic", StringComparison.Ordinal) == true => "aformat=sample_fmts=fltp,pan=stereo|c0=0.7*c0+0.5*c1|c1=0.7*c0-0.5*c1,",
            1 => "pan=mono|c0=c0,",
            2 => "pan=stereo|c0=c0|c1=c1,",
            var count => $"aformat=sample_fmts=fltp,pan=stereo|{Sum("c0", count)}|{Sum("c1", count)},",
        };
    }

    /// <summary>
    /// Nothing says where the tracks belong: all of them are heard in the middle. Their weights add up to one, or tracks with the same
    /// sound would clip.
    /// </summary>
    private static string Sum(string target, int count) => $"{target}<" + string.Join('+', Enumerable.Range(0, count).Select(i => $"c{i}"));
}
