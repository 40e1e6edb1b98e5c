using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>What of a project is beside, below and over each other in its frame, before anything is measured.</summary>
internal sealed class Arrangement(Project project, bool hasCard)
{
    public Project Project => project;

    public Canvas Canvas { get; } = project.Canvas;

    public SafeArea Safe { get; } = SafeArea.Find(project.Canvas);

    public bool HasCard => hasCard;

    /// <summary>Where the card or the ring stands.</summary>
    public HorizontalPlace Side { get; } = hasCard ? CardSide.Of(project) : HorizontalPlace.Middle;

    public double Gap => Canvas.Height * 0.02;

    public bool IsRing => project.Visual.Style == VisualStyle.Circle;

    public bool IsWide => Canvas.Width > Canvas.Height * 1.25;

    /// <summary>A side was asked for.</summary>
    public bool IsAside => Side != HorizontalPlace.Middle;

    /// <summary>Most of the frame's width that a card takes there; the rays of a ring are part of it.</summary>
    public double AsideShare => IsRing ? 0.44 : 0.38;

    /// <summary>Card on the left, text on the right. In a scene the card comes and goes, and the titles with their own times.</summary>
    public bool IsSideBySide => IsAside || (HasRoomBesideCard && (AreCaptionsBeside || project.Titles.Any(t => t.Place == VerticalPlace.Middle)));

    /// <summary>Below each other, a card, captions and the drawn sound would leave the card a fifth of the height.</summary>
    public bool AreCaptionsBeside => HasRoomBesideCard && IsOverVisual;

    /// <summary>A card, a title and captions are above the drawn sound, below each other.</summary>
    public bool IsCrowded => hasCard && !IsWide && !IsRing && IsOverVisual && Shown.Any(IsInMiddle);

    /// <summary>Neither picture nor title: the captions are what is seen.</summary>
    public bool AreCaptionsAlone => !hasCard && !IsRing && IsOverVisual && HasNoPicture && !Shown.Any();

    /// <summary>Neither picture nor title: the drawn sound is what is seen.</summary>
    public bool IsVisualAlone => !hasCard && HasNoPicture && project.Titles.Count == 0;

    /// <summary>There are texts that the drawn sound leaves room for.</summary>
    public bool HasText => IsAside ? Shown.Any(i => !IsInMiddle(i)) : project.Titles.Count > 0 || project.Captions is { Lines.Count: > 0 };

    /// <summary>Photos fill the width of tall video and a third of its height: titles of the middle are right below them.</summary>
    public bool StacksSlides => project.Slides.Count > 0 && Canvas.Height > Canvas.Width * 1.25;

    /// <summary>Titles with something to read, by their index.</summary>
    public IEnumerable<int> Shown => Enumerable.Range(0, project.Titles.Count).Where(i => !string.IsNullOrWhiteSpace(project.Titles[i].Text));

    private bool HasRoomBesideCard => hasCard && IsWide && !IsRing && project.Scene is null;

    /// <summary>The captions would be right above the drawn sound.</summary>
    private bool IsOverVisual => project is
    {
        Captions: { Lines.Count: > 0, Place: VerticalPlace.Bottom },
        Visual: { Style: not VisualStyle.None, Place: VerticalPlace.Bottom },
    };

    private bool HasNoPicture => project is { Scene: null, Slides.Count: 0, Background.Kind: BackgroundKind.Gradient or BackgroundKind.Color };

    /// <summary>Beside or below a card. Beside one the artist goes with the title, wherever it would be alone.</summary>
    public bool IsInMiddle(int title) => project.Titles[title] is { Place: VerticalPlace.Middle }
        || (IsAside && project.Titles[title] is { Role: TitleRole.Artist, Side: HorizontalPlace.Middle }
            && project.Titles.Any(t => t is { Role: not TitleRole.Artist, Place: VerticalPlace.Middle }));
}
