using NemoBot.Core.Text;
using NemoBot.Core.Timeline;
using Xunit;

namespace NemoBot.Tests.Timeline;

/// <summary>What is said about segments of one track before and after; sentences are divided by bars.</summary>
public sealed class SegmentChangesTests
{
    private const string A = """{"d":3000,"m":{"text":"A"}}""";

    [Theory]
    [InlineData(A, """{"s":1000,"d":4000,"m":{"text":"A"}}""", "Title \"A\": time 0-3s → 1-5s")]
    [InlineData(A, """{"s":1000,"d":3000,"m":{"text":"A"}}""", "Title \"A\": moved 0-3s → 1-4s")]
    [InlineData(A, """{"s":49,"d":3049,"m":{"text":"A"}}""", "")]
    [InlineData("""{"d":120000,"m":{"text":"A"}}""", """{"d":120100,"m":{"text":"A"}}""", "Title \"A\": length 120s → 2:00.1")]
    [InlineData("""{"s":10000,"d":3599900,"m":{"text":"A"}}""", """{"s":10000,"d":3600000,"m":{"text":"A"}}""", "Title \"A\": length 59:59.9 → 1:00:00")]
    [InlineData("""{"d":3661000,"m":{"text":"A"}}""", """{"d":7325000,"m":{"text":"A"}}""", "Title \"A\": length 1:01:01 → 2:02:05")]
    [InlineData("", """{"s":1000,"d":3000}""", "Title added: 1-4s")]
    [InlineData("""{"s":1000,"d":3000}""", "", "Title removed: 1-4s")]
    [InlineData("""{"s":1000,"d":3000,"m":{"text":"A"}}""", "", "Title removed: \"A\"")]
    [InlineData("", A + """,{"s":3000,"d":1,"m":{"text":"B"}},{"s":4000,"d":1,"m":{"text":"C"}}""", "Title added: \"A\" (0-3s)|Title added: \"B\" (3-3s)|Title added: \"C\" (4-4s)")]
    [InlineData("""{"s":9000,"d":1000},{"s":2000,"d":1},{"s":3000,"d":9000},{"s":4000,"d":1}""", "", "Removed: 4 lines of text (2-12s)")]
    [InlineData("""{"d":3000,"m":{"text":"hello"}}""", """{"d":3000,"m":{"text":"Hello"}}""", "Title \"hello\" → \"Hello\"")]
    [InlineData("""{"d":3000}""", A, "")]
    [InlineData("""{"d":3000}""", """{"d":3000,"m":{"text":"A","color":"red"}}""", "Title \"A\": color red")]
    [InlineData("""{"d":3000,"m":{"text":"A","color":"red"}}""", """{"d":3000}""", "Title \"A\": no color any more")]
    [InlineData("""{"d":3000,"color":"red"}""", """{"d":3000,"color":"blue"}""", "Title: color red → blue")]
    [InlineData("""{"d":3000,"m":{"text":"A","kerning":1}}""", """{"d":3000,"m":{"text":"A","kerning":2,"color":"red"}}""", "Title \"A\": color red")]
    [InlineData("""{"d":3000,"m":{"text":"A","kerning":1}}""", """{"d":3000,"m":{"text":"B","kerning":2}}""", "Title \"A\" → \"B\"")]
    [InlineData("""{"d":3000,"m":{"text":"A","volume":0.5}}""", A, "")]
    [InlineData(A, """{"s":9000,"d":3000,"m":{"text":"A"}},{"s":1000,"d":3000,"m":{"text":"A"}}""", "Title added: \"A\" (9-12s)|Title \"A\": moved 0-3s → 1-4s")]
    [InlineData("""{"d":1000,"m":{"text":"A"}},{"s":10000,"d":1000,"m":{"text":"A"}}""", """{"s":9000,"d":1000,"m":{"text":"a"}}""", "Title \"A\" → \"a\": moved 10-11s → 9-10s|Title removed: \"A\"")]
    [InlineData("""{"s":0,"d":1000,"m":{"text":"A","size":1}},{"s":0,"d":1000,"m":{"text":"A","size":2}}""", """{"s":0,"d":1000,"m":{"text":"A","size":2}},{"s":0,"d":1000,"m":{"text":"A","size":1}}""", "")]
    [InlineData("""{"d":1000,"m":{"text":"A"}},{"s":1000,"d":1000,"m":{"text":"B"}}""", """{"d":1000,"m":{"text":"C"}},{"s":1000,"d":1000,"m":{"text":"B","size":1}}""", "Title \"A\" → \"C\"|Title \"B\": size 1")]
    [InlineData("""{"d":1000,"m":{"text":"old words"}}""", """{"s":9000,"d":1000,"m":{"text":"new Words"}}""", "Title \"old words\" → \"new Words\": moved 0-1s → 9-10s")]
    [InlineData("""{"d":1000,"m":{"text":"old words"}},{"s":2000,"d":1000,"m":{"text":"B"}}""", """{"s":9000,"d":1000,"m":{"text":"new words"}},{"s":2000,"d":1000,"m":{"text":"B"}}""", "Title added: \"new words\" (9-10s)|Title removed: \"old words\"")]
    [InlineData("""{"d":1000,"m":{"text":"one words"}},{"s":2000,"d":1000,"m":{"text":"two"}}""", """{"s":9000,"d":1000,"m":{"text":"new words"}}""", "Title added: \"new words\" (9-10s)|Title removed: \"one words\"|Title removed: \"two\"")]
    [InlineData("""{"d":1000,"m":{"text":"one words"}}""", """{"s":9000,"d":1000,"m":{"text":"new words"}},{"s":12000,"d":1000,"m":{"text":"two"}}""", "Title added: \"new words\" (9-10s)|Title added: \"two\" (12-13s)|Title removed: \"one words\"")]
    [InlineData("""{"d":2000,"m":{"text":"A"}}""", """{"d":4000,"m":{"text":"B"}}""", "Title \"A\" → \"B\": length 2s → 4s")]
    [InlineData("""{"d":2000,"m":{"text":"A"}}""", """{"d":4100,"m":{"text":"B"}}""", "Title added: \"B\" (0-4.1s)|Title removed: \"A\"")]
    [InlineData("""{"s":2000,"d":2000,"m":{"text":"A"}}""", """{"s":1000,"d":4000,"m":{"text":"B"}}""", "Title \"A\" → \"B\": time 2-4s → 1-5s")]
    [InlineData("""{"d":1000}""", """{"d":90000,"m":{"text":"B"}}""", "Title \"B\": length 1s → 90s")]
    [InlineData("""{"d":1000}""", """{"d":110000,"m":{"text":"B"}}""", "Title added: \"B\" (0-110s)|Title removed: 0-1s")]
    [InlineData("""{"d":60000,"m":{"text":"A"}},{"s":60000,"d":1000,"m":{"text":"B"}}""", """{"s":1000,"d":59000,"m":{"text":"C"}},{"s":60000,"d":1000,"m":{"text":"D"}}""", "Title \"A\" → \"C\": time 0-60s → 1-60s|Title \"B\" → \"D\"")]
    [InlineData("""{"d":1000,"m":{"text":"A"}},{"s":1000,"d":1000,"m":{"text":"B"}}""", """{"s":5000,"d":1000,"m":{"text":"A"}},{"s":1000,"d":2000,"m":{"text":"B"}}""", "Title \"B\": length 1s → 2s|Title \"A\": moved 0-1s → 5-6s")]
    [InlineData(
        """{"s":5000,"d":1000,"m":{"text":"A"}},{"s":7000,"d":1000,"m":{"text":"B"}},{"s":9000,"d":1000,"m":{"text":"C"}}""",
        """{"s":4000,"d":1000,"m":{"text":"A"}},{"s":6000,"d":1000,"m":{"text":"B"}},{"s":8000,"d":1000,"m":{"text":"C","size":1}}""",
        "Title \"C\": size 1|3 lines of text moved 1s earlier")]
    [InlineData(
        """{"d":1000,"m":{"text":"A"}},{"s":2000,"d":1000,"m":{"text":"B"}}""",
        """{"s":1000,"d":1000,"m":{"text":"A"}},{"s":3000,"d":1000,"m":{"text":"B"}}""",
        "Title \"A\": moved 0-1s → 1-2s|Title \"B\": moved 2-3s → 3-4s")]
    [InlineData(
        """{"d":1000,"m":{"text":"A"}},{"s":2000,"d":1000,"m":{"text":"B"}},{"s":4000,"d":1000,"m":{"text":"C"}},{"s":6000,"d":1000,"m":{"text":"D"}}""",
        """{"s":50,"d":1000,"m":{"text":"A"}},{"s":2050,"d":1000,"m":{"text":"B"}},{"s":4050,"d":1000,"m":{"text":"C"}},{"s":6050,"d":2000,"m":{"text":"D"}}""",
        "Title \"D\": time 6-7s → 6.1-8.1s|3 lines of text moved 0.1s later")]
    [InlineData(
        """{"d":1000,"m":{"text":"A"}},{"s":2000,"d":1000,"m":{"text":"B"}},{"s":4000,"d":1000,"m":{"text":"C"}}""",
        """{"s":1000,"d":2000,"m":{"text":"A"}},{"s":3000,"d":2000,"m":{"text":"B"}},{"s":5000,"d":2000,"m":{"text":"C"}}""",
        "Title \"A\": time 0-1s → 1-3s|Title \"B\": time 2-3s → 3-5s|Title \"C\": time 4-5s → 5-7s")]
    [InlineData(
        """{"d":1000,"m":{"text":"A"}},{"s":2000,"d":1000,"m":{"text":"B"}},{"s":4000,"d":1000,"m":{"text":"C"}},{"s":6000,"d":1000,"m":{"text":"D"}}""",
        """{"s":1000,"d":1000,"m":{"text":"A"}},{"s":3040,"d":1000,"m":{"text":"B"}},{"s":4960,"d":1000,"m":{"text":"C"}},{"s":6951,"d":1000,"m":{"text":"D"}}""",
        "4 lines of text moved 1s later")]
    [InlineData(
        """{"d":60000,"m":{"text":"A"}},{"s":60000,"d":1000,"m":{"text":"B"}}""",
        """{"s":10000,"d":50000,"m":{"text":"C"}},{"s":60000,"d":1000,"m":{"text":"D"}}""",
        "Title \"A\" → \"C\": time 0-60s → 10-60s|Title \"B\" → \"D\"")]
    public void Titles(string before, string after, string expected) => Expect(7, before, after, expected);

