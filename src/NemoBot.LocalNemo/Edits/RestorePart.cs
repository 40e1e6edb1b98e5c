using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Gives one part of the video the look that it had last in an earlier version; everything else stays. The history of the session carries it out.</summary>
/// <param name="Part">Which part.</param>
internal sealed record RestorePart(ProjectPart Part) : Edit
{
    public override string Tool => "go_to_version";

    /// <summary>The project with the part as it was in an earlier one; null if it was the same.</summary>
    public Project? From(Project earlier, Project now)
    {
        var restored = Part switch
        {
            ProjectPart.Colors => Colored(now, earlier),
            ProjectPart.Titles => now with { Titles = earlier.Titles },
            ProjectPart.Visual => now with { Visual = earlier.Visual },
            ProjectPart.Background => now with { Background = earlier.Background, Scene = earlier.Scene },
            ProjectPart.Music => now with { Music = earlier.Music },
            _ => now with { Canvas = earlier.Canvas },
        };
        var isSame = restored.Titles.SequenceEqual(now.Titles) && restored.Music.SequenceEqual(now.Music)
            && restored with { Titles = now.Titles, Music = now.Music } == now;
        return isSame ? null : restored;
    }

    private static Project Colored(Project now, Project earlier) => now with
    {
        Visual = now.Visual with { Color = earlier.Visual.Color },
        Background = IsPlain(earlier.Background) && IsPlain(now.Background) ? earlier.Background : now.Background,
        ProgressColor = earlier.ProgressColor,
        Titles = [.. now.Titles.Select((t, i) => i < earlier.Titles.Count ? t with { Color = earlier.Titles[i].Color, PlateColor = t.Plate && earlier.Titles[i].Plate ? earlier.Titles[i].PlateColor : t.PlateColor } : t)],
    };

    private static bool IsPlain(Background background) => background.Kind is BackgroundKind.Color or BackgroundKind.Gradient;
}
