namespace NemoBot.LocalNemo.Rendering.Motion;

/// <summary>Slow camera moves over a still picture.</summary>
internal static class Camera
{
    private const double Closest = 1.12;

    /// <param name="motion">Which move.</param>
    /// <param name="part">How far it has come, 0 to 1.</param>
    /// <param name="pulse">Strength of the last beat, 0 to 1.</param>
    public static View At(Projects.Motion motion, double part, double pulse)
    {
        var eased = part * part * (3 - (2 * part));
        var slow = (0.3 * eased) + (0.7 * part);
        return motion switch
        {
            Projects.Motion.ZoomIn => new View(1 + ((Closest - 1) * slow), 0.5, 0.5),
            Projects.Motion.ZoomOut => new View(Closest - ((Closest - 1) * slow), 0.5, 0.5),
            Projects.Motion.PanLeft => new View(Closest, 1 - slow, 0.5),
            Projects.Motion.PanRight => new View(Closest, slow, 0.5),
            Projects.Motion.Beat => new View(1.001 + (0.05 * pulse), 0.5, 0.5),
            _ => View.Whole,
        };
    }
}
