using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Backgrounds;
using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Titles;
using NemoBot.LocalNemo.Rendering.Tones;
using NemoBot.Tests.LocalNemo;
using Xunit;

namespace NemoBot.Tests.Rendering;

public sealed class LayoutTests
{
    private static readonly (int Width, int Height)[] Sizes = [(1920, 1080), (1080, 1920), (1080, 1080), (1080, 1350), (320, 180)];

    public static TheoryData<int, int, VisualStyle, VerticalPlace, VerticalPlace, bool> Cases =>
    [
        .. from size in Sizes
           from style in new[] { VisualStyle.Bars, VisualStyle.Circle, VisualStyle.None }
           from visual in Enum.GetValues<VerticalPlace>()
           from title in Enum.GetValues<VerticalPlace>()
           from card in new[] { false, true }
           select (size.Width, size.Height, style, visual, title, card),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_covers_anything_else(int width, int height, VisualStyle style, VerticalPlace visual, VerticalPlace title, bool card)
    {
        var project = new Project
        {
            Canvas = new Canvas(width, height, 30),
            Clips = [new Clip(Facts.Talk(), TimeSpan.Zero, TimeSpan.FromSeconds(10))],
            Visual = new Visual(style, "#ffffff", visual),
            Titles = [Projects.Title("Night Shift Ep 4", place: title), Projects.Title("Ana", place: title) with { Size = 0.05 }],
            Captions = new Captions([new CaptionLine(TimeSpan.Zero, TimeSpan.FromSeconds(1), "x")]) { Place = style == VisualStyle.Circle ? title : VerticalPlace.Bottom },
        };
        var layout = FrameLayout.Find(project, card);
        List<(string Name, Rows Rows)> parts = [("first", layout.Titles[0].Rows), ("second", layout.Titles[1].Rows), ("captions", layout.Captions!.Rows)];
        parts.AddRange(layout.Visual is { } zone ? [("visual", zone.Rows)] : []);
        Assert.All(parts, p => Assert.True(p.Rows.Top >= 0 && p.Rows.Bottom <= height, $"{p}"));
        foreach (var (a, b) in from a in parts from b in parts where a.Name.CompareTo(b.Name) < 0 select (a, b))
        {
            // A ring takes most of the height of a wide frame: long titles go over its rays there, captions never.
            var isRing = style == VisualStyle.Circle && (a.Name == "visual" || b.Name == "visual") && a.Name != "captions" && b.Name != "captions";
            Assert.True(isRing || a.Rows.Within(b.Rows).Height <= 2, $"{a} {b}");
        }
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1920)]
    [InlineData(1080, 1080)]
    public void A_ring_a_card_and_the_sound_leave_room_for_the_words_beside_them(int width, int height)
    {
        var project = new Project
        {
            Canvas = new Canvas(width, height, 30),
            Clips = [new Clip(Facts.Talk(), TimeSpan.Zero, TimeSpan.FromSeconds(10))],
            Visual = new Visual(VisualStyle.Circle, "#ffffff", VerticalPlace.Middle),
            Titles = [Projects.Title("Midnight Drive", place: VerticalPlace.Middle), Projects.Title("Ana", place: VerticalPlace.Middle) with { Size = 0.06 }],
        };
        var ring = FrameLayout.Find(project, hasCard: true);
        Assert.All(ring.Titles, t => Assert.True(t.Top >= ring.Visual!.Rows.Bottom && t.Top + t.Height <= height, $"{t}"));
        Assert.True(ring.Titles[0].Top < ring.Titles[1].Top);

        var bars = project with { Visual = new Visual(VisualStyle.Bars, "#ffffff", VerticalPlace.Bottom), Titles = [Projects.Title("Small machines", place: VerticalPlace.Bottom)] };
        var below = FrameLayout.Find(bars, hasCard: true);
        Assert.True(below.Titles[0].Top >= below.Visual!.Rows.Bottom);

        var words = bars with
        {
            Titles = [Projects.Title("A Very Long Title of an Episode about Small Machines and Big Ideas")],
            Captions = new Captions([new CaptionLine(TimeSpan.Zero, TimeSpan.FromSeconds(1), "x")]) { Style = height > width ? CaptionStyle.Big : CaptionStyle.Classic },
        };
        var full = FrameLayout.Find(words, hasCard: true);
        var card = new Rows((int)(full.Card.CenterY - (full.Card.Height / 2)), full.Card.Height);
        Assert.True(full.Card.Height > (width > height ? 0.3 : 0.1) * height, $"{card}");
        var isBeside = full.Captions!.Area?.Left >= full.Card.CenterX + (full.Card.Width / 2);
        Assert.Equal(width > height, isBeside);
        Assert.All((Rows[])[full.Titles[0].Rows, .. isBeside ? (Rows[])[] : [full.Captions.Rows], full.Visual!.Rows], r => Assert.True(r.Within(card).Height <= 2, $"{r} {card}"));
    }

