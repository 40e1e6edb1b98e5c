namespace NemoBot.LocalNemo.Projects;

/// <summary>A text on the picture, wrapped to the frame by display width.</summary>
/// <param name="Text">Any characters; may hold line breaks.</param>
/// <param name="Start">When it appears.</param>
/// <param name="End">When it is gone; null: with the end of the video.</param>
/// <param name="Color">#rrggbb, or <see cref="ColorChoice.Auto"/>.</param>
/// <param name="Size">Height of a line as a part of the frame's shorter side, 0.02 to 0.4; 0.1 is usual.</param>
/// <param name="Place">Vertical position.</param>
/// <param name="FadeIn">How long it takes to appear.</param>
/// <param name="FadeOut">How long it takes to go.</param>
internal sealed record Title(
    string Text, TimeSpan Start, TimeSpan? End, string Color, double Size, VerticalPlace Place, TimeSpan FadeIn, TimeSpan FadeOut)
{
    /// <summary>What the text is.</summary>
    public TitleRole Role { get; init; } = TitleRole.Text;

    /// <summary>Horizontal position.</summary>
    public HorizontalPlace Side { get; init; } = HorizontalPlace.Middle;

    /// <summary>Draw a plate behind the text.</summary>
    public bool Plate { get; init; }

    /// <summary>Color of the plate as #rrggbb; null: dark or light, whichever the letters need.</summary>
    public string? PlateColor { get; init; }

    /// <summary>Color of a firm line around the letters, as #rrggbb or <see cref="ColorChoice.Auto"/>; null: none is asked for.</summary>
    public string? Outline { get; init; }

    /// <summary>Family of the letters; null: the usual one.</summary>
    public string? Font { get; init; }

    /// <summary>Bold letters.</summary>
    public bool Bold { get; init; } = true;

    /// <summary>Slanted letters.</summary>
    public bool Italic { get; init; }
}
