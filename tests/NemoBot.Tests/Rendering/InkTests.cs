using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;
using Xunit;

namespace NemoBot.Tests.Rendering;

public sealed class InkTests
{
    private static readonly Visual Auto = new Project().Visual;

    [Theory]
    [InlineData("#7c3aed", "#4c1d95")]
    [InlineData("#15803d", "#052e16")]
    [InlineData("#fde68a", "#fffbeb")]
    [InlineData("#808080", "#777777")]
    public void The_color_of_the_art_stands_out_from_what_is_behind(string accent, string ground)
    {
        var behind = Rgb.Parse(ground)!.Value;
        var palette = ArtPalette.Of(new Background(BackgroundKind.Gradient, accent, ground, null));
        var ink = Ink.Choose(Auto, palette, new Backdrop(behind.Luminance, behind.Luminance, behind.Luminance));
        Assert.Equal(ColorChoice.Auto, Auto.Color);
        Assert.All([ink.First, ink.Last], c => Assert.True(c.ContrastTo(behind) >= 4.4, $"{c} on {ground}: {c.ContrastTo(behind):0.0}"));
    }

    [Fact]
    public void Over_moving_pictures_it_is_white()
    {
        var ink = Ink.Choose(Auto, ArtPalette.Of(new Background(BackgroundKind.Color, "#7c3aed", null, null)), Backdrop.Unknown);
        Assert.Equal((Rgb.White, Rgb.White), (ink.First, ink.Last));
    }
}
