namespace NemoBot.LocalNemo.Projects;

/// <summary>How uploaded pictures and videos are shown themselves: turned, mirrored, and in which tone; values beyond their range become its end. What is drawn over them is not touched.</summary>
internal sealed record PictureLook
{
    /// <summary>Pictures as they were sent.</summary>
    public static PictureLook AsSent { get; } = new();

    /// <summary>Quarter turns to the right, 0 to 3.</summary>
    public int Turns { get; init; }

    /// <summary>Left and right are exchanged, before turning.</summary>
    public bool Mirrored { get; init; }

    /// <summary>1: as sent; 0.5 to 1.5.</summary>
    public double Brightness { get; init => field = Math.Clamp(value, 0.5, 1.5); } = 1;

    /// <summary>1: as sent; 0.5 to 2.</summary>
    public double Contrast { get; init => field = Math.Clamp(value, 0.5, 2); } = 1;

    /// <summary>1: as sent, 0: black and white; up to 3.</summary>
    public double Saturation { get; init => field = Math.Clamp(value, 0, 3); } = 1;

    /// <summary>1: as sent; 0 is blue, 2 is brown.</summary>
    public double Warmth { get; init => field = Math.Clamp(value, 0, 2); } = 1;

    /// <summary>The colors differ from those of the file.</summary>
    public bool HasTone => (Brightness, Contrast, Saturation, Warmth) != (1, 1, 1, 1);

    /// <summary>The same turns with the colors of the file.</summary>
    public PictureLook WithoutTone() => new() { Turns = Turns, Mirrored = Mirrored };
}
