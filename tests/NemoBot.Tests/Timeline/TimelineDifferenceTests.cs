using NemoBot.Core.Text;
using NemoBot.Core.Timeline;
using Xunit;

namespace NemoBot.Tests.Timeline;

public sealed class TimelineDifferenceTests
{
    private const string Clip = """{"tt":0,"sg":[{"d":10000,"m":{"title":"city timelapse"}}]}""";

    [Fact]
    public void A_title_that_came() => Expect(
        $$$"""{"t":[{{{Clip}}}]}""",
        $$$"""{"t":[{{{Clip}}},{"tt":7,"sg":[{"d":3000,"m":{"text":"Urban Dreams"}}]}]}""",
        "Title added: \"Urban Dreams\" (0-3s)");

    [Fact]
    public void Music_that_came_with_its_volume() => Expect(
        $$$"""{"t":[{{{Clip}}}]}""",
        $$$"""{"t":[{{{Clip}}},{"tt":1,"sg":[{"d":10000,"m":{"name":"Lo-fi","volume":35}}]}]}""",
        "Music added: \"Lo-fi\" (0-10s, 35%)");

    [Fact]
    public void Values_before_and_after_with_colors_in_words() => Expect(
        """{"t":[{"tt":7,"sg":[{"d":3000,"m":{"text":"Morning Show","color":"#ffffff"}}]}]}""",
        """{"t":[{"tt":7,"sg":[{"d":3000,"m":{"text":"Morning Show","color":"#FFFF00","fade_in":2000}}]}]}""",
        "Title \"Morning Show\": color white → yellow, fade-in 0s → 2s");

    [Fact]
    public void A_volume() => Expect(
        """{"t":[{"tt":1,"sg":[{"d":10000,"m":{"volume":0.35}}]}]}""",
        """{"t":[{"tt":1,"sg":[{"d":10000,"m":{"volume":0.2}}]}]}""",
        "Music: volume 35% → 20%");

    [Fact]
    public void Volumes_of_parts() => Expect(
        """{"t":[{"tt":1,"sg":[{"d":10000,"m":{"name":"talk","volume_changes":[{"s":1000,"d":500,"clip_volume":0.5}]}}]}]}""",
        """{"t":[{"tt":1,"sg":[{"d":10000,"m":{"name":"talk","clip_volume":0.8,"volume_changes":[{"s":3000,"d":2000,"clip_volume":0.2},{"s":8000,"d":1000,"clip_volume":0}]}}]}]}""",
        "Audio \"talk\": volume 80%, volume of parts 1-1.5s 50% → 3-5s 20%, 8-9s 0%");

    [Fact]
    public void A_title_that_moved_is_not_told_as_leaving_and_coming() => Expect(
        """{"t":[{"tt":7,"sg":[{"s":0,"d":3000,"m":{"text":"Hello"}}]}]}""",
        """{"t":[{"tt":7,"sg":[{"s":5000,"d":3000,"m":{"text":"Hello"}}]}]}""",
        "Title \"Hello\": moved 0-3s → 5-8s");

    [Fact]
    public void New_words_in_the_same_place_are_a_change() => Expect(
        """{"t":[{"tt":7,"sg":[{"d":3000,"m":{"text":"Helo World","size":0.1}}]}]}""",
        """{"t":[{"tt":7,"sg":[{"d":3000,"m":{"text":"Hello World","size":0.2}}]}]}""",
        "Title \"Helo World\" → \"Hello World\": size 0.1 → 0.2");

    [Fact]
    public void A_trimmed_clip() => Expect(
        $$$"""{"t":[{{{Clip}}}]}""",
        """{"t":[{"tt":0,"sg":[{"d":6500,"m":{"title":"city timelapse"}}]}]}""",
        "Video \"city timelapse\": length 10s → 6.5s");

    [Fact]
    public void What_was_removed() => Expect(
        $$$"""{"t":[{{{Clip}}},{"tt":1,"sg":[{"d":10000,"m":{"name":"Lo-fi","volume":0.3}}]}]}""",
        $$$"""{"t":[{{{Clip}}}]}""",
        "Music removed: \"Lo-fi\"");

    [Fact]
    public void Exchanged_music() => Expect(
        """{"t":[{"tt":1,"sg":[{"d":10000,"m":{"name":"Lo-fi","volume":0.3}}]}]}""",
        """{"t":[{"tt":1,"sg":[{"d":10000,"m":{"name":"Jazz","volume":0.3}}]}]}""",
        "Music \"Lo-fi\" → \"Jazz\"");

    [Theory]
    [InlineData(6000, 2000, "6-8s")]
    [InlineData(1700, 3000, "1.7-4.7s")]
    public void Another_text_in_another_place_is_no_new_name_for_the_old_one(int start, int length, string place) => Expect(
        """{"t":[{"tt":7,"sg":[{"d":3000,"m":{"text":"Welcome"}}]}]}""",
        $$$"""{"t":[{"tt":7,"sg":[{"s":{{{start}}},"d":{{{length}}},"m":{"text":"Goodbye"}}]}]}""",
        $"Title added: \"Goodbye\" ({place})",
        "Title removed: \"Welcome\"");

