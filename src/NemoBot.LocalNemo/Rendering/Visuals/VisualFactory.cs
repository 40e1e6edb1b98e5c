using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Visuals;

/// <summary>Makes what the project asks for.</summary>
internal static class VisualFactory
{
    public static ISoundVisual? Create(Project project)
    {
        var zone = VisualZone.Find(project.Canvas, project.Visual.Place);
        var rate = FrameRates.Exact(project.Canvas.FrameRate);
        return project.Visual.Style switch
        {
            VisualStyle.Bars => new BarsVisual(zone, project.Visual, rate),
            VisualStyle.Line => new LineVisual(zone, project.Visual, rate),
            VisualStyle.Spectrum => new SpectrumVisual(zone, project.Visual, rate),
            _ => null,
        };
    }
}
