using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Places the drawn sound first, captions next to it, then titles, and gives the card what is left.</summary>
internal sealed class LayoutPlanner(Project project, bool hasCard)
{
    /// <summary>Height of the tallest photos that lie on their side, as a part of their width.</summary>
    private const double WidePhoto = 0.75;
    private const double HighestShare = 0.4;

    /// <summary>Beside a card, and beside a card and captions, long titles are made smaller: there is room for all of them.</summary>
    private const double ShareBesideCard = 0.2;
    private const double ShareBesideBoth = 0.17;
    private const double ShareOverCaptions = 0.22;
    private const double ShareAside = 0.3;

    /// <summary>Of the height beside a card.</summary>
    private const double TitleShare = 0.6;
    private const double ArtistShare = 0.25;

    /// <summary>Height of a card and the titles below it in a scene, which has nothing else to show.</summary>
    private const double SceneShare = 0.76;
    private readonly Canvas _canvas = project.Canvas;
    private readonly SafeArea _safe = SafeArea.Find(project.Canvas);
    private readonly HorizontalPlace _side = hasCard ? CardSide.Of(project) : HorizontalPlace.Middle;
    private VisualZone? _visual;
    private double _room = project.Canvas.Height;
    private Columns _beside = CaptionColumn.Usual(project.Canvas);
    private readonly Dictionary<int, PlacedTitle> _titles = [];

    private bool IsRing => project.Visual.Style == VisualStyle.Circle;

    private bool IsWide => _canvas.Width > _canvas.Height * 1.25;

    /// <summary>Card on the left, text on the right. In a scene the card comes and goes, and the titles with their own times.</summary>
    private bool IsSideBySide => IsAside || (HasRoomBesideCard && (AreCaptionsBeside || project.Titles.Any(t => t.Place == VerticalPlace.Middle)));

    private bool HasRoomBesideCard => hasCard && IsWide && !IsRing && project.Scene is null;

    /// <summary>A side was asked for.</summary>
    private bool IsAside => _side != HorizontalPlace.Middle;

    /// <summary>Most of the frame's width that a card takes there; the rays of a ring are part of it.</summary>
    private double AsideShare => IsRing ? 0.44 : 0.38;

    /// <summary>Below each other, a card, captions and the drawn sound would leave the card a fifth of the height.</summary>
    private bool AreCaptionsBeside => HasRoomBesideCard && IsOverVisual;

    /// <summary>The captions would be right above the drawn sound.</summary>
    private bool IsOverVisual => project is
    {
        Captions: { Lines.Count: > 0, Place: VerticalPlace.Bottom },
        Visual: { Style: not VisualStyle.None, Place: VerticalPlace.Bottom },
    };

    /// <summary>A card, a title and captions are above the drawn sound, below each other.</summary>
    private bool IsCrowded => hasCard && !IsWide && !IsRing && IsOverVisual && Shown.Any(IsInMiddle);

    /// <summary>Photos fill the width of tall video and a third of its height: titles of the middle are right below them.</summary>
    private bool StacksSlides => project.Slides.Count > 0 && _canvas.Height > _canvas.Width * 1.25;

    private double Gap => _canvas.Height * 0.02;

    /// <summary>Between a card and the titles below it: a plate reaches into it, and the card's shadow.</summary>
    private double CardGap => Math.Min(_canvas.Width, _canvas.Height) * 0.045;

    public FrameLayout Find()
    {
        _visual = FindVisual();
        _visual = ClearOfTitles();
        var edges = new EdgeParts(project, _safe, _visual, Gap);
        var progress = edges.FindProgress();
        var isAlone = !hasCard && !IsRing && IsOverVisual && HasNoPicture(project) && !Shown.Any();
        var captions = AreCaptionsBeside ? null : edges.FindCaptions(progress, isAlone);
        var middle = Shown.Where(IsInMiddle).OrderBy(i => IsAside && project.Titles[i].Role == TitleRole.Artist).ToList();
        var tall = middle.Sum(i => BlockOf(i, IsSideBySide).Height * 1.1);
        _visual = IsRing && _visual is { } ring ? new RingFit(_canvas, _safe, Gap).Fit(ring, captions?.Rows, IsAside ? 0 : tall) : _visual;
        if (IsAside && IsRing)
        {
            StandRingAside();
        }

        List<Rows> taken = [.. ((Rows?[])[IsRing ? null : _visual?.Rows, progress?.Rows, captions?.Rows]).OfType<Rows>()];
        foreach (var index in Shown.Where(i => !IsInMiddle(i)).OrderBy(IsUnderTitle))
        {
            Place(index, IdealAtEdge(index), taken, beside: false);
        }

        var free = FindFree(captions?.Rows);
        if (IsAside)
        {
            _room = free.Height;
            tall = middle.Sum(i => BlockOf(i, beside: true).Height * 1.1);
        }

        var card = FindCard(free, tall);
        var beside = AreCaptionsBeside ? new CaptionColumn(_canvas, project.Captions!, tall, _beside) : null;
        var top = IsRing && !IsAside ? _visual!.Rows.Bottom + Gap
            : IsSideBySide ? card.CenterY - ((beside?.Height ?? tall) / 2)
            : hasCard ? card.CenterY + (card.Height / 2) + CardGap
            : StacksSlides ? card.CenterY + (_canvas.Width * WidePhoto / 2) + Gap
            : (_canvas.Height - tall) / 2;
        if (hasCard && !IsRing && !IsSideBySide)
        {
            taken.Add(new Rows((int)(card.CenterY - (card.Height / 2)), card.Height));
        }

        foreach (var index in middle)
        {
            Place(index, top + StackedOver(index), taken, IsSideBySide);
        }

        return new FrameLayout(_safe, _visual, [.. _titles.OrderBy(t => t.Key).Select(t => t.Value)], beside?.PlaceAt(top) ?? captions, card, progress);
    }

