using NemoBot.Core.Text;
using NemoBot.Core.Timeline;
using Xunit;

namespace NemoBot.Tests.Timeline;

public sealed class TimelineSummaryTests
{
    private const string ThreeTracks =
        """{"t":[{"tt":0,"sg":[{"d":10000,"m":{"title":"city timelapse"}}]},{"tt":1,"sg":[{"d":10000,"m":{"name":"Lo-fi","volume":0.35}}]},{"tt":7,"sg":[{"d":3000,"m":{"text":"Urban Dreams"}}]}]}""";

    [Fact]
    public void Every_track_is_a_line_with_names_times_and_volume() => Assert.Equal(
        """
        Timeline (3 tracks):
        1. Video: city timelapse (0-10s)
        2. BGM: Lo-fi (0-10s, 35%)
        3. Title: "Urban Dreams" (0-3s)
        """,
        English(ThreeTracks));

    [Fact]
    public void Chinese_reads_as_Chinese() => Assert.Equal(
        """
        时间线（3 条轨道）：
        1. 视频：city timelapse（0-10 秒）
        2. 背景音乐：Lo-fi（0-10 秒，35%）
        3. 标题：“Urban Dreams”（0-3 秒）
        """,
        Summary(ThreeTracks, "zh-CN"));

    [Fact]
    public void Beyond_two_minutes_times_are_minutes_and_seconds() => Assert.Equal(
        "Timeline (1 track):\n1. Video: talk.mp4 (0:00-3:05)",
        English("""{"t":[{"tt":0,"sg":[{"d":185000,"name":"talk.mp4"}]}]}"""));

    [Fact]
    public void Segments_without_names_are_counted() => Assert.Equal(
        "Timeline (2 tracks):\n1. Video: 2 clips (0-12s)\n2. Effect (0-1.5s)",
        English("""{"t":[{"tt":0,"sg":[{"d":4000},{"d":8000}]},{"tt":99,"sg":[{"d":1500}]}]}"""));

    [Fact]
    public void Captions_are_counted_with_two_examples()
    {
        var lines = string.Join(',', Enumerable.Range(0, 42).Select(i => $$$"""{"s":{{{i * 5000}}},"d":4000,"m":{"text":"line {{{i}}}"}}"""));
        Assert.Equal(
            "Timeline (1 track):\n1. Captions: 42 lines of text, \"line 0\", \"line 1\" (0:00-3:29)",
            English($$$"""{"t":[{"tt":7,"sg":[{{{lines}}}]}]}"""));
    }

    [Fact]
    public void A_timeline_of_many_tracks_is_cut_with_a_count()
    {
        var tracks = string.Join(',', Enumerable.Repeat("""{"tt":7,"sg":[{"d":1000,"m":{"text":"x"}}]}""", 11));
        var summary = English($$$"""{"t":[{{{tracks}}}]}""");
        Assert.StartsWith("Timeline (11 tracks):", summary, StringComparison.Ordinal);
        Assert.EndsWith("\n… and 3 more", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"tt\":0", "{\"d\":1000,\"name\":\"a\"},{\"d\":1000,\"name\":\"b\"},{\"d\":1000}", "Video: a (0-1s), b (1-2s),  (2-3s)")]
    [InlineData("\"tt\":0", "{\"d\":1000,\"name\":\"a\"},{\"d\":5000,\"name\":\"b\"},{\"d\":1000,\"name\":\"a\"},{\"s\":1500,\"d\":1,\"name\":\"c\"}", "Video: 4 clips, a, b (0-7s)")]
    [InlineData("\"tt\":0", "{\"d\":1000},{\"d\":1000},{\"d\":1000},{\"d\":1000,\"name\":\"c\"}", "Video: 4 clips, c (0-4s)")]
    [InlineData("\"tt\":0", "{\"d\":1000,\"volume\":0.5}", "Video (0-1s, 50%)")]
    [InlineData("\"tt\":1", "{\"d\":1000,\"volume\":1}", "Audio (0-1s)")]
    [InlineData("\"tt\":1", "{\"d\":1000,\"volume\":0.99}", "BGM (0-1s, 99%)")]
    [InlineData("\"tt\":1", "{\"d\":1000,\"volume\":0.995}", "Audio (0-1s, 100%)")]
    [InlineData("\"tt\":1,\"name\":\"Audio\"", "{\"d\":1000,\"volume\":0.5,\"name\":\"music.mp3\"}", "Audio: music.mp3 (0-1s, 50%)")]
    [InlineData("\"tt\":1,\"name\":\"音频\"", "{\"d\":1000,\"volume\":0.5}", "Audio: 音频 (0-1s, 50%)")]
    [InlineData("\"tt\":1,\"name\":\"Soundtrack\"", "{\"d\":1000}", "BGM: Soundtrack (0-1s)")]
    [InlineData("\"tt\":1,\"name\":\"配音\"", "{\"d\":1000},{\"d\":1000}", "Voice: 2 voice recordings (0-2s)")]
    [InlineData("\"tt\":1,\"name\":\"Narration\"", "{\"d\":1000,\"name\":\"music\"}", "Voice: music (0-1s)")]
    [InlineData("\"tt\":7,\"name\":\"Captions\"", "{\"d\":1000,\"text\":\"A\"}", "Captions: \"A\" (0-1s)")]
    [InlineData("\"tt\":7,\"name\":\"字幕\"", "{\"d\":1000,\"text\":\"A\",\"volume\":0.5}", "Captions: \"A\" (0-1s)")]
    [InlineData("\"tt\":7", "{\"d\":1000}", "Title (0-1s)")]
    [InlineData("\"tt\":5,\"name\":\"Blur\"", "{\"d\":1000,\"volume\":0.5}", "Effect: Blur (0-1s)")]
    [InlineData("\"tt\":5", "{\"d\":1000},{\"d\":120000}", "Effect: 2 effects (0:00-2:01)")]
    [InlineData("\"tt\":5", "{\"d\":120000}", "Effect (0-120s)")]
    public void A_line_names_counts_and_places(string track, string segments, string line) =>
        Assert.Equal($"Timeline (1 track):\n1. {line}", English($$$"""{"t":[{{{{track}}},"sg":[{{{segments}}}]}]}"""));

