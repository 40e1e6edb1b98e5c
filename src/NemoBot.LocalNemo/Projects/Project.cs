namespace NemoBot.LocalNemo.Projects;

/// <summary>
/// What is to be rendered: the readable form of a draft. The draft's JSON is the truth on the wire; reading and writing it gives
/// this and back. Times are positions on the finished timeline unless said otherwise.
/// </summary>
public sealed record Project
{
    /// <summary>The size of the picture and its rate.</summary>
    public Canvas Canvas { get; init; } = new(1920, 1080, 30);

    /// <summary>What lies behind everything.</summary>
    public Background Background { get; init; } = new(BackgroundKind.Gradient, "#1e1b4b", "#0f766e", null);

    /// <summary>The moving picture of the sound.</summary>
    public Visual Visual { get; init; } = new(VisualStyle.Bars, "#ffffff", VerticalPlace.Bottom);

    /// <summary>The main material, one after the other: sound, or moving pictures with or without sound.</summary>
    public IReadOnlyList<Clip> Clips { get; init; } = [];

    /// <summary>Sound that takes the place of the clips' own (merge audio and video); null: the clips' own sound.</summary>
    public Clip? Voice { get; init; }

    /// <summary>Sound below the main material.</summary>
    public IReadOnlyList<Music> Music { get; init; } = [];

    /// <summary>Titles, later ones on top.</summary>
    public IReadOnlyList<Title> Titles { get; init; } = [];

    /// <summary>Volume of the main sound, 0 to 2.</summary>
    public double Volume { get; init; } = 1;

    /// <summary>Picture and sound come up from black and silence over this time.</summary>
    public TimeSpan FadeIn { get; init; }

    /// <summary>Picture and sound go down over this time.</summary>
    public TimeSpan FadeOut { get; init; }

    /// <summary>Length of the finished video.</summary>
    public TimeSpan Duration => TimeSpan.FromTicks(Clips.Sum(c => c.Length.Ticks));
}
