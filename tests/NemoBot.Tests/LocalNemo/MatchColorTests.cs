using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.Tests.Media;
using NemoBot.Tests.Sound;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class MatchColorTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private static readonly Title Hello = new("Hello", TimeSpan.Zero, null, ColorChoice.Auto, 0.1, VerticalPlace.Middle, TimeSpan.Zero, TimeSpan.Zero);

    [Fact]
    public async Task A_title_takes_the_color_of_the_cover()
    {
        var project = await WithCoverAsync();

        var title = Assert.Single((await ChangeAsync(project, ColoredThing.Title, ColoredThing.Picture)).Titles);

        var color = Rgb.Parse(title.Color)!.Value;
        Assert.InRange(color.Hue, 15, 35);
        Assert.True(color.Saturation > 0.5, title.Color);
    }

    [Fact]
    public async Task A_title_takes_the_color_that_the_bars_are_drawn_in()
    {
        var project = await WithCoverAsync();

        var left = Assert.Single((await ChangeAsync(project, ColoredThing.Title, ColoredThing.Visual)).Titles).Color;
        Assert.NotEqual(ColorChoice.Auto, left);

        var red = project with { Visual = project.Visual with { Color = "#ff2d2d" } };
        Assert.Equal("#ff2d2d", Assert.Single((await ChangeAsync(red, ColoredThing.Title, ColoredThing.Visual)).Titles).Color);
        Assert.Equal("#ff2d2d", (await ChangeAsync(red, ColoredThing.Progress, ColoredThing.Visual)).ProgressColor);
    }

    [Fact]
    public async Task What_is_not_there_gives_no_color_and_it_is_said()
    {
        var project = await WithCoverAsync() with { Visual = new Visual(VisualStyle.None, ColorChoice.Auto, VerticalPlace.Bottom) };
        var context = Context(project);

        Assert.Equal(project, await new MatchColor(ColoredThing.Title, ColoredThing.Visual).ApplyAsync(context, Token));
        Assert.Equal("match.none", Assert.Single(context.Notes).Key);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<Project> ChangeAsync(Project project, ColoredThing thing, ColoredThing like) => new MatchColor(thing, like).ApplyAsync(Context(project), Token);

    private static EditContext Context(Project project) =>
        new(project, [], new EditTools { Colors = new ProjectRenderer(MediaUnderTest.Processes()).Colors });

    private async Task<Project> WithCoverAsync()
    {
        var sound = await Assets.ProbeAsync(samples.Make("tone.wav", "-f lavfi -i sine=500:duration=2"));
        var cover = await Assets.ProbeAsync(samples.Make("orange.png", "-f lavfi -i color=0xe07020:s=320x320 -frames:v 1"));
        return Mixed.Of(sound) with { Background = new Project().Background with { Kind = BackgroundKind.Image, Asset = cover }, Titles = [Hello] };
    }
}
