using NemoBot.Core.Media;
using NemoBot.Media.Probing;
using NemoBot.Tests.LocalNemo;
using Xunit;

namespace NemoBot.Tests.Media;

public sealed class LengthCheckTests
{
    [Theory]
    [InlineData("wav", 20_000, 20_044, MediaProblem.Unreadable)]
    [InlineData("mp4", 90_000, 900_000_000, MediaProblem.OverLimit)]
    [InlineData("gif", 5_000, 750_000, MediaProblem.OverLimit)]
    public void A_small_file_that_claims_to_last_for_hours_is_refused(string container, int seconds, long bytes, MediaProblem problem)
    {
        var e = Assert.Throws<MediaException>(() => LengthCheck.Require(Facts.Audio(seconds, container), bytes));
        Assert.Equal(problem, e.Problem);
    }

    [Theory]
    [InlineData("flac", 7_200, 180_000)]
    [InlineData("mp3", 36_000, 144_000_000)]
    [InlineData("gif", 500, 5_000)]
    [InlineData("wav", 0, 44)]
    public void Long_recordings_and_silence_are_taken(string container, int seconds, long bytes) => LengthCheck.Require(Facts.Audio(seconds, container), bytes);
}
