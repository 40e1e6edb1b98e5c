using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>Turns and mirrors uploaded pictures as if their files said so: whatever fits them into the frame sees the turned shape.</summary>
internal static class TurnedPictures
{
    /// <summary>EXIF's orientations in the order of mirrored and quarter turns to the right: 0, 90, 180, 270 degrees, then the same mirrored first.</summary>
    private static readonly int[] Orientations = [1, 6, 3, 8, 2, 7, 4, 5];

    /// <summary>The project with its pictures and videos turned.</summary>
    public static Project Apply(Project project)
    {
        var look = project.Background.Look;
        if (look is { Turns: 0, Mirrored: false })
        {
            return project;
        }

        return project with
        {
            Background = project.Background with { Asset = project.Background.Asset is { } asset ? Turn(asset, look) : null },
            Clips = [.. project.Clips.Select(c => c with { Asset = Turn(c.Asset, look) })],
            Slides = [.. project.Slides.Select(s => s with { Asset = Turn(s.Asset, look) })],
        };
    }

    private static Asset Turn(Asset asset, PictureLook look)
    {
        var facts = asset.Facts;
        var (width, height) = look.Turns % 2 == 0 ? (facts.Width, facts.Height) : (facts.Height, facts.Width);
        return asset with { Facts = facts with { Width = width, Height = height, Orientation = Compose(facts.Orientation, look) } };
    }

    /// <summary>First what the file says, then the look.</summary>
    private static int Compose(int orientation, PictureLook look)
    {
        var known = Math.Max(0, Array.IndexOf(Orientations, orientation));
        var (mirrored, turns) = (known >= 4, known % 4);

        // A picture that is mirrored after it was turned is one that was mirrored first and turned the other way.
        var all = (look.Mirrored ? 4 - turns : turns) + look.Turns;
        return Orientations[(mirrored != look.Mirrored ? 4 : 0) + (all % 4)];
    }
}
