using NemoBot.LocalNemo.Captioning.Drawing;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Captions in the column beside a card, under the titles there.</summary>
/// <param name="canvas">The frame.</param>
/// <param name="captions">Style and size.</param>
/// <param name="titles">Height of the titles above them; 0: none.</param>
/// <param name="area">The column.</param>
internal sealed class CaptionColumn(Canvas canvas, Captions captions, double titles, Columns area)
{
    /// <summary>Of the usual size, where they are all there is to see.</summary>
    private const double LargeScale = 1.5;

    /// <summary>Tall video has room for less in a line.</summary>
    private const double LargeScaleOfTall = 1.2;

    /// <summary>Beside a card, where nobody but the card is seen with them.</summary>
    private const double BesideScale = 1.25;
    private readonly double _gap = titles > 0 ? canvas.Height * 0.04 : 0;

    /// <summary>Of titles and captions together.</summary>
    public double Height => titles + _gap + HeightOf(Look);

    private CaptionLook Look => CaptionLook.Of(captions with { Size = captions.Size * BesideScale }, canvas, anchor: null, (area.Left, area.Width));

    /// <summary>The columns beside a card that nobody placed.</summary>
    public static Columns Usual(Canvas canvas) => new(canvas.Width * 0.52, canvas.Width * 0.42);

    /// <summary>Large ones in the middle of rows that nothing else needs: with neither picture nor title they are what is seen.</summary>
    public static CaptionPlace Alone(Canvas canvas, Captions captions, Rows free)
    {
        var scale = canvas.Height > canvas.Width * 1.1 ? LargeScaleOfTall : LargeScale;
        var height = Math.Min(HeightOf(CaptionLook.Of(captions with { Size = captions.Size * scale }, canvas)), free.Height);
        return Centered(free.Top + ((free.Height - height) / 2.0), height) with { Scale = scale };
    }

    /// <param name="top">Upper edge of the titles.</param>
    public CaptionPlace PlaceAt(double top) => Centered(top + titles + _gap, HeightOf(Look)) with { Area = area, Scale = BesideScale };

    private static CaptionPlace Centered(double top, double height)
    {
        var rows = new Rows((int)top & ~1, ((int)height + 1) & ~1);
        return new CaptionPlace(rows, rows.Top + (rows.Height / 2.0)) { IsCentered = true };
    }

    private static double HeightOf(CaptionLook look) => look.FontSize * (look.MaxLines + 0.5);
}
