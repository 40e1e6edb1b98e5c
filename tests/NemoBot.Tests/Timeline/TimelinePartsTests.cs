using NemoBot.Core.Timeline;
using Xunit;

namespace NemoBot.Tests.Timeline;

public sealed class TimelinePartsTests
{
    private const string Raw = """{"tt":0,"sg":[{"d":10000}]}""";

    private const string Decorated =
        """{"tt":1,"sg":[{"d":10000,"m":{"volume":0.3}}]},{"tt":7,"sg":[{"d":3000,"m":{"text":"A"}}]},{"tt":5,"sg":[{"d":3000}]},{"tt":6,"sg":[]}""";

    [Fact]
    public void The_raw_video_is_recognized_before_the_rest_is_put_on_it()
    {
        Assert.True(TimelineParts.IsRawVideo(Read(Raw)));
        Assert.False(TimelineParts.IsRawVideo(Read($"{Raw},{Decorated}")));
        Assert.False(TimelineParts.IsRawVideo(TimelineView.Empty));
    }

    [Fact]
    public void What_can_be_taken_away_is_what_has_segments() => Assert.Equal(
        [TimelinePart.Music, TimelinePart.Title, TimelinePart.Effects],
        TimelineParts.Added(Read(Raw), Read($"{Raw},{Decorated}")));

    [Fact]
    public void A_voice_is_not_music() =>
        Assert.Empty(TimelineParts.Of(Read($$$"""{{{Raw}}},{"tt":1,"sg":[{"d":10000,"m":{"name":"旁白"}}]}""")));

    [Fact]
    public void Sound_alone_has_nothing_to_take_away() => Assert.Empty(TimelineParts.Of(Read("""{"tt":1,"sg":[{"d":10000}]}""")));

    private static TimelineView Read(string tracks) => DraftReader.Read($$$"""{"t":[{{{tracks}}}]}""", null, null);
}