    [Theory]
    [InlineData("""{"d":1000,"m":{"volume":0.35}}""", """{"d":1000,"m":{"volume":1}}""", "Music: volume 35% → 100%")]
    [InlineData("""{"d":1000,"m":{"volume":1}}""", """{"d":1000,"m":{"volume":0.99}}""", "Music: volume 100% → 99%")]
    [InlineData("""{"d":1000,"m":{"volume":0.5}}""", """{"d":1000}""", "Music: volume 50% → 100%")]
    [InlineData("""{"d":1000}""", """{"d":1000,"m":{"volume":1}}""", "")]
    [InlineData("""{"d":1000}""", """{"d":1000,"m":{"volume":0.996}}""", "")]
    [InlineData("", """{"d":1000,"m":{"name":"A","volume":1}}""", "Audio added: \"A\" (0-1s)")]
    [InlineData("", """{"d":1000,"m":{"name":"A","volume":0}}""", "Music added: \"A\" (0-1s, 0%)")]
    [InlineData("""{"d":1000,"m":{"name":"old words"}}""", """{"s":9000,"d":1000,"m":{"name":"new words"}}""", "Audio added: \"new words\" (9-10s)|Audio removed: \"old words\"")]
    [InlineData("", """{"d":1000,"m":{"name":"my voice.mp3"}}""", "Voice added: \"my voice.mp3\" (0-1s)")]
    [InlineData("", """{"d":1000,"m":{"name":"The LOFI tape"}}""", "Music added: \"The LOFI tape\" (0-1s)")]
    public void Sounds(string before, string after, string expected) => Expect(1, before, after, expected);

