using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Where captions go.</summary>
/// <param name="Rows">Rows that hold all of them.</param>
/// <param name="Anchor">Edge or middle of the text, by its place.</param>
internal sealed record CaptionPlace(Rows Rows, double Anchor)
{
    /// <summary>Columns that they may use; null: the usual ones.</summary>
    public Columns? Area { get; init; }

    /// <summary>A multiple of their size: they are larger where there is nothing else to see.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The anchor is the middle, whatever their place.</summary>
    public bool IsCentered { get; init; }

    /// <summary>The captions as they are drawn here.</summary>
    public Captions Fit(Captions captions) =>
        captions with { Size = captions.Size * Scale, Place = IsCentered ? VerticalPlace.Middle : captions.Place };
}
