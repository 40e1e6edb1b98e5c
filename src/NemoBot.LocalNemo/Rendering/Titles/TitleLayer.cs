using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Titles;

/// <summary>A title as a picture, and when it is seen.</summary>
internal sealed record TitleLayer(Title Title, Layer Picture)
{
    /// <summary>How much of it is seen, 0 to 256.</summary>
    public int LevelAt(TimeSpan time, TimeSpan duration)
    {
        var end = Title.End ?? duration;
        if (time < Title.Start || time >= end)
        {
            return 0;
        }

        var up = Title.FadeIn > TimeSpan.Zero ? (time - Title.Start) / Title.FadeIn : 1;
        var down = Title.FadeOut > TimeSpan.Zero ? (end - time) / Title.FadeOut : 1;
        return (int)(256 * Math.Clamp(Math.Min(up, down), 0, 1));
    }
}
