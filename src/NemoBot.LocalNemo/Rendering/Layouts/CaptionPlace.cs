using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Where captions go.</summary>
/// <param name="Rows">Rows that hold all of them.</param>
/// <param name="Anchor">Edge or middle of the text, by its place.</param>
internal sealed record CaptionPlace(Rows Rows, double Anchor);
