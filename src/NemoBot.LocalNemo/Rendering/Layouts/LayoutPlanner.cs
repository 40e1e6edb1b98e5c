using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Places the drawn sound first, captions next to it, then titles, and gives the card what is left.</summary>
internal sealed class LayoutPlanner
{
    /// <summary>Height of the tallest photos that lie on their side, as a part of their width.</summary>
    private const double WidePhoto = 0.75;

    /// <summary>Height of a card and the titles below it in a scene, which has nothing else to show.</summary>
    private const double SceneShare = 0.76;

    private readonly Project _project;
    private readonly Arrangement _frame;
    private readonly TitlePlaces _titles;
    private readonly Canvas _canvas;
    private readonly List<int> _middle;
    private VisualZone? _visual;

    public LayoutPlanner(Project project, bool hasCard)
    {
        (_project, _canvas) = (project, project.Canvas);
        _frame = new Arrangement(project, hasCard);
        _titles = new TitlePlaces(_frame);
        _middle = [.. _frame.Shown.Where(_frame.IsInMiddle).OrderBy(i => _frame.IsAside && project.Titles[i].Role == TitleRole.Artist)];
    }

    /// <summary>Between a card and the titles below it: a plate reaches into it, and the card's shadow.</summary>
    private double CardGap => Math.Min(_canvas.Width, _canvas.Height) * 0.045;

    public FrameLayout Find()
    {
        _visual = ClearOfTitles(FindVisual());
        var edges = new EdgeParts(_project, _frame.Safe, _visual, _frame.Gap);
        var progress = edges.FindProgress();
        var captions = _frame.AreCaptionsBeside ? null : edges.FindCaptions(progress, _frame.AreCaptionsAlone);
        FitRing(captions?.Rows);
        List<Rows> taken = [.. ((Rows?[])[_frame.IsRing ? null : _visual?.Rows, progress?.Rows, captions?.Rows]).OfType<Rows>()];
        _titles.PlaceAtEdges(taken);

        var free = FindFree(captions?.Rows);
        _titles.Room = _frame.IsAside ? free.Height : _titles.Room;
        var tall = _titles.HeightOf(_middle, _frame.IsSideBySide);
        var card = FindCard(free, tall);
        var beside = _frame.AreCaptionsBeside ? new CaptionColumn(_canvas, _project.Captions!, tall, _titles.Beside) : null;
        if (_frame is { HasCard: true, IsRing: false, IsSideBySide: false })
        {
            taken.Add(new Rows((int)(card.CenterY - (card.Height / 2)), card.Height));
        }

        var top = TopOfMiddle(card, beside?.Height ?? tall);
        _titles.PlaceInMiddle(_middle, top, taken);
        return new FrameLayout(_frame.Safe, _visual, _titles.All, beside?.PlaceAt(top) ?? captions, card, progress);
    }

    private VisualZone? FindVisual()
    {
        if (_project.Visual.Style == VisualStyle.None)
        {
            return null;
        }

        var zone = VisualZone.Find(_canvas, _project.Visual, _frame.HasText, _frame.IsVisualAlone);
        return _frame.IsCrowded ? zone.Flatter() : zone;
    }

    /// <summary>A title at the same edge gets the edge, the drawn sound is next to it.</summary>
    private VisualZone? ClearOfTitles(VisualZone? band)
    {
        if (_frame.IsRing || band is null || _project.Visual.Place == VerticalPlace.Middle)
        {
            return band;
        }

        var isTop = _project.Visual.Place == VerticalPlace.Top;
        var tall = _titles.HeightOf(_frame.Shown.Where(i => !_frame.IsInMiddle(i) && _project.Titles[i].Place == _project.Visual.Place), beside: false);
        if (tall == 0)
        {
            return band;
        }

        var top = isTop
            ? Math.Max(band.Rows.Top, _frame.Safe.Top + tall + _frame.Gap)
            : Math.Min(band.Rows.Top, _canvas.Height - _frame.Safe.Bottom - tall - _frame.Gap - band.Rows.Height);
        var farthest = (_canvas.Height - band.Rows.Height) / 2.0;
        top = isTop ? Math.Min(top, Math.Max(farthest, band.Rows.Top)) : Math.Max(top, Math.Min(farthest, band.Rows.Top));
        return band with { Rows = new Rows((int)top & ~1, band.Rows.Height) };
    }