    [Fact]
    public void Eight_tracks_are_all_told_and_empty_ones_not_counted()
    {
        var tracks = string.Join(',', Enumerable.Repeat("""{"tt":5,"sg":[{"d":1000}]}""", 8));
        Assert.EndsWith("\n8. Effect (0-1s)", English($$$"""{"t":[{"sg":[]},{{{tracks}}}]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_segment_without_a_name_takes_the_name_of_its_track()
    {
        static string Labels(string track) => string.Join(' ', TimelineSummary.InWords(DraftReader.Read($$$"""{"t":[{{{track}}},{"sg":[]}]}""", null, null), Texts.For("en"))
            .Tracks.SelectMany(t => t.Segments.Select(s => $"{t.Label}:{s.Label}")));
        Assert.Equal("Effect:A", Labels("""{"tt":5,"name":"A","sg":[{"d":1}]}"""));
        Assert.Equal("Effect:B", Labels("""{"tt":5,"name":"A","sg":[{"d":1,"name":"B"}]}"""));
        Assert.Equal("Effect: Effect:", Labels("""{"tt":5,"name":"A","sg":[{"d":1},{"d":1}]}"""));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"t":[]}""")]
    [InlineData("""{"t":[{"tt":0,"sg":[]}]}""")]
    [InlineData("no json at all")]
    public void Nothing_to_show_is_said(string draft) => Assert.Equal("The timeline is empty.", English(draft));

    [Fact]
    public void A_long_name_is_shortened_between_characters()
    {
        var name = string.Concat(Enumerable.Repeat("👩‍👩‍👧", 100));
        var summary = English($$$"""{"t":[{"tt":7,"sg":[{"d":1000,"m":{"text":"{{{name}}}"}}]}]}""");
        Assert.Contains("👩‍👩‍👧…\"", summary, StringComparison.Ordinal);
        Assert.True(summary.Length < 600);
    }

    [Fact]
    public void The_picture_names_tracks_as_the_list_does()
    {
        var view = TimelineSummary.InWords(DraftReader.Read(ThreeTracks, null, null), Texts.For("zh"));
        Assert.Equal(["视频", "背景音乐", "标题"], view.Tracks.Select(t => t.Label));
        Assert.Equal(["city timelapse", "Lo-fi", "Urban Dreams"], view.Tracks.Select(t => t.Segments[0].Label));
    }

    private static string English(string draft) => Summary(draft, "en");

    private static string Summary(string draft, string language) =>
        TimelineSummary.Describe(DraftReader.Read(draft, null, null), Texts.For(language));
}
