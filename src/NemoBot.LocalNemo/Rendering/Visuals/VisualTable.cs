using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Visuals.Bars;
using NemoBot.LocalNemo.Rendering.Visuals.Blocks;
using NemoBot.LocalNemo.Rendering.Visuals.Circle;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;
using NemoBot.LocalNemo.Rendering.Visuals.Line;
using NemoBot.LocalNemo.Rendering.Visuals.MirroredBars;
using NemoBot.LocalNemo.Rendering.Visuals.Particles;
using NemoBot.LocalNemo.Rendering.Visuals.Spectrum;

namespace NemoBot.LocalNemo.Rendering.Visuals;

/// <summary>All ways to draw the sound. A new one is a folder next to this file and a row here.</summary>
internal static class VisualTable
{
    public static IReadOnlyList<VisualRow> Rows { get; } =
    [
        new(VisualStyle.Bars, ["bars", "waveform", "wave bars", "audiogram"], ["波形柱", "波形", "柱状"], s => new BarsVisual(s)),
        new(VisualStyle.MirroredBars, ["mirrored bars", "mirror bars", "symmetric bars", "symmetrical bars"], ["镜像", "对称", "镜像波形"], s => new MirroredBarsVisual(s)),
        new(VisualStyle.Line, ["line", "wave line", "oscilloscope", "wave"], ["波形线", "线", "曲线", "示波器"], s => new LineVisual(s)),
        new(VisualStyle.Spectrum, ["spectrum", "equalizer", "frequency bars", "eq"], ["频谱", "均衡器"], s => new SpectrumVisual(s)),
        new(VisualStyle.Circle, ["circle", "circular", "ring", "radial", "round"], ["圆形", "环形", "圆环", "圆圈"], s => new CircleVisual(s)),
        new(VisualStyle.Blocks, ["blocks", "led", "pixel bars", "squares"], ["方块", "像素", "格子"], s => new BlocksVisual(s)),
        new(VisualStyle.Particles, ["particles", "dots", "sparks", "sparkles"], ["粒子", "圆点", "火花"], s => new ParticlesVisual(s)),
    ];

    /// <summary>Null for none.</summary>
    public static ISoundVisual? Create(VisualStyle style, VisualSpec spec) => Rows.FirstOrDefault(r => r.Style == style)?.Create(spec);
}
