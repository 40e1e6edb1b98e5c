namespace NemoBot.LocalNemo.Projects;

/// <summary>All captions and their look.</summary>
/// <param name="Lines">In order of time.</param>
internal sealed record Captions(IReadOnlyList<CaptionLine> Lines)
{
    /// <summary>How they are drawn.</summary>
    public CaptionStyle Style { get; init; }

    /// <summary>Vertical position.</summary>
    public VerticalPlace Place { get; init; } = VerticalPlace.Bottom;

    /// <summary>Height of a line as a part of the frame's shorter side.</summary>
    public double Size { get; init; } = 0.055;

    /// <summary>#rrggbb.</summary>
    public string Color { get; init; } = "#ffffff";

    /// <summary>Bold letters or not; null: as the style has them.</summary>
    public bool? Bold { get; init; }

    /// <summary>Family of the letters; null: the usual one.</summary>
    public string? Font { get; init; }

    /// <summary>Slanted letters.</summary>
    public bool Italic { get; init; }

    /// <summary>Words, or characters of a script without spaces, that are shown at a time; null: as many as fit.</summary>
    public int? Most { get; init; }

    /// <summary>Language tag, for example <c>en</c>; null if unknown.</summary>
    public string? Language { get; init; }

    /// <summary>Where they came from.</summary>
    public CaptionSource Source { get; init; }
}
