using NemoBot.LocalNemo.Captioning.Drawing;
using NemoBot.LocalNemo.Captioning.Fonts;
using NemoBot.LocalNemo.Projects;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Captioning;

/// <summary>Captions as libass draws them.</summary>
public sealed class CaptionScriptTests
{
    private static readonly Canvas Small = new(320, 180, 10);

    [Fact]
    public void Text_never_becomes_a_command()
    {
        var script = Build(CaptionStyle.Classic, @"{\p1}m 0 0 l 9 9{\p0} \N \h C:\new", "a,b,,{x}\nDialogue: 0,0:00:00.00,0:00:09.00,Classic,,0,0,0,,evil");
        Assert.Equal(script.Events.Count, script.ToString().Split('\n').Count(l => l.StartsWith("Dialogue:", StringComparison.Ordinal)));
        Assert.All(script.Events, e => Assert.DoesNotContain(@"{\p1", e.Body, StringComparison.Ordinal));
        Assert.All(script.Events, e => Assert.DoesNotContain('\n', e.Body));
    }

    [Fact]
    public void Karaoke_marks_one_word_at_a_time_a_little_early()
    {
        var line = Line(1, 4, "one two three") with { Words = [Word(1, 2, "one"), Word(2, 3, "two"), Word(3, 4, "three")] };
        var script = CaptionScript.Build(new Captions([line]) { Style = CaptionStyle.Karaoke }, Small, TimeSpan.FromSeconds(5));
        Assert.Equal([1, 1.93, 2.93], script.Events.Select(e => e.Start.TotalSeconds));
        Assert.Equal([1.93, 2.93, 4], script.Events.Select(e => e.End.TotalSeconds));
        Assert.Equal(["one", "two", "three"], script.Events.Select(e => e.Body.Split('}')[^2].Split('{')[0]));
    }

    [Theory]
    [InlineData("we walked, slowly down to the old harbour town", 3, "we walked,|slowly down|to the|old harbour town")]
    [InlineData("今天天气很好我们去公园散步吧", 5, "今天天气|很好我们去|公园散步吧")]
    [InlineData("short one", 3, "short one")]
    public void Captions_are_shown_in_groups_of_a_few_words(string text, int most, string expected)
    {
        var script = CaptionScript.Build(new Captions([Line(1, 9, text)]) { Most = most }, new Canvas(1280, 720, 10), TimeSpan.FromSeconds(10));
        Assert.Equal(expected, string.Join('|', script.Shown.Select(s => s.Line.Text)));
        Assert.Equal((1, 9), (script.Events[0].Start.TotalSeconds, script.Events[^1].End.TotalSeconds));
        Assert.All(script.Events.Zip(script.Events.Skip(1)), p => Assert.Equal(p.First.End, p.Second.Start));
    }

    [Fact]
    public void Groups_follow_the_words_that_were_heard_and_leave_pauses_free()
    {
        var line = Line(0, 6, "one two three four") with { Words = [Word(0, 1, "one"), Word(1, 2, "two"), Word(4, 5, "three"), Word(5, 6, "four")] };
        var script = CaptionScript.Build(new Captions([line]) { Most = 2 }, new Canvas(1280, 720, 10), TimeSpan.FromSeconds(6));
        Assert.Equal([("one two", 0, 2), ("three four", 4, 6)], script.Shown.Select(s => (s.Line.Text, s.Line.Start.TotalSeconds, s.Line.End.TotalSeconds)));
    }