    public static TheoryData<int, int, VisualStyle, VerticalPlace, HorizontalPlace, bool> SideCases =>
    [
        .. from size in Sizes
           from style in new[] { VisualStyle.Bars, VisualStyle.Circle, VisualStyle.None }
           from visual in Enum.GetValues<VerticalPlace>()
           from side in new[] { HorizontalPlace.Left, HorizontalPlace.Right }
           from captions in new[] { false, true }
           select (size.Width, size.Height, style, visual, side, captions),
    ];

    [Theory]
    [MemberData(nameof(SideCases))]
    public void Art_at_a_side_has_its_part_to_itself_and_the_text_the_other(int width, int height, VisualStyle style, VerticalPlace visual, HorizontalPlace side, bool captions)
    {
        var project = new Project
        {
            Canvas = new Canvas(width, height, 30),
            Clips = [new Clip(Facts.Talk(), TimeSpan.Zero, TimeSpan.FromSeconds(10))],
            Visual = new Visual(style, "#ffffff", visual),
            Background = new Background(BackgroundKind.Image, "#000000", null, Facts.File("cover.png", Facts.Image() with { Width = 600 })) { Side = side },
            Titles = [Projects.Title("Mara Solveig", place: VerticalPlace.Bottom) with { Role = TitleRole.Artist, Size = 0.06 }, Projects.Title("Neon Rain over the City", place: VerticalPlace.Middle) with { Role = TitleRole.Title, Side = side }],
            Captions = captions ? new Captions([new CaptionLine(TimeSpan.Zero, TimeSpan.FromSeconds(1), "x")]) : null,
        };
        var layout = FrameLayout.Find(project, hasCard: true);
        var (artist, title, card) = (layout.Titles[0], layout.Titles[1], layout.Card);
        Rows rows = new((int)(card.CenterY - (card.Height / 2)), card.Height);
        Assert.True(style == VisualStyle.Circle || layout.Visual is not { } band || band.Rows.Within(rows).Height <= 2, $"{layout.Visual} {rows}");
        if (width < height)
        {
            Assert.Equal(width / 2.0, card.CenterX, 2.0);
            return;
        }

        // Title above artist, both from the same column on, and none of it over the art.
        Assert.True(title.Top < artist.Top && title.Area == artist.Area && title.Side == HorizontalPlace.Left);
        var (left, right) = (title.Area.Left, title.Area.Left + title.Area.Width);
        Assert.True(side == HorizontalPlace.Left ? left >= card.CenterX + (card.Width / 2) : right <= card.CenterX - (card.Width / 2), $"{title} {card}");
        Assert.InRange(card.CenterX - (card.Width / 2), 0.03 * width, width);
        Assert.InRange(right, 0, width);
        Assert.All((Rows?[])[layout.Captions?.Area is null ? layout.Captions?.Rows : null, style == VisualStyle.Circle ? null : layout.Visual?.Rows], r => Assert.True(r is not { } other || (other.Within(title.Rows).Height <= 2 && other.Within(artist.Rows).Height <= 2), $"{r} {title} {artist}"));
    }

    [Fact]
    public void Captions_that_are_alone_are_large_and_in_the_middle()
    {
        var project = new Project { Captions = new Captions([new CaptionLine(TimeSpan.Zero, TimeSpan.FromSeconds(2), "Hello")]) };
        var place = FrameLayout.Find(project, hasCard: false).Captions!;
        Assert.InRange((place.Rows.Top + place.Rows.Bottom) / 2.0 / project.Canvas.Height, 0.3, 0.5);
        Assert.True(place.Fit(project.Captions!).Size > project.Captions!.Size);
        Assert.Equal(1, FrameLayout.Find(project with { Titles = [Projects.Title("Hello")] }, hasCard: false).Captions!.Scale);
    }

    [Fact]
    public void A_long_title_leaves_a_card_half_of_tall_video()
    {
        var project = new Project
        {
            Canvas = new Canvas(1080, 1920, 30),
            Titles = [Projects.Title("The Long and Winding Road to Somewhere Quite Else", place: VerticalPlace.Middle)],
        };
        Assert.True(FrameLayout.Find(project, hasCard: true).Card.Height > 0.5 * project.Canvas.Width);
    }

