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

    [Fact]
    public void Without_pictures_or_with_more_than_pictures_it_is_no_raw_video()
    {
        Assert.False(TimelineParts.IsRawVideo(Read("""{"tt":1,"sg":[{"d":1}]}""")));
        Assert.False(TimelineParts.IsRawVideo(Read("""{"tt":0,"sg":[]}""")));
        Assert.True(TimelineParts.IsRawVideo(Read($$$"""{{{Raw}}},{"tt":7,"sg":[]}""")));
        Assert.True(TimelineParts.IsRawVideo(Read($$$"""{{{Raw}}},{"tt":1,"m":{"name":"Audio"},"sg":[{"d":1,"m":{"name":"music"}}]}""")));
        Assert.False(TimelineParts.IsRawVideo(Read($$$"""{{{Raw}}},{"tt":1,"sg":[{"d":1,"m":{"name":"voice"}},{"d":1,"m":{"name":"music"}}]}""")));
    }

    [Fact]
    public void A_file_of_sound_holds_the_sounds_or_else_those_of_the_videos()
    {
        Assert.Equal([TrackKind.Audio], TimelineParts.SoundOf(Read($"{Raw},{Decorated}")).Tracks.Select(t => t.Kind));
        Assert.Equal([TrackKind.Video], TimelineParts.SoundOf(Read($$$"""{{{Raw}}},{"tt":7,"sg":[{"d":1}]},{"tt":1,"sg":[]}""")).Tracks.Select(t => t.Kind));
    }

    private static TimelineView Read(string tracks) => DraftReader.Read($$$"""{"t":[{{{tracks}}}]}""", null, null);
}
