using NemoBot.Core.Media;

namespace NemoBot.Media.Probing;

/// <summary>Refuses small files that claim to last for hours: rendering one would keep everyone else waiting.</summary>
internal static class LengthCheck
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestAnimation = TimeSpan.FromMinutes(10);

    /// <summary>Up to here a file may be as small as it likes.</summary>
    private static readonly TimeSpan Unchecked = TimeSpan.FromMinutes(10);

    /// <summary>The thriftiest real files, silence without loss, have about three times as much.</summary>
    private const int LeastBytesPerSecond = 8;

    /// <exception cref="MediaException">It is too long, or has next to nothing in it.</exception>
    public static void Require(MediaFacts facts, long bytes)
    {
        var longest = facts.Container is "gif" or "apng" ? LongestAnimation : Longest;
        if (facts.Duration > longest)
        {
            throw new MediaException(MediaProblem.OverLimit, $"{facts.Duration} is too long for {facts.Container}.");
        }

        if (facts.Duration > Unchecked && bytes < facts.Duration.TotalSeconds * LeastBytesPerSecond)
        {
            throw new MediaException(MediaProblem.Unreadable, $"{bytes} bytes cannot last for {facts.Duration}.");
        }
    }
}
