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
        new(
            VisualStyle.Bars,
            "waveform bars",
            "波形柱",
            [
                "bars", "waveform bars", "equaliser", "equalizer bars", "波形柱", "柱状", "柱形", "柱子", "柱状图", "柱状波形", "条形", "bar",
                "vertical bars", "音柱", "条状", "wave bars",
            ],
            s => new BarsVisual(s)),
        new(
            VisualStyle.MirroredBars,
            "mirrored bars",
            "镜像波形柱",
            [
                "mirrored bars", "mirror bars", "mirror the bars", "mirrored", "mirrored waveform", "symmetric bars", "symmetrical bars",
                "soundcloud style", "镜像柱", "镜像波形", "对称柱", "对称波形", "镜像", "对称",
            ],
            s => new MirroredBarsVisual(s)),
        new(
            VisualStyle.Line,
            "a waveform line",
            "波形线",
            [
                "line wave", "wave line", "waveform line", "wavy line", "oscilloscope", "线", "线条", "波形线", "线形", "曲线", "线形波形", "波浪线",
                "波浪", "line", "lines", "thin line", "单线", "折线", "示波器",
            ],
            s => new LineVisual(s)),
        new(
            VisualStyle.Spectrum,
            "a spectrum",
            "频谱",
            [
                "spectrum", "frequency", "frequencies", "frequency bars", "spectrum bars", "spectrum analyzer", "spectrum analyser",
                "spectrum visualizer", "frequency spectrum", "audio spectrum", "频谱", "频率", "频谱图", "频谱动画", "freq bars", "频段", "频谱柱",
            ],
            s => new SpectrumVisual(s)),
        new(
            VisualStyle.Circle,
            "a circle waveform",
            "环形波形",
            [
                "circle", "circular", "ring", "round", "circular waveform", "circle visualizer", "circular visualizer", "radial",
                "circle around", "round waveform", "round visualizer", "圆形", "圆环", "环形", "圆圈", "圆", "环状", "环绕", "圆形波形", "一圈一圈", "一圈圈", "圈圈",
            ],
            s => new CircleVisual(s)),
        new(
            VisualStyle.Blocks,
            "spectrum blocks",
            "方块频谱",
            [
                "blocks", "block", "pixels", "led blocks", "lego", "方块", "像素块", "色块", "pixel bars", "格子",
            ],
            s => new BlocksVisual(s)),
        new(
            VisualStyle.Particles,
            "particles",
            "粒子",
            [
                "particles", "particle", "dots", "dot", "sparkles", "stars", "粒子", "点点", "小点点", "点点的", "光点", "点状", "星点", "sparks", "圆点", "火花",
            ],
            s => new ParticlesVisual(s)),
    ];

    /// <summary>Null for none.</summary>
    public static VisualRow? Find(VisualStyle style) => Rows.FirstOrDefault(r => r.Style == style);

    /// <summary>Null for none.</summary>
    public static ISoundVisual? Create(VisualStyle style, VisualSpec spec) => Find(style)?.Create(spec);
}
