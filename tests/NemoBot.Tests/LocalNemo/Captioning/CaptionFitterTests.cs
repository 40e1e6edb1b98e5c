using NemoBot.LocalNemo.Captioning.Drawing;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Subtitles;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Captioning;

/// <summary>Captions of all kinds in the place that the layout gives them, as libass draws them.</summary>
public sealed class CaptionFitterTests
{
    private static readonly string[] Texts =
    [
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "هذا نص طويل جدا باللغة العربية لكي نرى هل يبقى داخل الإطار أم يخرج منه في الفيديو العمودي",
        "ภาษาไทยไม่มีช่องว่างระหว่างคำดังนั้นบรรทัดยาวมากต้องถูกตัดให้พอดีกับกรอบภาพเสมอ",
        "यह हिंदी में एक लंबा वाक्य है जो स्क्रीन के अंदर रहना चाहिए और बाहर नहीं जाना चाहिए",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
        "What" + new string('!', 80),
        "﷽﷽﷽﷽ ﷺ ﷺ",
        "人工智能时代的程序员应该怎样生活才能够不被机器所替代这是一个值得我们每个人思考的问题",
        "one\ntwo\nthree\nfour\nfive",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW MMMMMMMMMMMMMMMMM",
        "Zalgo t̷̢̧̛̛̥e̵̢̛x̴̡̛t̶ here",
    ];

    [Theory]
    [InlineData(270, 480, CaptionStyle.Big, 2.5)]
    [InlineData(270, 480, CaptionStyle.Classic, 1)]
    [InlineData(480, 270, CaptionStyle.Karaoke, 1)]
    [InlineData(300, 300, CaptionStyle.Box, 2.5)]
    public async Task Whatever_is_said_stays_in_its_place(int width, int height, CaptionStyle style, double size)
    {
        var canvas = new Canvas(width, height, 10);
        var lines = Texts.Select((t, i) => new CaptionLine(TimeSpan.FromSeconds(20 * i), TimeSpan.FromSeconds((20 * i) + 20), t)).ToList();
        var project = new Project { Canvas = canvas, Captions = new Captions(lines) { Style = style, Size = 0.055 * size } };
        var layout = FrameLayout.Find(project, hasCard: false);
        var place = layout.Captions!;
        using var processes = MediaUnderTest.Processes();
        using var samples = new SampleMedia();
        var script = CaptionScript.Build(place.Fit(project.Captions), canvas, TimeSpan.FromSeconds(20 * Texts.Length), place.Anchor);
        var fitted = await new CaptionFitter(processes, canvas, place, samples.NewFolder()).FitAsync(script, TestContext.Current.CancellationToken);

        // A caption is never dropped, and a long word is not made so small that nobody can read it.
        Assert.Equal(string.Concat(Texts).Where(c => !char.IsWhiteSpace(c)), string.Concat(fitted.Shown.Select(s => s.Line.Text)).Where(c => !char.IsWhiteSpace(c)));
        Assert.All(fitted.Shown, s => Assert.InRange(s.Scale, 0.25, 1));
        var side = SafeArea.Find(canvas).Side;
        foreach (var frame in await DrawnCaptions.DrawAsync(fitted, canvas))
        {
            var (left, top, right, bottom) = DrawnCaptions.Extent(frame, canvas);
            Assert.True(left >= side - 5 && right <= width - side + 5, $"columns {left} to {right}, margin {side}");
            Assert.True(top >= place.Rows.Top - 3 && bottom <= place.Rows.Bottom + 3, $"rows {top} to {bottom}, place {place.Rows}");
        }
    }

    [Fact]
    public void A_long_word_is_made_smaller_before_it_is_cut()
    {
        var canvas = new Canvas(1080, 1920, 30);
        CaptionScript Build(string text) =>
            CaptionScript.Build(new Captions([new CaptionLine(TimeSpan.Zero, TimeSpan.FromSeconds(3), text)]) { Style = CaptionStyle.Big }, canvas, TimeSpan.FromSeconds(3));
        var whole = Assert.Single(Build("Versicherungsvertreter").Shown);
        Assert.InRange(whole.Scale, 0.5, 0.95);
        Assert.Contains("Versicherungsvertreter", Assert.Single(Build("Versicherungsvertreter").Events).Body, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(Build("Hello you").Shown).Scale);
    }
}
