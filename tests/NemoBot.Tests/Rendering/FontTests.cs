using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.LocalNemo;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Rendering;

/// <summary>Fonts by words, and on the picture, with the fonts that are installed.</summary>
public sealed class FontTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private const int Yellow = 0xffee00;

    [Fact]
    public async Task Letters_are_drawn_in_their_font_within_the_frame()
    {
        var plain = Projects.Title("illill illill", color: "#ffee00");
        var project = Projects.Of(samples.Tone(1)) with { Titles = [plain], Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom) };
        var usual = await Rendered.MakeAsync(samples, project);
        var mono = await Rendered.MakeAsync(samples, project with { Titles = [plain with { Font = "Noto Sans Mono CJK SC", Italic = true, Bold = false }] });
        var (first, last) = mono.Columns(0.5, Yellow);
        var (left, right) = usual.Columns(0.5, Yellow);
        Assert.InRange((last - first) / (right - left), 1.3, 3);
        Assert.InRange(first, 0.02, 1);
        Assert.InRange(last, 0, 0.98);
    }

    [Fact]
    public async Task A_font_that_is_not_there_is_named_and_nothing_changes()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video with the title “早安 Hello”");
        Assert.Contains("“no such sans” is not installed here", LocalBench.Texts(await bench.SayAsync(session, "title in the font “no such sans”"))[^1]);
        Assert.Contains("Noto Serif CJK SC", LocalBench.Texts(await bench.SayAsync(session, "标题用宋体"))[^1]);
        Assert.Contains("italic", LocalBench.Texts(await bench.SayAsync(session, "make the title italic"))[^1]);
        var text = LocalBench.Texts(await bench.SayAsync(session, "undo"))[^1];
        Assert.Contains("not italic", text);
        Assert.Contains("\"font\":\"Noto Serif CJK SC\"", (await bench.DraftAsync(session)).GetRawText(), StringComparison.Ordinal);
    }
}
