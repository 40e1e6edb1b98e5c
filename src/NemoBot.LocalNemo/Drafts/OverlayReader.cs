using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Reads what is laid over the background: slides, logos, titles, captions.</summary>
internal sealed class OverlayReader(Func<DraftNode, Asset> assetOf)
{
    public Slide ReadSlide(DraftNode segment)
    {
        var m = segment[DraftKeys.Metadata];
        return new Slide(assetOf(segment), segment[DraftKeys.Start].Time, segment[DraftKeys.Length].Time)
        {
            Motion = DraftWords<Motion>.Read(m[DraftKeys.Motion].Text, Motion.None),
            Crossfade = m[DraftKeys.Crossfade].Time,
            OwnLength = m[DraftKeys.OwnLength].Time is var own && own > TimeSpan.Zero ? own : null,
        };
    }

    public Overlay ReadOverlay(DraftNode segment)
    {
        var m = segment[DraftKeys.Metadata];
        return new Overlay(
            assetOf(segment),
            DraftWords<Corner>.Read(m[DraftKeys.Corner].Text, Corner.TopRight),
            m[DraftKeys.Size].PartIn(0.02, 1, 0.15),
            m[DraftKeys.Margin].PartIn(0, 0.4, 0.04))
        {
            Opacity = m[DraftKeys.Opacity].NumberIn(0, 1, 1),
            Start = segment[DraftKeys.Start].Time,
            End = EndOf(segment),
        };
    }

    /// <summary>Null for a title without text.</summary>
    public static Title? ReadTitle(DraftNode segment)
    {
        var m = segment[DraftKeys.Metadata];
        return m[DraftKeys.Text].Text is not { Length: > 0 } text ? null : new Title(
            text,
            segment[DraftKeys.Start].Time,
            EndOf(segment),
            LookReader.ReadColor(m[DraftKeys.Color], "#ffffff"),
            m[DraftKeys.Size].PartIn(0.02, 0.4, 0.1),
            DraftWords<VerticalPlace>.Read(m[DraftKeys.Position].Text, VerticalPlace.Middle),
            m[DraftKeys.FadeIn].Time,
            m[DraftKeys.FadeOut].Time)
        {
            Role = DraftWords<TitleRole>.Read(m[DraftKeys.TextRole].Text, TitleRole.Text),
            Side = DraftWords<HorizontalPlace>.Read(m[DraftKeys.Side].Text, HorizontalPlace.Middle),
            Font = Lettering.Read(m[DraftKeys.Font].Text),
            Bold = !m[DraftKeys.Bold].IsFalse,
            Italic = m[DraftKeys.Italic].IsTrue,
            Plate = m[DraftKeys.Plate].IsTrue,
            PlateColor = m[DraftKeys.PlateColor].Text is null ? null : LookReader.ReadColor(m[DraftKeys.PlateColor], "#000000"),
            Outline = m[DraftKeys.Outline].Text is null ? null : LookReader.ReadColor(m[DraftKeys.Outline], ColorChoice.Auto),
        };
    }

    /// <summary>Null if there is no such track.</summary>
    public static Captions? ReadCaptions(DraftNode track)
    {
        if (!track.IsObject)
        {
            return null;
        }

        var m = track[DraftKeys.Metadata];
        var plain = new Captions([]);
        return new Captions([.. track[DraftKeys.Segments].Items.Select(ReadLine).Where(l => l.Text.Length > 0)])
        {
            Style = DraftWords<CaptionStyle>.Read(m[DraftKeys.Style].Text, CaptionStyle.Classic),
            Place = DraftWords<VerticalPlace>.Read(m[DraftKeys.Position].Text, plain.Place),
            Size = m[DraftKeys.Size].PartIn(0.02, 0.3, plain.Size),
            Color = LookReader.ReadColor(m[DraftKeys.Color], plain.Color),
            Bold = m[DraftKeys.Bold].IsTrue ? true : m[DraftKeys.Bold].IsFalse ? false : null,
            Font = Lettering.Read(m[DraftKeys.Font].Text),
            Italic = m[DraftKeys.Italic].IsTrue,
            Most = m[DraftKeys.Most].Number is { } most and >= 1 and <= 100 ? (int)most : null,
            Language = m[DraftKeys.Language].Text,
            Source = DraftWords<CaptionSource>.Read(m[DraftKeys.Source].Text, CaptionSource.File),
        };
    }

    private static TimeSpan? EndOf(DraftNode segment) =>
        segment[DraftKeys.OpenEnd].IsTrue ? null : segment[DraftKeys.Start].Time + segment[DraftKeys.Length].Time;

    private static CaptionLine ReadLine(DraftNode segment)
    {
        var start = segment[DraftKeys.Start].Time;
        return new CaptionLine(start, start + segment[DraftKeys.Length].Time, segment[DraftKeys.Metadata][DraftKeys.Text].Text ?? "")
        {
            Words = [.. segment[DraftKeys.Words].Items.Select(ReadWord).OfType<CaptionWord>()],
        };
    }

    private static CaptionWord? ReadWord(DraftNode word) =>
        word.Items.ToList() is [var start, var end, { Text: { } text }] ? new CaptionWord(start.Time, end.Time, text) : null;
}