    [Fact]
    public void Sound_that_is_alone_on_tall_video_is_near_the_middle()
    {
        var alone = new Project { Canvas = new Canvas(1080, 1920, 30), Captions = new Captions([new CaptionLine(TimeSpan.Zero, TimeSpan.FromSeconds(2), "Hello")]) };
        var titled = alone with { Titles = [Projects.Title("Hello")] };
        Assert.InRange((FrameLayout.Find(alone, hasCard: false).Captions!.Rows.Top + FrameLayout.Find(alone, hasCard: false).Visual!.Rows.Bottom) / 2.0 / 1920, 0.42, 0.58);
        Assert.True(FrameLayout.Find(titled, hasCard: false).Visual!.Rows.Top > FrameLayout.Find(alone, hasCard: false).Visual!.Rows.Top);
    }

    [Fact]
    public void Text_on_tall_video_keeps_clear_of_what_apps_lay_over_it()
    {
        var project = new Project
        {
            Canvas = new Canvas(1080, 1920, 30),
            Titles = [Projects.Title("Top"), Projects.Title("Bottom", place: VerticalPlace.Bottom)],
            Visual = new Visual(VisualStyle.None, "#ffffff", VerticalPlace.Bottom),
            Captions = new Captions([new CaptionLine(TimeSpan.Zero, TimeSpan.FromSeconds(1), "x")]),
        };
        var layout = FrameLayout.Find(project, hasCard: false);
        Assert.All(layout.Titles, t => Assert.True(t.Top >= 250 && t.Top + t.Height <= 1920 - 400 && t.Area.Left >= 120 && t.Area.Left + t.Area.Width <= 1080 - 120));
        Assert.True(layout.Captions!.Rows.Bottom <= 1920 - 400);
    }

    [Theory]
    [InlineData("Night Shift Ep 4", 3)]
    [InlineData("The problem is that nobody ever closes the laptop at night", 5)]
    [InlineData("夜班播客第四期：为什么程序员从来不睡觉", 3)]
    public void Lines_are_balanced_and_none_is_an_orphan(string text, int least)
    {
        var block = TitleBlock.Fit(Projects.Title(text) with { Size = 0.13 }, new Canvas(1080, 1920, 30), 820, 800);
        Assert.True(block.Lines.Count > 1);
        Assert.True(block.Lines[^1].Length >= least, string.Join(" / ", block.Lines));
        Assert.True(block.Lines.Min(l => l.Length) * 2.4 >= block.Lines.Max(l => l.Length), string.Join(" / ", block.Lines));
    }

    [Theory]
    [InlineData("#ffffff", 0, 0.1)]
    [InlineData("#ffffff", 0.7, 0.9)]
    [InlineData("#ffffff", 0, 1)]
    [InlineData("#0b1f4b", 0.01, 0.05)]
    [InlineData("#808080", 0, 1)]
    [InlineData(ColorChoice.Auto, 0.2, 0.6)]
    [InlineData(ColorChoice.Auto, 0.8, 1)]
    public void Every_title_can_be_read(string color, double darkest, double brightest)
    {
        var behind = new Backdrop(darkest, brightest, (darkest + brightest) / 2);
        var look = TitleLook.Choose(Projects.Title("x", color: color), behind, isMoving: false, ArtPalette.Of(new Background(BackgroundKind.Color, "#102030", null, null)));
        var seen = look.Plate is { } plate ? behind.Behind(plate, look.PlateOpacity) : behind;
        Assert.True(seen.ContrastOf(look.Color.Luminance) >= TitleLook.LeastContrast - (look.PlateOpacity == 1 ? 0.6 : 0), $"{look}");
    }

    [Theory]
    [InlineData("#ffffff")]
    [InlineData("#111827")]
    [InlineData("#ff2d2d")]
    public void A_title_over_moving_pictures_has_an_outline_that_stands_out(string color)
    {
        var look = TitleLook.Choose(Projects.Title("x", color: color), Backdrop.Unknown, isMoving: true, ArtPalette.Of(new Background(BackgroundKind.Video, "#000000", null, null)));
        Assert.True(look.Outline!.Value.ContrastTo(look.Color) >= TitleLook.LeastContrast, $"{look}");
    }

    [Theory]
    [InlineData(1000, 1000, 1920, 1080, PictureFit.Card)]
    [InlineData(1000, 1000, 1080, 1080, PictureFit.Card)]
    [InlineData(1920, 1080, 1280, 720, PictureFit.Crop)]
    [InlineData(1600, 1200, 1920, 1080, PictureFit.Card)]
    public void A_picture_is_cut_only_where_hardly_anything_is_lost(int width, int height, int canvasWidth, int canvasHeight, PictureFit expected)
    {
        var art = Facts.File("art.png", Facts.Image() with { Width = width, Height = height });
        var project = new Project { Canvas = new Canvas(canvasWidth, canvasHeight, 30), Background = new Background(BackgroundKind.Image, "#000000", null, art) };
        Assert.Equal(expected, FitChoice.Of(project));
    }
}