    /// <summary>Beside or below a card. Beside one the artist goes with the title, wherever it would be alone.</summary>
    private bool IsInMiddle(int index) => project.Titles[index] is { Place: VerticalPlace.Middle }
        || (IsAside && project.Titles[index] is { Role: TitleRole.Artist, Side: HorizontalPlace.Middle }
            && project.Titles.Any(t => t is { Role: not TitleRole.Artist, Place: VerticalPlace.Middle }));

    /// <summary>At the bottom later texts are above: the artist goes first, below the title.</summary>
    private bool IsUnderTitle(int index) => project.Titles[index] is { Place: VerticalPlace.Bottom, Role: not TitleRole.Artist };

    private IEnumerable<int> Shown => Enumerable.Range(0, project.Titles.Count).Where(i => !string.IsNullOrWhiteSpace(project.Titles[i].Text));

    /// <summary>A title at the same edge gets the edge, the drawn sound is next to it.</summary>
    private VisualZone? ClearOfTitles()
    {
        if (IsRing || _visual is not { } band || project.Visual.Place == VerticalPlace.Middle)
        {
            return _visual;
        }

        var tall = Shown.Where(i => !IsInMiddle(i) && project.Titles[i].Place == project.Visual.Place).Sum(i => BlockOf(i, beside: false).Height * 1.1);
        if (tall == 0)
        {
            return band;
        }

        var top = project.Visual.Place == VerticalPlace.Top
            ? Math.Max(band.Rows.Top, _safe.Top + tall + Gap)
            : Math.Min(band.Rows.Top, _canvas.Height - _safe.Bottom - tall - Gap - band.Rows.Height);
        var farthest = (_canvas.Height - band.Rows.Height) / 2.0;
        top = project.Visual.Place == VerticalPlace.Top ? Math.Min(top, Math.Max(farthest, band.Rows.Top)) : Math.Max(top, Math.Min(farthest, band.Rows.Top));
        return band with { Rows = new Rows((int)top & ~1, band.Rows.Height) };
    }

    private void Place(int index, double wanted, List<Rows> taken, bool beside)
    {
        var block = BlockOf(index, beside);
        var others = _titles.Values.Where(t => AreTogether(t.Title, block.Title)).Select(t => t.Rows);
        var area = beside ? _beside : new Columns(_safe.Side, _canvas.Width - (2 * _safe.Side));
        var top = new RowFinder(_canvas.Height, _safe).Find(wanted, block.Height, [.. taken, .. others]);
        var side = beside && (IsAside || block.Title.Side == HorizontalPlace.Middle) ? HorizontalPlace.Left : block.Title.Side;
        _titles[index] = new PlacedTitle(block.Title, block.Lines, block.Size, top, area, side, beside);
    }

    private TitleBlock BlockOf(int index, bool beside)
    {
        var most = beside && AreCaptionsBeside ? ShareOverCaptions * _canvas.Height
            : beside && IsAside ? Math.Min(ShareAside * _canvas.Height, _room * ShareOfRoom(project.Titles[index].Role))
            : beside || !hasCard ? HighestShare * _canvas.Height
            : project.Captions is null ? ShareBesideCard * _canvas.Height
            : ShareBesideBoth * Math.Min(_canvas.Height, _canvas.Width * 1.1);
        var width = beside && IsAside ? SideGroup.TextWidth(_canvas, _safe, AsideShare) : beside ? _canvas.Width * 0.42 : _canvas.Width - (2 * _safe.Side);
        return TitleBlock.Fit(project.Titles[index], _canvas, width, most);
    }

    /// <summary>Titles beside a card divide its height, and leave a part of it to the artist.</summary>
    private double ShareOfRoom(TitleRole role) => role == TitleRole.Artist ? ArtistShare
        : TitleShare / Math.Max(1, Shown.Count(i => IsInMiddle(i) && project.Titles[i].Role != TitleRole.Artist));