    [Theory]
    [InlineData(CaptionStyle.Classic, 320, 180)]
    [InlineData(CaptionStyle.Big, 180, 320)]
    [InlineData(CaptionStyle.Karaoke, 320, 180)]
    [InlineData(CaptionStyle.Box, 320, 180)]
    public async Task Captions_stay_inside_the_frame(CaptionStyle style, int width, int height)
    {
        var canvas = new Canvas(width, height, 10);
        string[] texts = ["WWWWW MMMMM WWWWW MMMMM WWWWW MMMMM WWWWW", "今天天气很好我们去公园散步吧今天天气很好我们去公园散步吧", "Antidisestablishmentarianism!"];
        var lines = texts.Select((t, i) => Line(2 * i, (2 * i) + 2, t)).ToList();
        foreach (var place in Enum.GetValues<VerticalPlace>())
        {
            var script = CaptionScript.Build(new Captions(lines) { Style = style, Place = place }, canvas, TimeSpan.FromSeconds(6));
            foreach (var frame in await DrawnCaptions.DrawAsync(script, canvas))
            {
                var (left, top, right, bottom) = DrawnCaptions.Extent(frame, canvas);
                Assert.True(right > left && bottom > top, "Nothing was drawn.");
                Assert.InRange(left, 2, right);
                Assert.InRange(right, left, width - 3);
                Assert.InRange(top, 2, bottom);
                Assert.InRange(bottom, top, height - 3);
            }
        }
    }

    [Fact]
    public async Task Bold_letters_are_thicker_and_stay_inside()
    {
        async Task<(int Area, int Left)> DrawAsync(bool? bold)
        {
            var script = CaptionScript.Build(new Captions([Line(0, 2, "WWWWW MMMMM WWWWW MMMMM")]) { Bold = bold }, Small, TimeSpan.FromSeconds(2));
            var frame = Assert.Single(await DrawnCaptions.DrawAsync(script, Small));
            return (frame.Count(b => b > 200), DrawnCaptions.Extent(frame, Small).Left);
        }

        var (plain, bold) = (await DrawAsync(null), await DrawAsync(true));
        Assert.Equal(plain, await DrawAsync(false));
        Assert.True(bold.Area > 1.1 * plain.Area, $"{bold.Area} of {plain.Area}");
        Assert.InRange(bold.Left, 2, plain.Left);
    }

    [Fact]
    public async Task The_spoken_word_has_another_color()
    {
        var line = Line(0, 2, "one two") with { Words = [Word(0, 1, "one"), Word(1, 2, "two")] };
        var script = CaptionScript.Build(new Captions([line]) { Style = CaptionStyle.Karaoke, Color = "#ff0000" }, Small, TimeSpan.FromSeconds(2));
        var frames = await DrawnCaptions.DrawAsync(script, Small);
        Assert.Equal(2, frames.Count);
        Assert.InRange(RedCenter(frames[0]), 60, 158);
        Assert.InRange(RedCenter(frames[1]), 162, 260);
    }

    [Fact]
    public async Task Fonts_that_are_missing_are_named_with_their_package()
    {
        using var few = new FontCoverage(TimeProvider.System, "printf", @"20-7e a0-17f\n4e00-9fff\n");
        Assert.Empty(await few.FindMissingAsync("Hello é 你好\n\u200d\ufe0f", TestContext.Current.CancellationToken));
        var missing = await few.FindMissingAsync("שלום ไทย 😀 مرحبا", TestContext.Current.CancellationToken);
        Assert.Equal(
            [("Hebrew", "fonts-noto-core"), ("Thai", "fonts-noto-core"), ("Emoji", "fonts-symbola"), ("Arabic", "fonts-noto-core")],
            missing.Select(m => (m.Name, m.Package)));
    }

    [Fact]
    public async Task Installed_fonts_are_listed()
    {
        using var fonts = new FontCoverage(TimeProvider.System);
        Assert.Empty(await fonts.FindMissingAsync("Hello, wörld 你好 世界 Привет", TestContext.Current.CancellationToken));
        Assert.NotEmpty(await fonts.FindMissingAsync("\U0001F0FF\U000EFFFE", TestContext.Current.CancellationToken));
    }

    private static CaptionScript Build(CaptionStyle style, params string[] texts) => CaptionScript.Build(
        new Captions([.. texts.Select((t, i) => Line(2 * i, (2 * i) + 2, t))]) { Style = style }, Small, TimeSpan.FromSeconds(2 * texts.Length));

    private static double RedCenter(byte[] frame) =>
        Enumerable.Range(0, frame.Length / 3).Where(i => frame[3 * i] > 200 && frame[(3 * i) + 1] < 60).Select(i => i % Small.Width).Average();

    private static CaptionLine Line(double start, double end, string text) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);

    private static CaptionWord Word(double start, double end, string text) => new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);
}
