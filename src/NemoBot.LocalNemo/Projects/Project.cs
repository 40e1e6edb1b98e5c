namespace NemoBot.LocalNemo.Projects;

/// <summary>
/// The readable form of a draft. The draft's JSON is the truth on the wire; reading and writing it round-trips this model.
/// Times are positions on the finished timeline unless stated otherwise.
/// </summary>
internal sealed record Project
{
    /// <summary>Frame size and rate.</summary>
    public Canvas Canvas { get; init; } = new(1920, 1080, 30);

    /// <summary>The backmost picture.</summary>
    public Background Background { get; init; } = new(BackgroundKind.Gradient, "#1e1b4b", "#0f766e", null);

    /// <summary>The drawn sound.</summary>
    public Visual Visual { get; init; } = new(VisualStyle.Bars, ColorChoice.Auto, VerticalPlace.Bottom);

    /// <summary>Draw a bar that grows with playing time.</summary>
    public bool ProgressBar { get; init; }

    /// <summary>Its color as #rrggbb; <see cref="ColorChoice.Auto"/>: that of the drawn sound.</summary>
    public string ProgressColor { get; init; } = ColorChoice.Auto;

    /// <summary>Generated moving pictures of a music video instead of a still background.</summary>
    public Scene? Scene { get; init; }

    /// <summary>Main material in order: sound, or video with or without sound.</summary>
    public IReadOnlyList<Clip> Clips { get; init; } = [];

    /// <summary>Sound that replaces the clips' own; null: the clips' own sound.</summary>
    public Clip? Voice { get; init; }

    /// <summary>Shifts <see cref="Voice"/>; negative is earlier.</summary>
    public TimeSpan VoiceDelay { get; init; }

    /// <summary>Sound below the main material.</summary>
    public IReadOnlyList<Music> Music { get; init; } = [];

    /// <summary>Slideshow over the background, in order.</summary>
    public IReadOnlyList<Slide> Slides { get; init; } = [];

    /// <summary>How the slides were timed, so that a change of length can time them again.</summary>
    public SlideTiming? SlideTiming { get; init; }

    /// <summary>Titles, later ones on top.</summary>
    public IReadOnlyList<Title> Titles { get; init; } = [];

    /// <summary>Captions; null: none.</summary>
    public Captions? Captions { get; init; }

    /// <summary>Logos, later ones on top.</summary>
    public IReadOnlyList<Overlay> Overlays { get; init; } = [];

    /// <summary>How the finished sound is made.</summary>
    public Mix Mix { get; init; } = new();

    /// <summary>Picture and sound rise from black and silence over this time.</summary>
    public TimeSpan FadeIn { get; init; }

    /// <summary>Picture and sound sink over this time.</summary>
    public TimeSpan FadeOut { get; init; }

    /// <summary>The finished file.</summary>
    public Output Output { get; init; } = new();

    /// <summary>Volume of the main sound, 0 to 2; short for <see cref="Mix"/>.</summary>
    public double Volume
    {
        get => Mix.Volume;
        init => Mix = Mix with { Volume = value };
    }

    /// <summary>Length of the finished video: its clips, or its slides if there are none.</summary>
    public TimeSpan Duration =>
        Clips.Count > 0 ? StartOf(Clips.Count - 1) + Clips[^1].Duration
        : Slides.Count > 0 ? Slides.Max(s => s.Start + s.Length)
        : TimeSpan.Zero;

    /// <summary>Position of a clip on the timeline.</summary>
    public TimeSpan StartOf(int clip)
    {
        var start = TimeSpan.Zero;
        for (var i = 1; i <= clip; i++)
        {
            start += Clips[i - 1].Duration - CrossfadeInto(i);
        }

        return start;
    }

    /// <summary>Overlap of a clip with the one before, at most half of the shorter one.</summary>
    public TimeSpan CrossfadeInto(int clip)
    {
        if (clip <= 0)
        {
            return TimeSpan.Zero;
        }

        var most = TimeSpan.FromTicks(Math.Min(Clips[clip - 1].Duration.Ticks, Clips[clip].Duration.Ticks) / 2);
        return Clips[clip].Crossfade < most ? Clips[clip].Crossfade : most;
    }
}
