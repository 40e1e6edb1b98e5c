using NemoBot.LocalNemo.Rendering.Layouts;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>What a visual is made from.</summary>
/// <param name="Zone">Where it is drawn.</param>
/// <param name="Ink">Its colors.</param>
/// <param name="FrameRate">Exact frames per second.</param>
/// <param name="Glow">Draw a soft light around it.</param>
internal sealed record VisualSpec(VisualZone Zone, Ink Ink, double FrameRate, bool Glow);
