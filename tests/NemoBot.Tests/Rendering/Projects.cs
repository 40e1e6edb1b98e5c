using NemoBot.LocalNemo.Projects;
using NemoBot.Tests.Media;

namespace NemoBot.Tests.Rendering;

/// <summary>Projects made of sample files.</summary>
internal static class Projects
{
    public static Asset Asset(string path)
    {
        var facts = MediaUnderTest.FactsAsync(path).GetAwaiter().GetResult();
        return new Asset("a", Path.GetFileName(path), path, facts);
    }

    /// <summary>A small picture of a sound: bars on one colour.</summary>
    public static Project Of(string sound, int width = 320, int height = 180, int frameRate = 10)
    {
        var asset = Asset(sound);
        return new Project
        {
            Canvas = new Canvas(width, height, frameRate),
            Background = new Background(BackgroundKind.Color, "#102030", null, null),
            Clips = [new Clip(asset, TimeSpan.Zero, asset.Facts.Duration)],
        };
    }

    public static Title Title(string text, double start = 0, double? end = null, string color = "#ffee00", VerticalPlace place = VerticalPlace.Top, double fade = 0) =>
        new(text, S(start), end is { } e ? S(e) : null, color, 0.12, place, S(fade), S(fade));

    public static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);
}