    [Theory]
    [InlineData(0, """{"d":1000,"m":{"volume":0.5}}""", """{"d":1000}""", "Video: volume 50% → 100%")]
    [InlineData(0, "", """{"d":1000,"m":{"title":"A","volume":0.5}}""", "Video added: \"A\" (0-1s)")]
    [InlineData(5, """{"d":1000,"m":{"volume":0.5}}""", """{"d":1000}""", "")]
    [InlineData(5, """{"d":1000,"m":{"name":"blur"}}""", "", "Effect removed: \"blur\"")]
    public void Pictures_and_effects(int kind, string before, string after, string expected) => Expect(kind, before, after, expected);

    [Theory]
    [InlineData("color", "\"#FFF\"", "color white")]
    [InlineData("color", "\"#0f8\"", "color #00ff88")]
    [InlineData("color", "\"0xff0000\"", "color red")]
    [InlineData("color", "\"#ff0000ff\"", "color red")]
    [InlineData("color", "\"#ff000080\"", "color #ff000080")]
    [InlineData("color", "\"#ff\"", "color #ff")]
    [InlineData("color", "\"#xyz\"", "color #xyz")]
    [InlineData("color", "\" Navy \"", "color navy blue")]
    [InlineData("color", "\"ff0000\"", "color ff0000")]
    [InlineData("font-color", "\"red\"", "color red")]
    [InlineData("font", "\"Arial\"", "font Arial")]
    [InlineData("font", "\" \"", "")]
    [InlineData("background", "{\"color\":\"red\"}", "background color red")]
    [InlineData("look", "{\"color\":\"red\"}", "color red")]
    [InlineData("fade_in", "20", "fade-in 0s → 20s")]
    [InlineData("fade_in", "21", "")]
    [InlineData("fade_in", "-1", "")]
    [InlineData("fade_in_ms", "500", "fade-in 0s → 0.5s")]
    [InlineData("fade-out-ms", "500", "fade-out 0s → 0.5s")]
    [InlineData("fadeOut", "1e9", "fade-out 0s → 1000000000")]
    [InlineData("speed", "1.256", "speed 1.26x")]
    [InlineData("opacity", "2", "opacity 200%")]
    [InlineData("opacity", "50", "opacity 50%")]
    [InlineData("size", "1.256", "size 1.26")]
    [InlineData("align", "\"TOP\"", "position top")]
    [InlineData("bold", "true", "bold on")]
    [InlineData("loop", "false", "repeat off")]
    [InlineData("font", "\"123456789 123456789 123456789 123456789 123456789 1234567890\"", "font 123456789 123456789 123456789 123456789 123456789 1234567890")]
    [InlineData("font", "\"123456789 123456789 123456789 123456789 123456789 12345678 01\"", "font 123456789 123456789 123456789 123456789 123456789 12345678…")]
    [InlineData("volume_changes", "[{\"s\":0,\"d\":1000,\"clip_volume\":0.5},{\"start\":1000,\"duration\":1000,\"volume\":0},{\"s\":2000,\"d\":1000,\"volume\":11}]", "volume of parts 0-1s 50%, 1-2s 0%, 2-3s 1000%")]
    [InlineData("volume_changes", "[{\"s\":0,\"d\":1,\"volume\":1},{\"s\":1,\"d\":1,\"volume\":1},{\"s\":2,\"d\":1,\"volume\":1},{\"s\":3,\"d\":1,\"volume\":1}]", "volume of parts 0-0s 100%, 0-0s 100%, 0-0s 100%, …")]
    [InlineData("volume_changes", "[{\"s\":-5,\"d\":1e300,\"volume\":-1}]", "volume of parts 0:00-277:46:40 0%")]
    [InlineData("volume_changes", "[{\"s\":1,\"d\":1}]", "")]
    [InlineData("volume_changes", "[{\"d\":1,\"volume\":1}]", "")]
    [InlineData("volume_changes", "[{\"s\":1,\"volume\":1}]", "")]
    [InlineData("volume_changes", "\"loud\"", "")]
    public void Values_in_words(string key, string value, string expected) => Expect(
        7,
        A,
        $$$"""{"d":3000,"m":{"text":"A","{{{key}}}":{{{value}}}}}""",
        expected.Length == 0 ? "" : $"Title \"A\": {expected}");

    [Theory]
    [InlineData(1920, 1080, "16:9")]
    [InlineData(1920, 1088, "16:9")]
    [InlineData(1920, 1092, "1920x1092")]
    [InlineData(1920, 1068, "1920x1068")]
    [InlineData(1088, 1920, "9:16")]
    [InlineData(7, 7, "1:1")]
    [InlineData(3, 2, "3:2")]
    [InlineData(2390, 1000, "2390x1000")]
    [InlineData(2333, 1000, "21:9")]
    public void A_shape_is_called_by_the_nearest_usual_one(int width, int height, string shape) => Assert.Equal(shape, CanvasWords.Shape(width, height));

    private static void Expect(int kind, string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', TimelineDifference.Describe(Read(kind, before), Read(kind, after), Texts.For("en"))));

    private static TimelineView Read(int kind, string segments) => DraftReader.Read($$$"""{"t":[{"tt":{{{kind}}},"sg":[{{{segments}}}]}]}""", null, null);
}
