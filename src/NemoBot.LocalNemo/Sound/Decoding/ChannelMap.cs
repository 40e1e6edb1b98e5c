using NemoBot.Core.Media;

namespace NemoBot.LocalNemo.Sound.Decoding;

/// <summary>Brings channels to stereo that FFmpeg has no rule for: tracks of a field recorder, or speakers at odd places.</summary>
internal static class ChannelMap
{
    /// <summary>Layouts that swresample knows how to mix down.</summary>
    private static readonly string[] Known =
    [
        "mono", "stereo", "2.1", "3.0", "3.0(back)", "4.0", "quad", "quad(side)", "3.1", "5.0", "5.0(side)", "4.1", "5.1", "5.1(side)", "6.0",
        "6.0(front)", "hexagonal", "6.1", "6.1(back)", "6.1(front)", "7.0", "7.0(front)", "7.1", "7.1(wide)", "7.1(wide-side)", "octagonal",
        "downmix", "hexadecagonal", "22.2",
    ];

    /// <summary>A filter, or nothing where FFmpeg does right by itself.</summary>
    public static string Describe(MediaFacts facts)
    {
        if (facts.AudioChannels == 0 || Known.Contains(facts.AudioLayout))
        {
            return "";
        }

        return facts.AudioChannels switch
        {
            1 => "pan=mono|c0=c0",
            2 => "pan=stereo|c0=c0|c1=c1",
            var count => $"pan=stereo|{Sum("c0", count)}|{Sum("c1", count)}",
        };
    }

    /// <summary>Nobody knows where the tracks belong: all of them are heard in the middle.</summary>
    private static string Sum(string target, int count) => $"{target}=" + string.Join('+', Enumerable.Range(0, count).Select(i => $"c{i}"));
}
