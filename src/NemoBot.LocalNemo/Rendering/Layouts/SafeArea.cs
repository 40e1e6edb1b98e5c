using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>
/// Margins that stay clear of text. TikTok, Reels and Shorts lay their own buttons over 9:16 video: the values cover all three.
/// </summary>
/// <param name="Top">In pixels.</param>
/// <param name="Bottom">In pixels.</param>
/// <param name="Side">In pixels, left and right.</param>
internal sealed record SafeArea(double Top, double Bottom, double Side)
{
    private const double PhoneShape = 1.7;

    public static SafeArea Find(Canvas canvas)
    {
        var (w, h) = (canvas.Width, canvas.Height);
        return h > w * PhoneShape ? new SafeArea(0.14 * h, 0.22 * h, 0.12 * w) : new SafeArea(0.065 * h, 0.065 * h, 0.07 * w);
    }
}