    private double IdealAtEdge(int index)
    {
        var block = BlockOf(index, beside: false);
        return block.Title.Place == VerticalPlace.Top
            ? _safe.Top + StackedOver(index)
            : _canvas.Height - _safe.Bottom - block.Height - StackedUnder(index);
    }

    /// <summary>Height of what comes below at the lower edge: lines are read from above.</summary>
    private double StackedUnder(int index) => Shown
        .Where(i => i > index && project.Titles[i].Place == VerticalPlace.Bottom && AreTogether(project.Titles[i], project.Titles[index]))
        .Sum(i => BlockOf(i, beside: false).Height * 1.1);

    /// <summary>Height of what was placed before at the same place.</summary>
    private double StackedOver(int index) => _titles
        .Where(t => AreAtOnePlace(t.Key, index) && AreTogether(t.Value.Title, project.Titles[index]))
        .Sum(t => t.Value.Height * 1.1);

    private bool AreAtOnePlace(int one, int other) => IsInMiddle(one) == IsInMiddle(other)
        && (IsInMiddle(other) || project.Titles[one].Place == project.Titles[other].Place);

    /// <summary>The widest stretch of rows that nothing else needs.</summary>
    private Rows FindFree(Rows? captions)
    {
        List<Rows> taken = [.. _titles.Values.Select(t => t.Rows)];
        if (_visual is not null && !IsRing && (IsAside || project.Background.Side != HorizontalPlace.Middle || project.Visual.Place != VerticalPlace.Middle))
        {
            taken.Add(_visual.Rows);
        }

        if (captions is { } text && project.Captions!.Place != VerticalPlace.Middle)
        {
            taken.Add(text);
        }

        return new RowFinder(_canvas.Height, _safe).FindWidest(taken);
    }

    /// <param name="free">Rows that nothing else needs.</param>
    /// <param name="below">Height of the titles of the middle.</param>
    private CardZone FindCard(Rows free, double below)
    {
        if (IsRing && _visual is { } ring)
        {
            var disc = FrameMath.Even(ring.Width * VisualZone.InnerRing) - 8;
            return new CardZone(ring.Left + (ring.Width / 2.0), ring.Rows.Top + (ring.Rows.Height / 2.0), disc, disc, IsRound: true);
        }

        below = IsSideBySide || !(hasCard || StacksSlides) || below == 0 ? 0 : below + CardGap;
        var height = Math.Min(free.Height * 0.9, _canvas.Height * (!IsWide ? 0.56 : project.Scene is null ? 0.62 : SceneShare)) - below;
        var middle = free.Top + ((free.Height - below) / 2);
        var box = new CardBox(project.Background, Math.Max(height, _canvas.Height * 0.1));
        return IsAside ? box.At(width => StandAside(width), middle, _canvas.Width * AsideShare, fits: true)
            : box.At(_ => _canvas.Width * (IsSideBySide ? 0.29 : 0.5), middle, _canvas.Width * (IsSideBySide ? 0.36 : 0.76), fits: false);
    }

    private VisualZone? FindVisual()
    {
        if (project.Visual.Style == VisualStyle.None)
        {
            return null;
        }

        var hasText = IsAside ? Shown.Any(i => !IsInMiddle(i)) : HasText(project);
        var zone = VisualZone.Find(_canvas, project.Visual, hasText, isAlone: !hasCard && HasNoPicture(project) && project.Titles.Count == 0);
        return IsCrowded ? zone.Flatter() : zone;
    }

    private void StandRingAside()
    {
        var (ring, width) = (_visual!, Math.Min(_visual!.Width, FrameMath.Even(_canvas.Width * AsideShare)));
        _visual = new VisualZone((int)(StandAside(width) - (width / 2)) & ~1, width, new Rows((ring.Rows.Top + ((ring.Rows.Height - width) / 2)) & ~1, width));
    }

    /// <summary>Gives the text the other side of a card or a ring.</summary>
    /// <param name="card">Its width.</param>
    /// <returns>The column of its middle.</returns>
    private double StandAside(double card)
    {
        var text = AreCaptionsBeside ? _canvas.Width : Shown.Where(IsInMiddle).Select(i => BlockOf(i, beside: true).Width).DefaultIfEmpty(0).Max();
        var group = new SideGroup(_canvas, _safe, _side, card, text);
        _beside = group.Text;
        return group.CardCenter;
    }

    private static bool HasNoPicture(Project project) =>
        project is { Scene: null, Slides.Count: 0, Background.Kind: BackgroundKind.Gradient or BackgroundKind.Color };

    private static bool HasText(Project project) => project.Titles.Count > 0 || project.Captions is { Lines.Count: > 0 };

    private bool AreTogether(Title a, Title b) => a.Start < (b.End ?? project.Duration) && b.Start < (a.End ?? project.Duration);
}
