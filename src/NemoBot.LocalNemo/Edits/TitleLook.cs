using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>How and when a title is shown. What is null stays.</summary>
internal sealed record TitleLook
{
    private const double Smallest = 0.03;
    private const double Largest = 0.3;

    /// <summary>#rrggbb.</summary>
    public string? Color { get; init; }

    /// <summary>A multiple of its size of now.</summary>
    public double? Scale { get; init; }

    /// <summary>Height of a line as a part of the frame's shorter side.</summary>
    public double? Size { get; init; }

    /// <summary>Where it is shown.</summary>
    public VerticalPlace? Place { get; init; }

    /// <summary>Where it is shown from left to right.</summary>
    public HorizontalPlace? Side { get; init; }

    /// <summary>How long it takes to appear.</summary>
    public TimeSpan? FadeIn { get; init; }

    /// <summary>How long it takes to go.</summary>
    public TimeSpan? FadeOut { get; init; }

    /// <summary>When it appears; negative: counted from the end.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>When it is gone; negative: counted from the end.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>How long it is shown.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>A box behind it.</summary>
    public bool? Plate { get; init; }

    /// <summary>The color of the box behind it as #rrggbb.</summary>
    public string? PlateColor { get; init; }

    /// <summary>A line around the letters: #rrggbb, <see cref="ColorChoice.Auto"/>, or <see cref="ColorChoice.None"/> to take it away.</summary>
    public string? Outline { get; init; }

    /// <summary>It says when the title is shown.</summary>
    public bool HasTime => From is not null || To is not null || Length is not null;

    /// <summary>Gives a title this look, within the length of the timeline.</summary>
    public Title Apply(Title title, TimeSpan total)
    {
        var start = From is { } from ? Span.Resolve(from, total) : title.Start;
        var end = To is { } whole && From is { Ticks: 0 } && whole >= total ? null : To is { } to ? Span.Resolve(to, total) : Length is { } length ? start + length : From is null ? title.End : title.End > start ? title.End : null;
        end = end >= total ? null : end;
        start = start < total ? start : TimeSpan.Zero;
        var shown = (end is { } fixedEnd && fixedEnd > start ? fixedEnd : total) - start;
        TimeSpan Fit(TimeSpan fade) => fade < shown / 2 ? fade : shown / 2;
        return title with
        {
            Color = Color ?? title.Color,
            Size = (Size ?? Scale) is null ? title.Size : Math.Clamp(Math.Round(Size ?? title.Size * (Scale ?? 1), 4), Smallest, Largest),
            Place = Place ?? title.Place,
            // "in the middle" alone means both ways.
            Side = Side ?? (Place == VerticalPlace.Middle ? HorizontalPlace.Middle : title.Side),
            Start = start,
            End = end > start ? end : null,
            FadeIn = Fit(FadeIn ?? title.FadeIn),
            FadeOut = Fit(FadeOut ?? title.FadeOut),
            Plate = Plate ?? (PlateColor is not null || title.Plate),
            PlateColor = Plate == false ? null : PlateColor ?? title.PlateColor,
            Outline = Outline == ColorChoice.None ? null : Outline ?? title.Outline,
        };
    }
}
