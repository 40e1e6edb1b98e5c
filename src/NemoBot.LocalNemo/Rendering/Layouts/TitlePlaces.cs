using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Measures titles and places them one after the other, each clear of those before.</summary>
internal sealed class TitlePlaces(Arrangement frame)
{
    private const double HighestShare = 0.4;

    /// <summary>Beside a card, and beside a card and captions, long titles are made smaller: there is room for all of them.</summary>
    private const double ShareBesideCard = 0.2;
    private const double ShareBesideBoth = 0.17;
    private const double ShareOverCaptions = 0.22;
    private const double ShareAside = 0.3;

    /// <summary>Of the height beside a card.</summary>
    private const double TitleShare = 0.6;
    private const double ArtistShare = 0.25;

    /// <summary>From one title to the next, in heights of a title.</summary>
    private const double Leading = 1.1;

    private readonly Dictionary<int, PlacedTitle> _placed = [];

    /// <summary>Height beside a card.</summary>
    public double Room { get; set; } = frame.Canvas.Height;

    /// <summary>The columns beside a card.</summary>
    public Columns Beside { get; set; } = CaptionColumn.Usual(frame.Canvas);

    /// <summary>The titles placed so far, in their order.</summary>
    public IReadOnlyList<PlacedTitle> All => [.. _placed.OrderBy(t => t.Key).Select(t => t.Value)];

    /// <summary>Height of titles below each other.</summary>
    public double HeightOf(IEnumerable<int> titles, bool beside) => titles.Sum(i => Measure(i, beside).Height * Leading);

    /// <summary>Width of the widest title beside a card.</summary>
    public double WidthOf(IEnumerable<int> titles) => titles.Select(i => Measure(i, beside: true).Width).DefaultIfEmpty(0).Max();

    /// <summary>Places the titles at the upper and the lower edge.</summary>
    /// <param name="taken">Rows that something else needs.</param>
    public void PlaceAtEdges(IReadOnlyList<Rows> taken)
    {
        foreach (var title in frame.Shown.Where(i => !frame.IsInMiddle(i)).OrderBy(IsUnderTitle))
        {
            Place(title, IdealAtEdge(title), taken, beside: false);
        }
    }

    /// <summary>Places titles below each other.</summary>
    /// <param name="titles">Their indices.</param>
    /// <param name="top">Where the first would be.</param>
    /// <param name="taken">Rows that something else needs.</param>
    public void PlaceInMiddle(IEnumerable<int> titles, double top, IReadOnlyList<Rows> taken)
    {
        foreach (var title in titles)
        {
            Place(title, top + StackedOver(title), taken, frame.IsSideBySide);
        }
    }

    private void Place(int title, double wanted, IReadOnlyList<Rows> taken, bool beside)
    {
        var block = Measure(title, beside);
        var others = _placed.Values.Where(t => AreTogether(t.Title, block.Title)).Select(t => t.Rows);
        var area = beside ? Beside : new Columns(frame.Safe.Side, frame.Canvas.Width - (2 * frame.Safe.Side));
        var top = new RowFinder(frame.Canvas.Height, frame.Safe).Find(wanted, block.Height, [.. taken, .. others]);
        var side = beside && (frame.IsAside || block.Title.Side == HorizontalPlace.Middle) ? HorizontalPlace.Left : block.Title.Side;
        _placed[title] = new PlacedTitle(block.Title, block.Lines, block.Size, top, area, side, beside);
    }

    private TitleBlock Measure(int index, bool beside)
    {
        var (canvas, title) = (frame.Canvas, frame.Project.Titles[index]);
        var most = beside && frame.AreCaptionsBeside ? ShareOverCaptions * canvas.Height
            : beside && frame.IsAside ? Math.Min(ShareAside * canvas.Height, Room * ShareOfRoom(title.Role))
            : beside || !frame.HasCard ? HighestShare * canvas.Height
            : frame.Project.Captions is null ? ShareBesideCard * canvas.Height
            : ShareBesideBoth * Math.Min(canvas.Height, canvas.Width * 1.1);
        var width = beside && frame.IsAside ? SideGroup.TextWidth(canvas, frame.Safe, frame.AsideShare)
            : beside ? canvas.Width * 0.42
            : canvas.Width - (2 * frame.Safe.Side);
        return TitleBlock.Fit(title, canvas, width, most);
    }

    /// <summary>Titles beside a card divide its height, and leave a part of it to the artist.</summary>
    private double ShareOfRoom(TitleRole role) => role == TitleRole.Artist ? ArtistShare
        : TitleShare / Math.Max(1, frame.Shown.Count(i => frame.IsInMiddle(i) && frame.Project.Titles[i].Role != TitleRole.Artist));

    /// <summary>At the bottom later texts are above: the artist goes first, below the title.</summary>
    private bool IsUnderTitle(int title) => frame.Project.Titles[title] is { Place: VerticalPlace.Bottom, Role: not TitleRole.Artist };

    private double IdealAtEdge(int title)
    {
        var block = Measure(title, beside: false);
        return block.Title.Place == VerticalPlace.Top
            ? frame.Safe.Top + StackedOver(title)
            : frame.Canvas.Height - frame.Safe.Bottom - block.Height - StackedUnder(title);
    }

    /// <summary>Height of what comes below at the lower edge: lines are read from above.</summary>
    private double StackedUnder(int title) => HeightOf(
        frame.Shown.Where(i => i > title && frame.Project.Titles[i].Place == VerticalPlace.Bottom && AreTogether(frame.Project.Titles[i], frame.Project.Titles[title])),
        beside: false);

    /// <summary>Height of what was placed before at the same place.</summary>
    private double StackedOver(int title) => _placed
        .Where(t => AreAtOnePlace(t.Key, title) && AreTogether(t.Value.Title, frame.Project.Titles[title]))
        .Sum(t => t.Value.Height * Leading);

    private bool AreAtOnePlace(int one, int other) => frame.IsInMiddle(one) == frame.IsInMiddle(other)
        && (frame.IsInMiddle(other) || frame.Project.Titles[one].Place == frame.Project.Titles[other].Place);

    private bool AreTogether(Title a, Title b) => a.Start < (b.End ?? frame.Project.Duration) && b.Start < (a.End ?? frame.Project.Duration);
}