    [Fact]
    public void An_intro_in_front_moves_the_rest_in_one_sentence()
    {
        static string Titles(int offset) => string.Join(',', Enumerable.Range(0, 20)
            .Select(i => $$$"""{"s":{{{offset + (i * 2000)}}},"d":1500,"m":{"text":"line {{{i}}}"}}"""));
        Expect(
            $$$"""{"t":[{"tt":7,"sg":[{{{Titles(0)}}}]}]}""",
            $$$"""{"t":[{"tt":7,"sg":[{{{Titles(3000)}}}]}]}""",
            "20 lines of text moved 3s later");
    }

    [Fact]
    public void Many_new_captions_are_one_sentence()
    {
        var lines = string.Join(',', Enumerable.Range(0, 42).Select(i => $$$"""{"s":{{{i * 1000}}},"d":900,"m":{"text":"line {{{i}}}"}}"""));
        Expect($$$"""{"t":[{{{Clip}}}]}""", $$$"""{"t":[{{{Clip}}},{"tt":7,"sg":[{{{lines}}}]}]}""", "Added: 42 lines of text (0-41.9s)");
    }

    [Fact]
    public void The_format_of_the_picture()
    {
        var draft = $$$"""{"t":[{{{Clip}}}]}""";
        var sentences = TimelineDifference.Describe(DraftReader.Read(draft, 1920, 1080), DraftReader.Read(draft, 1080, 1920), Texts.For("en"));
        Assert.Equal(["Format 16:9 → 9:16"], sentences);
        sentences = TimelineDifference.Describe(DraftReader.Read(draft, 1280, 720), DraftReader.Read(draft, 1920, 1080), Texts.For("zh"));
        Assert.Equal(["画面尺寸 1280x720 → 1920x1080"], sentences);
    }

    [Fact]
    public void Ids_and_addresses_are_no_change_for_people() => Expect(
        """{"t":[{"tt":0,"sg":[{"id":"a","d":1000,"m":{"cdn_url":"https://a/1"}}]}]}""",
        """{"t":[{"tt":0,"sg":[{"id":"b","d":1000,"m":{"cdn_url":"https://b/2"}}]}]}""");

    [Fact]
    public void A_value_without_a_known_name_is_at_least_said_to_be_adjusted() => Expect(
        """{"t":[{"tt":7,"sg":[{"d":1000,"m":{"text":"A","kerning":1}}]}]}""",
        """{"t":[{"tt":7,"sg":[{"d":1000,"m":{"text":"A","kerning":3}}]}]}""",
        "Title \"A\": adjusted");

    [Fact]
    public void Chinese_reads_as_Chinese()
    {
        var sentences = TimelineDifference.Describe(
            DraftReader.Read("""{"t":[{"tt":7,"sg":[{"d":3000,"m":{"text":"早安","color":"#fff"}}]},{"tt":1,"sg":[{"d":3000,"m":{"name":"a","volume":0.5}}]}]}""", null, null),
            DraftReader.Read("""{"t":[{"tt":7,"sg":[{"d":3000,"m":{"text":"早安","color":"#ffff00","fadeIn":2}},{"s":3000,"d":2000,"m":{"text":"再见"}}]}]}""", null, null),
            Texts.For("zh"));
        Assert.Equal(["删除音乐：“a”", "新增标题：“再见”（3-5 秒）", "标题“早安”：颜色 白色 → 黄色，淡入 0 秒 → 2 秒"], sentences);
    }

    [Fact]
    public void Long_lists_end_with_a_count()
    {
        static string Draft(string color)
        {
            var titles = Enumerable.Range(0, 30).Select(i => $$$"""{"d":1000,"m":{"text":"line {{{i}}}","color":"{{{color}}}"}}""");
            return $$$"""{"t":[{"tt":7,"sg":[{{{string.Join(',', titles)}}}]}]}""";
        }

        var sentences = TimelineDifference.Describe(
            DraftReader.Read(Draft("red"), null, null), DraftReader.Read(Draft("blue"), null, null), Texts.For("en"));
        Assert.Equal(12, sentences.Count);
        Assert.Equal("… and 19 more changes", sentences[^1]);
    }

    private static void Expect(string before, string after, params string[] sentences) => Assert.Equal(
        sentences,
        TimelineDifference.Describe(DraftReader.Read(before, null, null), DraftReader.Read(after, null, null), Texts.For("en")));

    [Theory]
    [InlineData(10_000, 10_049, true)]
    [InlineData(10_049, 10_000, true)]
    [InlineData(10_000, 10_050, false)]
    [InlineData(10_050, 10_000, false)]
    public void Times_are_the_same_when_nobody_sees_the_difference(int one, int other, bool areSame) =>
        Assert.Equal(areSame, TimeWords.AreSame(TimeSpan.FromMilliseconds(one), TimeSpan.FromMilliseconds(other)));
}
