using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>Four colours that go together.</summary>
internal sealed record SceneColors(Rgb Dark, Rgb Main, Rgb Bright, Rgb Second)
{
    /// <param name="hue">0 to 360.</param>
    /// <param name="mood">How strong and how light.</param>
    public static SceneColors Of(double hue, SceneMood mood) => new(
        Rgb.FromHsv(Turn(hue - 25), 0.85 * mood.Saturation, 0.22 * mood.Value),
        Rgb.FromHsv(Turn(hue), 0.85 * mood.Saturation, 0.62 * mood.Value),
        Rgb.FromHsv(Turn(hue + 35), 0.62 * mood.Saturation, Math.Min(1, 0.98 * mood.Value)),
        Rgb.FromHsv(Turn(hue + 80), 0.8 * mood.Saturation, 0.5 * mood.Value));

    private static double Turn(double hue) => ((hue % 360) + 360) % 360;
}