    /// <summary>Makes a ring as large as captions and titles leave it, and moves it to the side that was asked for.</summary>
    private void FitRing(Rows? captions)
    {
        if (!_frame.IsRing || _visual is not { } found)
        {
            return;
        }

        var below = _frame.IsAside ? 0 : _titles.HeightOf(_middle, _frame.IsSideBySide);
        var ring = new RingFit(_canvas, _frame.Safe, _frame.Gap).Fit(found, captions, below);
        _visual = _frame.IsAside ? StandAside(ring) : ring;
    }

    private VisualZone StandAside(VisualZone ring)
    {
        var width = Math.Min(ring.Width, FrameMath.Even(_canvas.Width * _frame.AsideShare));
        return new VisualZone((int)(StandAside(width) - (width / 2)) & ~1, width, new Rows((ring.Rows.Top + ((ring.Rows.Height - width) / 2)) & ~1, width));
    }

    /// <summary>Gives the text the other side of a card or a ring.</summary>
    /// <param name="card">Its width.</param>
    /// <returns>The column of its middle.</returns>
    private double StandAside(double card)
    {
        var text = _frame.AreCaptionsBeside ? _canvas.Width : _titles.WidthOf(_middle);
        var group = new SideGroup(_canvas, _frame.Safe, _frame.Side, card, text);
        _titles.Beside = group.Text;
        return group.CardCenter;
    }

    /// <summary>The widest stretch of rows that nothing else needs.</summary>
    private Rows FindFree(Rows? captions)
    {
        List<Rows> taken = [.. _titles.All.Select(t => t.Rows)];
        if (_visual is not null && !_frame.IsRing && (_frame.IsAside || _project.Background.Side != HorizontalPlace.Middle || _project.Visual.Place != VerticalPlace.Middle))
        {
            taken.Add(_visual.Rows);
        }

        if (captions is { } text && _project.Captions!.Place != VerticalPlace.Middle)
        {
            taken.Add(text);
        }

        return new RowFinder(_canvas.Height, _frame.Safe).FindWidest(taken);
    }

    /// <param name="free">Rows that nothing else needs.</param>
    /// <param name="below">Height of the titles of the middle.</param>
    private CardZone FindCard(Rows free, double below)
    {
        if (_frame.IsRing && _visual is { } ring)
        {
            var disc = FrameMath.Even(ring.Width * VisualZone.InnerRing) - 8;
            return new CardZone(ring.Left + (ring.Width / 2.0), ring.Rows.Top + (ring.Rows.Height / 2.0), disc, disc, IsRound: true);
        }

        below = _frame.IsSideBySide || !(_frame.HasCard || _frame.StacksSlides) || below == 0 ? 0 : below + CardGap;
        var share = !_frame.IsWide ? 0.56 : _project.Scene is null ? 0.62 : SceneShare;
        var height = Math.Min(free.Height * 0.9, _canvas.Height * share) - below;
        var middle = free.Top + ((free.Height - below) / 2);
        var box = new CardBox(_project.Background, Math.Max(height, _canvas.Height * 0.1));
        return _frame.IsAside ? box.At(width => StandAside(width), middle, _canvas.Width * _frame.AsideShare, fits: true)
            : box.At(_ => _canvas.Width * (_frame.IsSideBySide ? 0.29 : 0.5), middle, _canvas.Width * (_frame.IsSideBySide ? 0.36 : 0.76), fits: false);
    }

    /// <summary>Where the titles of the middle begin.</summary>
    /// <param name="card">The card; where there is none, the place that it would have.</param>
    /// <param name="height">Of the titles, and of the captions beside the card with them.</param>
    private double TopOfMiddle(CardZone card, double height) => _frame switch
    {
        { IsRing: true, IsAside: false } => _visual!.Rows.Bottom + _frame.Gap,
        { IsSideBySide: true } => card.CenterY - (height / 2),
        { HasCard: true } => card.CenterY + (card.Height / 2) + CardGap,
        { StacksSlides: true } => card.CenterY + (_canvas.Width * WidePhoto / 2) + _frame.Gap,
        _ => (_canvas.Height - height) / 2,
    };
}
