using NemoBot.LocalNemo.Drafts;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Visuals;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;
using Xunit;

namespace NemoBot.Tests.Rendering;

/// <summary>Draws made sounds and compares how much is seen with how loud it is.</summary>
public sealed class VisualTests
{
    private const int Rate = 30;
    private const int Seconds = 12;

    public static TheoryData<VisualStyle, bool> Styles => [.. from row in VisualTable.Rows from glow in new[] { false, true } select (row.Style, glow)];

    [Fact]
    public void Every_style_has_one_row() =>
        Assert.Equal(Enum.GetValues<VisualStyle>().Where(s => s != VisualStyle.None).Order(), VisualTable.Rows.Select(r => r.Style).Order());

    [Fact]
    public void Each_word_of_the_table_asks_for_its_style()
    {
        Assert.All(VisualTable.Rows, r => Assert.All(r.Words, w => Assert.Equal(r.Style, Vocabulary.Default.Find(w, 0, w.Length)?.Style)));
        Assert.All(VisualTable.Rows, r => Assert.Equal(r.Style, DraftWords<VisualStyle>.Read(DraftWords<VisualStyle>.Write(r.Style), VisualStyle.None)));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task What_is_seen_follows_the_level_without_lag(VisualStyle style, bool glow)
    {
        var samples = Make();
        var (ink, level) = (new double[Rate * Seconds], new double[Rate * Seconds]);
        var heard = new SampleWindow(new MemoryStream(System.Runtime.InteropServices.MemoryMarshal.AsBytes<short>(samples).ToArray()));
        var zone = VisualZone.Find(new Canvas(320, 180, Rate), new Visual(style, "#ffffff", VerticalPlace.Middle), hasText: false, isAlone: false);
        var visual = VisualTable.Create(style, new VisualSpec(zone, new Ink(Rgb.White, Rgb.White), Rate, glow))!;
        var frame = new Frame(320, 180);
        for (var n = 0; n < ink.Length; n++)
        {
            frame.Fill(new YuvColor(16, 128, 128));
            var sample = n * 48_000L / Rate;
            await heard.ReachAsync(sample + visual.Ahead);
            visual.Draw(frame, heard, sample);
            ink[n] = frame.Y.Sum(v => v - 16);
            level[n] = Rendered.Level(samples, Math.Max(0, (n - 0.5) / Rate), (n + 0.5) / Rate);
            Assert.True(frame.Y.AsSpan(0, zone.Rows.Top * 320).IndexOfAnyExcept((byte)16) < 0, "drawn above its rows");
            Assert.True(frame.Y.AsSpan(zone.Rows.Bottom * 320).IndexOfAnyExcept((byte)16) < 0, "drawn below its rows");
        }

        Assert.True(Correlate(ink, level, 0) >= 0.6, $"{Correlate(ink, level, 0):0.00}");
        var lag = Enumerable.Range(-4, 9).MaxBy(l => Correlate(ink, level, l));
        Assert.InRange(lag, -1, 1);
    }

    [Theory]
    [InlineData(nameof(VisualStyle.Bars))]
    [InlineData(nameof(VisualStyle.Spectrum))]
    [InlineData(nameof(VisualStyle.Circle), Explicit = true)]
    public async Task A_calm_picture_changes_less_from_frame_to_frame_and_a_lively_one_more(string style)
    {
        var changes = new List<double>();
        foreach (var calm in (double[])[0.4, 1, 2.5])
        {
            var ink = await InkAsync(Enum.Parse<VisualStyle>(style), spec => spec with { Calm = calm });
            changes.Add(ink.Zip(ink.Skip(1), (a, b) => Math.Abs(b - a)).Sum());
        }

        Assert.True(changes[0] > 1.05 * changes[1] && changes[1] > 1.3 * changes[2], string.Join(' ', changes));
    }

    [Fact]
    public void Thick_bars_are_fewer_and_thin_ones_more()
    {
        var zone = VisualZone.Find(new Canvas(1080, 1080, Rate), new Visual(VisualStyle.Bars, "#ffffff", VerticalPlace.Bottom), hasText: false, isAlone: false);
        var (thin, usual, thick) = (BarLayout.Find(zone, odd: true, 0.667), BarLayout.Find(zone, odd: true, 1), BarLayout.Find(zone, odd: true, 1.5));
        Assert.True(thin.Bar < usual.Bar && usual.Bar < thick.Bar, $"{thin.Bar} {usual.Bar} {thick.Bar}");
        Assert.True(thin.Count > usual.Count && usual.Count > thick.Count, $"{thin.Count} {usual.Count} {thick.Count}");
        Assert.All([thin, usual, thick], l => Assert.InRange(l.LeftOf(l.Count - 1) + l.Bar, zone.Left, zone.Left + zone.Width));
    }

    private static async Task<double[]> InkAsync(VisualStyle style, Func<VisualSpec, VisualSpec> change)
    {
        var heard = new SampleWindow(new MemoryStream(System.Runtime.InteropServices.MemoryMarshal.AsBytes<short>(Make()).ToArray()));
        var zone = VisualZone.Find(new Canvas(320, 180, Rate), new Visual(style, "#ffffff", VerticalPlace.Middle), hasText: false, isAlone: false);
        var visual = VisualTable.Create(style, change(new VisualSpec(zone, new Ink(Rgb.White, Rgb.White), Rate, Glow: false)))!;
        var (frame, ink) = (new Frame(320, 180), new double[Rate * Seconds]);
        for (var n = 0; n < ink.Length; n++)
        {
            frame.Fill(new YuvColor(16, 128, 128));
            var sample = n * 48_000L / Rate;
            await heard.ReachAsync(sample + visual.Ahead);
            visual.Draw(frame, heard, sample);
            ink[n] = frame.Y.Sum(v => v - 16);
        }

        return ink;
    }

    /// <summary>Bursts of noise and tones, from quiet to loud, as speech and drums have.</summary>
    private static short[] Make()
    {
        var random = new Random(7);
        var samples = new short[48_000 * Seconds];
        var (level, pitch) = (0.0, 200.0);
        for (var i = 0; i < samples.Length; i++)
        {
            if (i % 12_000 == 0)
            {
                (level, pitch) = (Math.Pow(random.NextDouble(), 1.5), 120 + (600 * random.NextDouble()));
            }

            var envelope = level * Math.Exp(-(i % 12_000) / 6000.0);
            var tone = Math.Sin(2 * Math.PI * pitch * i / 48_000) + (0.5 * Math.Sin(6 * Math.PI * pitch * i / 48_000)) + (random.NextDouble() - 0.5);
            samples[i] = (short)(12_000 * envelope * tone);
        }

        return samples;
    }

    private static double Correlate(double[] ink, double[] level, int lag)
    {
        var pairs = Enumerable.Range(Rate, ink.Length - (2 * Rate)).Select(n => (A: ink[n + lag], B: level[n])).ToList();
        var (a, b) = (pairs.Average(p => p.A), pairs.Average(p => p.B));
        return pairs.Sum(p => (p.A - a) * (p.B - b)) / Math.Sqrt(pairs.Sum(p => (p.A - a) * (p.A - a)) * pairs.Sum(p => (p.B - b) * (p.B - b)));
    }
}
