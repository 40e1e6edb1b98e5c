using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>What was said about how and when a title is shown.</summary>
internal sealed record TitleLook
{
    private static readonly TimeSpan UsualAtEnd = TimeSpan.FromSeconds(5);

    /// <summary>#rrggbb.</summary>
    public string? Color { get; init; }

    /// <summary>By what its size is multiplied.</summary>
    public double? Scale { get; init; }

    /// <summary>Its size.</summary>
    public double? Size { get; init; }

    /// <summary>Where it stands.</summary>
    public VerticalPlace? Place { get; init; }

    /// <summary>How long it takes to appear.</summary>
    public TimeSpan? FadeIn { get; init; }

    /// <summary>How long it takes to go.</summary>
    public TimeSpan? FadeOut { get; init; }

    /// <summary>When it is there.</summary>
    public When? When { get; init; }

    /// <summary>Nothing was said.</summary>
    public bool IsEmpty => this == new TitleLook();

    /// <summary>Gives a title this look, within the length of the timeline.</summary>
    public Title Apply(Title title, TimeSpan total)
    {
        var (start, end) = When switch
        {
            null => (title.Start, title.End),
            // "for 3 seconds", "until 0:10": from where it begins now.
            { From: null, AtEnd: false } => (title.Start, When.To ?? (title.Start + When.Length)),
            _ => When.On(total, UsualAtEnd),
        };
        end = end >= total ? null : end;
        start = start < total ? start : TimeSpan.Zero;
        var shown = (end is { } fixedEnd && fixedEnd > start ? fixedEnd : total) - start;
        TimeSpan Fit(TimeSpan fade) => fade < shown / 2 ? fade : shown / 2;
        return title with
        {
            Color = Color ?? title.Color,
            Size = Math.Clamp(Size ?? title.Size * (Scale ?? 1), 0.03, 0.3),
            Place = Place ?? title.Place,
            Start = start,
            End = end > start ? end : null,
            FadeIn = Fit(FadeIn ?? title.FadeIn),
            FadeOut = Fit(FadeOut ?? title.FadeOut),
        };
    }
}
