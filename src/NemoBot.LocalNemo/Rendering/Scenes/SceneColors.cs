using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>Four colors that go together.</summary>
internal sealed record SceneColors(Rgb Dark, Rgb Main, Rgb Bright, Rgb Second)
{
    private const double MudStart = 42;
    private const double MudEnd = 155;

    /// <summary>Where brown starts: reds that lean to yellow, half as bright.</summary>
    private const double BrownStart = 5;
    private const double Circle = 360 - MudEnd + MudStart;
    private const double Navy = 232;

    /// <param name="hue">0 to 360.</param>
    /// <param name="mood">How strong and how light.</param>
    public static SceneColors Of(double hue, SceneMood mood) => new(
        Rgb.FromHsv(IsMuddy(hue - 25) ? Navy : Turn(hue - 25), 0.85 * mood.Saturation, 0.22 * mood.Value),
        Rgb.FromHsv(Turn(hue), 0.85 * mood.Saturation, 0.62 * mood.Value),
        Rgb.FromHsv(Turn(hue + 35), 0.62 * mood.Saturation, Math.Min(1, 0.98 * mood.Value)),
        Rgb.FromHsv(Turn(IsBrown(hue + 80) ? hue - 70 : hue + 80), 0.8 * mood.Saturation, 0.5 * mood.Value));

    /// <summary>A hue that is not muddy, for colors that nobody asked for.</summary>
    public static double Clean(double hue) => Turn(MudEnd + (Turn(hue) * Circle / 360));

    /// <summary>Goes on around the circle, past the muddy hues if the start is none of them.</summary>
    public static double Walk(double hue, double degrees) =>
        IsMuddy(hue) ? Turn(hue + degrees) : Turn(MudEnd + ((Turn(hue - MudEnd) + degrees) % Circle));

    /// <summary>Yellows and greens, which turn into olive and swamp where they are dark.</summary>
    private static bool IsMuddy(double hue) => Turn(hue) is > MudStart and < MudEnd;

    private static bool IsBrown(double hue) => Turn(hue) is > BrownStart and < MudEnd;

    private static double Turn(double hue) => ((hue % 360) + 360) % 360;
}
