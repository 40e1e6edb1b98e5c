using System.Globalization;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Reads what the whole picture looks like.</summary>
internal static class LookReader
{
    private static readonly Project Plain = new();

    public static BackgroundKind ReadKind(DraftNode look) =>
        DraftWords<BackgroundKind>.Read(look[DraftKeys.Background][DraftKeys.Kind].Text, BackgroundKind.Gradient);

    /// <param name="look">The metadata of the first picture segment.</param>
    /// <param name="resolve">Finds the file, for kinds that show one.</param>
    public static Background ReadBackground(DraftNode look, Func<Asset> resolve)
    {
        var node = look[DraftKeys.Background];
        var kind = ReadKind(look);
        return new Background(
            kind,
            ReadColor(node[DraftKeys.Color], Plain.Background.Color),
            Palette.Parse(node[DraftKeys.SecondColor].Text),
            kind is BackgroundKind.Image or BackgroundKind.Cover ? resolve() : null)
        {
            Fit = DraftWords<PictureFit>.Read(node[DraftKeys.Fit].Text, PictureFit.Auto),
            Motion = DraftWords<Motion>.Read(node[DraftKeys.Motion].Text, Motion.None),
            Side = DraftWords<HorizontalPlace>.Read(node[DraftKeys.Side].Text, HorizontalPlace.Middle),
            Focus = DraftWords<CropFocus>.Read(node[DraftKeys.Focus].Text, CropFocus.Middle),
            Look = ReadLook(node),
        };
    }

    private static PictureLook ReadLook(DraftNode node) => new()
    {
        Turns = int.TryParse(node[DraftKeys.Turns].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var turns) ? turns % 4 : 0,
        Mirrored = node[DraftKeys.Mirrored].IsTrue,
        Brightness = node[DraftKeys.Brightness].PartIn(0, double.MaxValue, 1),
        Contrast = node[DraftKeys.Contrast].PartIn(0, double.MaxValue, 1),
        Saturation = node[DraftKeys.Saturation].PartIn(0, double.MaxValue, 1),
        Warmth = node[DraftKeys.Warmth].PartIn(0, double.MaxValue, 1),
    };

    public static Visual ReadVisual(DraftNode wave) => new(
        DraftWords<VisualStyle>.Read(wave[DraftKeys.Style].Text, VisualStyle.None),
        ReadColor(wave[DraftKeys.Color], Plain.Visual.Color),
        DraftWords<VerticalPlace>.Read(wave[DraftKeys.Position].Text, Plain.Visual.Place))
    {
        Size = wave[DraftKeys.Size].PartIn(0.2, 3, 1),
        Glow = wave[DraftKeys.Glow].IsTrue,
        Calm = wave[DraftKeys.Calm].PartIn(0.25, 8, 1),
        BarWidth = wave[DraftKeys.BarWidth].PartIn(0.4, 3, 1),
        Start = wave[DraftKeys.Start].Time,
        End = wave[DraftKeys.End].TimeOrNull,
        IsWide = wave[DraftKeys.FullWidth].IsTrue,
    };

    public static Scene? ReadScene(DraftNode node) =>
        node.IsObject ? new Scene(DraftWords<SceneStyle>.Read(node[DraftKeys.Style].Text, SceneStyle.Auto), node[DraftKeys.Mood].Text) : null;

    public static string ReadColor(DraftNode node, string fallback) =>
        node.Text == ColorChoice.Auto ? ColorChoice.Auto : Palette.Parse(node.Text) ?? fallback;
}
