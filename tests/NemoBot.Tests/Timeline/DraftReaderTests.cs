using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NemoBot.Core.Text;
using NemoBot.Core.Timeline;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Timeline;

public sealed class DraftReaderTests
{
    [Fact]
    public void Segments_without_a_start_follow_each_other()
    {
        var track = Assert.Single(Read("""{"t":[{"tt":0,"sg":[{"d":4000},{"d":8000},{"st":20000,"d":1000},{"d":500}]}]}""").Tracks);
        Assert.Equal([0, 4, 12.0 + 8, 21], track.Segments.Select(s => s.Start.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(21.5), track.Segments[^1].End);
    }

    [Theory]
    [InlineData("\"s\":2000")]
    [InlineData("\"st\":2000")]
    [InlineData("\"start\":2000.0")]
    [InlineData("\"start\":\"2000\"")]
    [InlineData("\"m\":{\"start\":2000}")]
    public void A_start_may_be_called_differently(string start) =>
        Assert.Equal(TimeSpan.FromSeconds(2), Read($$$"""{"t":[{"tt":0,"sg":[{"d":1000,{{{start}}}}]}]}""").Tracks[0].Segments[0].Start);

    [Theory]
    [InlineData("0", TrackKind.Video)]
    [InlineData("1", TrackKind.Audio)]
    [InlineData("7", TrackKind.Text)]
    [InlineData("3", TrackKind.Effect)]
    [InlineData("\"7\"", TrackKind.Text)]
    [InlineData("\"video\"", TrackKind.Video)]
    [InlineData("\"image\"", TrackKind.Video)]
    [InlineData("\" Audio \"", TrackKind.Audio)]
    [InlineData("\"music\"", TrackKind.Audio)]
    [InlineData("\"bgm\"", TrackKind.Audio)]
    [InlineData("\"text\"", TrackKind.Text)]
    [InlineData("\"title\"", TrackKind.Text)]
    [InlineData("\"subtitle\"", TrackKind.Text)]
    [InlineData("\"caption\"", TrackKind.Text)]
    [InlineData("\"filter\"", TrackKind.Effect)]
    [InlineData("null", TrackKind.Effect)]
    public void A_kind_of_track_is_a_number_or_a_word(string written, TrackKind kind)
    {
        Assert.Equal(kind, Read($$$"""{"t":[{"tt":{{{written}}},"sg":[{"d":1000}]}]}""").Tracks[0].Kind);
        Assert.Equal(kind, Read($$$"""{"t":[{"track_type":{{{written}}},"sg":[{"d":1000}]}]}""").Tracks[0].Kind);
    }

    [Theory]
    [InlineData("{\"canvas_config\":{\"width\":1280,\"height\":720}}", 1280, 720)]
    [InlineData("{\"canvas\":{\"w\":1280,\"h\":720}}", 1280, 720)]
    [InlineData("{\"m\":{\"w\":1280},\"h\":720}", 1280, 720)]
    [InlineData("{\"width\":1,\"height\":100000}", 1, 100_000)]
    [InlineData("{\"width\":0,\"height\":100001}", null, null)]
    public void The_size_of_the_picture_is_in_one_of_several_places(string json, int? width, int? height)
    {
        var view = DraftReader.Read(json, null, null);
        Assert.Equal((width, height), (view.Width, view.Height));
        view = DraftReader.Read(json, 640, 360);
        Assert.Equal((640, 360), (view.Width, view.Height));
        Assert.Equal((640, height), (DraftReader.Read(json, 640, null).Width, DraftReader.Read(json, 640, null).Height));
        Assert.Equal((width, 360), (DraftReader.Read(json, null, 360).Width, DraftReader.Read(json, null, 360).Height));
    }

    [Fact]
    public void Long_names_mean_what_short_ones_do()
    {
        const string Short = """{"t":[{"tt":1,"m":{"name":"Talk"},"sg":[{"s":500,"d":1000,"m":{"text":"A","volume":0.5}}]}]}""";
        const string Long = """{"tracks":[{"type":"audio","metadata":{"label":"Talk"},"segments":[{"start":500,"duration":1000,"metadata":{"description":"A","vol":0.5}}]}]}""";
        Assert.Equal("Timeline (1 track):\n1. BGM: A (0.5-1.5s, 50%)", TimelineSummary.Describe(Read(Long), Texts.For("en")));
        Assert.Equal(TimelineSummary.Describe(Read(Short), Texts.For("en")), TimelineSummary.Describe(Read(Long), Texts.For("en")));
        Assert.Equal("Talk", Read(Short).Tracks[0].Label);
        Assert.Equal("Talk", Read(Long).Tracks[0].Label);
    }

    [Theory]
    [InlineData("null", null, "mp4", "")]
    [InlineData("{\"name\":\" A \",\"format\":\"gif\"}", "A", "gif", "")]
    [InlineData("{\"title\":\"A\",\"format\":\"mp3\"}", "A", "mp3", "")]
    [InlineData("{\"name\":\" \",\"format\":\"m4a\"}", null, "m4a", "")]
    [InlineData("{\"name\":1,\"format\":\"srt\"}", null, "srt", "")]
    [InlineData("{\"format\":\"vtt\"}", null, "vtt", "")]
    [InlineData("{\"format\":\"exe\"}", null, "mp4", "")]
    [InlineData("{\"formats\":[\"a\"]}", null, "mp4", "")]
    [InlineData("{\"formats\":[\"a\",\"a\"]}", null, "mp4", "")]
    [InlineData("{\"formats\":[\"a\",1,\"\",\"b\",\"a\",\"12345678901234567890\",\"123456789012345678901\"]}", null, "mp4", "a b 12345678901234567890")]
    [InlineData("{\"formats\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}", null, "mp4", "a b c d")]
    public void The_output_has_a_title_a_type_and_formats(string output, string? title, string type, string formats)
    {
        var view = Read($$$"""{"output":{{{output}}}}""");
        Assert.Equal((title, type, formats), (view.Title, view.FileType, string.Join(' ', view.Formats)));
    }

    [Theory]
    [InlineData("{\"s\":null,\"st\":2000}", "2-2")]
    [InlineData("{\"s\":true,\"st\":2000}", "2-2")]
    [InlineData("{\"s\":1000,\"st\":2000,\"m\":{\"s\":3000}}", "1-1")]
    [InlineData("{\"m\":{\"s\":3000,\"d\":500}}", "3-3.5")]
    [InlineData("{\"s\":-1,\"d\":-1}", "0-0")]
    [InlineData("{\"s\":864000001,\"d\":864000001}", "864000-1728000")]
    [InlineData("{\"d\":864000000},{\"d\":1000},{\"d\":1000}", "0-864000 864000-864001 864000-864001")]
    [InlineData("{\"s\":2000,\"d\":1000},{\"s\":1000},1,{\"s\":2000,\"d\":3000}", "1-1 2-3 2-5")]
    public void Times_are_read_as_far_as_they_make_sense(string segments, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Read($$$"""{"t":[{"sg":[{{{segments}}}]}]}""").Tracks[0].Segments.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start.TotalSeconds}-{s.End.TotalSeconds}"))));

    [Theory]
    [InlineData("7", "\"text\":\"A\",\"title\":\"B\"", "A")]
    [InlineData("0", "\"text\":\"A\",\"title\":\"B\"", "B")]
    [InlineData("7", "\"caption\":\"A\",\"filename\":\"B\"", "A")]
    [InlineData("7", "\"label\":\"A\"", "A")]
    [InlineData("0", "\"file_name\":\"A\",\"prompt\":\"B\"", "A")]
    [InlineData("0", "\"name\":\"B\",\"m\":{\"prompt\":\"A\"}", "A")]
    [InlineData("0", "\"name\":{\"text\":\"A\",\"value\":\"B\"}", "A")]
    [InlineData("0", "\"name\":{\"value\":\"A\"}", "A")]
    [InlineData("0", "\"name\":\"\\t A \\u0007\\n\\n B\"", "A B")]
    [InlineData("0", "\"name\":1", "")]
    public void A_label_is_what_people_would_call_it(string kind, string names, string label) =>
        Assert.Equal(label, Read($$$"""{"t":[{"tt":{{{kind}}},"sg":[{{{{names}}}}]}]}""").Tracks[0].Segments[0].Label);

    [Fact]
    public void A_label_ends_after_five_hundred_characters() => Assert.Equal(
        new string('a', 500),
        Read($$$"""{"t":[{"sg":[{"name":"{{{new string('a', 501)}}}"}]}]}""").Tracks[0].Segments[0].Label);

    [Theory]
    [InlineData("", "\"vol\":0.5", 0.5)]
    [InlineData("\"volume\":0.4,", "\"d\":1", 0.4)]
    [InlineData("\"m\":{\"volume\":0.4},", "\"d\":1", 0.4)]
    [InlineData("\"volume\":0.4,", "\"volume\":0.5", 0.5)]
    [InlineData("", "\"volume\":0.4,\"m\":{\"volume\":0.5}", 0.5)]
    [InlineData("", "\"volume\":\" 35% \"", 0.35)]
    [InlineData("", "\"volume\":\"250%\"", 2.5)]
    [InlineData("", "\"volume\":\"x%\"", null)]
    [InlineData("", "\"volume\":\"%\"", null)]
    [InlineData("", "\"volume\":1.99", 1.99)]
    [InlineData("", "\"volume\":2", 0.02)]
    [InlineData("", "\"volume\":1000", 10.0)]
    [InlineData("", "\"volume\":1000.5", null)]
    [InlineData("", "\"volume\":-0.1", null)]
    public void A_volume_comes_from_the_segment_or_else_from_its_track(string track, string segment, double? volume) =>
        Assert.Equal(volume, Read($$$"""{"t":[{{{{track}}}"sg":[{{{{segment}}}}]}]}""").Tracks[0].Segments[0].Volume);

    [Fact]
    public void Peaks_are_parts_of_one_and_not_endless()
    {
        static IReadOnlyList<double> Peaks(string list) => Read($$$"""{"t":[{"sg":[{"peaks":{{{list}}}}]}]}""").Tracks[0].Segments[0].Peaks;
        Assert.Equal([0, 0.5, 1, 1, 0, 0], Peaks("[-5,50,100,101,\"x\",null]"));
        Assert.Equal(2000, Peaks($"[{string.Join(',', Enumerable.Repeat(1, 2001))}]").Count);
        Assert.Empty(Peaks("1"));
    }

    [Theory]
    [InlineData("\"m\":{\"volume\":0.35}", 0.35)]
    [InlineData("\"m\":{\"volume\":35}", 0.35)]
    [InlineData("\"volume\":100", 1.0)]
    [InlineData("\"volume\":1", 1.0)]
    [InlineData("\"volume\":\"35%\"", 0.35)]
    [InlineData("\"volume\":0", 0.0)]
    [InlineData("\"volume\":1.5", 1.5)]
    [InlineData("\"volume\":-3", null)]
    [InlineData("\"volume\":1e308", null)]
    [InlineData("\"volume\":true", null)]
    [InlineData("\"volume\":{}", null)]
    public void A_volume_is_a_part_of_one(string volume, double? expected) =>
        Assert.Equal(expected, Read($$$"""{"t":[{"tt":1,"sg":[{"d":1000,{{{volume}}}}]}]}""").Tracks[0].Segments[0].Volume);

    [Theory]
    [InlineData("\"m\":{\"title\":\"A\"}")]
    [InlineData("\"m\":{\"name\":\"A\"}")]
    [InlineData("\"m\":{\"text\":\"A\"}")]
    [InlineData("\"name\":\"A\"")]
    [InlineData("\"text\":\"A\"")]
    [InlineData("\"m\":{\"text\":{\"content\":\" A\\n\"}}")]
    [InlineData("\"m\":{\"title\":\"\",\"name\":\"A\"}")]
    public void A_label_may_be_in_many_places(string label) =>
        Assert.Equal("A", Read($$$"""{"t":[{"tt":7,"sg":[{"d":1000,{{{label}}}}]}]}""").Tracks[0].Segments[0].Label);

    [Theory]
    [InlineData("0", TrackKind.Video)]
    [InlineData("1", TrackKind.Audio)]
    [InlineData("7", TrackKind.Text)]
    [InlineData("3", TrackKind.Effect)]
    [InlineData("\"audio\"", TrackKind.Audio)]
    [InlineData("\"7\"", TrackKind.Text)]
    [InlineData("null", TrackKind.Effect)]
    [InlineData("[]", TrackKind.Effect)]
    public void Unknown_kinds_are_effects(string type, object kind) =>
        Assert.Equal(kind, Read($$$"""{"t":[{"tt":{{{type}}},"sg":[{"d":1}]}]}""").Tracks[0].Kind);

    [Fact]
    public void The_canvas_comes_from_the_state_or_from_the_draft()
    {
        const string draft = """{"canvas_config":{"width":1080,"height":1920.0}}""";
        Assert.Equal((1080, 1920), (Read(draft).Width, Read(draft).Height));
        Assert.Equal(640, DraftReader.Read(draft, 640, 360).Width);
        Assert.Null(Read("""{"width":-5}""").Width);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null x")]
    [InlineData("\ud800")]
    public void What_is_no_JSON_is_an_empty_timeline(string json)
    {
        Assert.Same(TimelineView.Empty, Read(json));
        Assert.Equal(64, DraftHash.Of(json).Length);
    }

    [Theory]
    [InlineData("""{"t":[{"tt":7,"sg":[{"d":1,"m":{"text":"\ud800"}}]}],"\udc00":1}""")]
    [InlineData("""{"t":[{"tt":1e999,"sg":[{"d":1e999,"s":-1e999,"volume":1e999},{"d":99999999999999999999}]}]}""")]
    [InlineData("""{"t":{"sg":[]},"m":[]}""")]
    [InlineData("""{"t":[{"sg":[{"\\udc00":1,"name":"\\udc00","color":"\\udc00"}]}]}""")]
    [InlineData("""{"t":[null,1,"x",[],{"sg":{}},{"sg":[null,1,[]]}]}""")]
    public void Hostile_drafts_are_read_as_far_as_they_go(string json) => Assert.NotNull(Describe(json));

    [Fact]
    public void Deep_nesting_is_read_without_trouble()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"m\":", 900)) + "1" + new string('}', 900);
        Assert.NotNull(Describe($$$"""{"t":[{"tt":0,"sg":[{"d":1,"m":{{{deep}}}}]}]}"""));
        Assert.Single(Read($$$"""{"t":[{"tt":0,"sg":[{"d":1,"m":{{{deep}}}}]}]}""").Tracks);
        Assert.NotNull(Describe(new string('[', 100_000) + new string(']', 100_000)));
    }

    [Fact]
    public void Any_valid_JSON_is_read_compared_and_hashed() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(Arb.From(JsonGen(5)), Arb.From(JsonGen(5)), (one, other) =>
        {
            var (before, after) = (Read(one), Read(other));
            Assert.True(before.Duration >= TimeSpan.Zero);
            Assert.NotEmpty(TimelineSummary.Describe(before, Texts.For("zh")));
            Assert.NotNull(TimelineDifference.Describe(before, after, Texts.For("en")));
            Assert.Empty(TimelineDifference.Describe(before, Read(one), Texts.For("en")));
            Assert.Equal(DraftHash.Of(one), DraftHash.Of(" " + one + "\n"));
            Assert.NotNull(TimelineParts.Of(after));
        }));

    [Fact]
    public void Comparing_drafts_of_thousands_of_captions_costs_what_their_length_costs()
    {
        static string Draft(string word, int length) => Captions(Enumerable.Range(0, length)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $$$"""{"s":{{{i * 1000}}},"d":900,"m":{"text":"{{{word}}} {{{i}}}"}}""")));
        ProcessorTime.AssertScales(length => TimelineDifference.Describe(Read(Draft("a", length)), Read(Draft("b", length)), Texts.For("en")), 3000);
    }

    private static string Captions(IEnumerable<string> segments) => $$$"""{"t":[{"tt":7,"sg":[{{{string.Join(',', segments)}}}]}]}""";

    private static TimelineView Read(string json) => DraftReader.Read(json, null, null);

    private static string Describe(string json)
    {
        var view = Read(json);
        _ = DraftHash.Of(json);
        return TimelineSummary.Describe(view, Texts.For("en")) + string.Concat(TimelineDifference.Describe(TimelineView.Empty, view, Texts.For("en")));
    }

    // JSON that looks enough like a draft to reach every corner of the reader.
    private static Gen<string> JsonGen(int depth)
    {
        var scalar = Gen.Elements(
            "null", "true", "false", "0", "1", "7", "0.35", "-1", "1e999", "4000", "123456789012345678901234567890", "\"\"", "\"A\"", "\"\\ud83d\"",
            "\"2000\"", "\"#ffff00\"", "\"audio\"", "\"标题 😀\"", "\"50%\"", "[]", "{}");
        var name = Gen.Elements("t", "tt", "sg", "d", "m", "s", "st", "start", "volume", "title", "name", "text", "color", "fade_in", "content", "x", "\\udc00");
        if (depth == 0)
        {
            return scalar;
        }

        var inner = JsonGen(depth - 1);
        var array = inner.ListOf().Select(items => $"[{string.Join(',', items.Take(4))}]");
        var obj = Gen.Zip(name, inner).ListOf().Select(ps => Object(ps.Take(5).Select(p => (p.Item1, p.Item2))));
        var track = Gen.Zip(inner, array).Select(p => $$$"""{"tt":{{{p.Item1}}},"sg":{{{p.Item2}}}}""");
        var draft = track.ListOf().Select(ts => $$$"""{"t":[{{{string.Join(',', ts.Take(3))}}}]}""");
        return Gen.OneOf(scalar, array, obj, draft, obj);
    }

    private static string Object(IEnumerable<(string Name, string Value)> properties)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in properties)
        {
            text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\"{name}\":{value}");
        }

        return text.Append('}').ToString();
    }
}
