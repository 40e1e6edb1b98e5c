namespace NemoBot.LocalNemo.Projects;

/// <summary>The drawn sound.</summary>
/// <param name="Style">How it is drawn.</param>
/// <param name="Color">#rrggbb, or <see cref="ColorChoice.Auto"/>.</param>
/// <param name="Place">Vertical position.</param>
internal sealed record Visual(VisualStyle Style, string Color, VerticalPlace Place)
{
    /// <summary>1 is usual; 0.5 is half as large.</summary>
    public double Size { get; init; } = 1;

    /// <summary>How calmly it moves: 1 is usual, 2 takes twice as long to rise and sink.</summary>
    public double Calm { get; init; } = 1;

    /// <summary>How thick its bars are: 1 is usual, 2 is half as many of twice the width.</summary>
    public double BarWidth { get; init; } = 1;

    /// <summary>From edge to edge; a ring is not.</summary>
    public bool IsWide { get; init; }

    /// <summary>Draw a soft light around it.</summary>
    public bool Glow { get; init; }

    /// <summary>When it appears.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>When it goes; null: it stays to the end.</summary>
    public TimeSpan? End { get; init; }

    /// <summary>It is seen at a moment.</summary>
    public bool IsSeenAt(TimeSpan time) => Start <= time && (End is null || time < End);

    /// <summary>Where it is seen: a ring goes around the picture, whatever place the bars before it had.</summary>
    public VerticalPlace ShownPlace => Style == VisualStyle.Circle && Place == VerticalPlace.Bottom ? VerticalPlace.Middle : Place;
}
