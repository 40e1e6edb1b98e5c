using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>The moving picture of the sound. What is null stays.</summary>
internal sealed record SetVisual : Edit
{
    /// <summary>Its style; None takes it away.</summary>
    public VisualStyle? Style { get; init; }

    /// <summary>#rrggbb.</summary>
    public string? Color { get; init; }

    /// <summary>Where it is shown.</summary>
    public VerticalPlace? Place { get; init; }

    /// <summary>A multiple of its size of now.</summary>
    public double? Scale { get; init; }

    /// <summary>A multiple of how calmly it moves now.</summary>
    public double? Calm { get; init; }

    /// <summary>A multiple of how thick its bars are now.</summary>
    public double? BarWidth { get; init; }

    /// <summary>It goes from edge to edge.</summary>
    public bool? Wide { get; init; }

    /// <summary>It glows.</summary>
    public bool? Glow { get; init; }

    /// <summary>When it is seen.</summary>
    public Span? Seen { get; init; }

    public override string Tool => "set_visual";

    protected override Project Apply(EditContext context)
    {
        var before = context.Project.Visual;
        var shown = before.Style == VisualStyle.None ? VisualStyle.Bars : before.Style;
        var (start, end) = TimesOf(context, before);
        if (Calm is not null && (Style ?? shown) == VisualStyle.Line)
        {
            context.Note("visual.line-moves");
        }

        return context.Project with
        {
            Visual = before with
            {
                Start = start,
                End = end,
                Style = Style ?? shown,
                Color = Color ?? before.Color,
                Place = Place ?? before.Place,
                Size = Math.Clamp(Math.Round(before.Size * (Scale ?? 1), 3), 0.4, 2),
                Calm = Calm is { } calm && (Style ?? shown) != VisualStyle.Line ? Math.Clamp(Math.Round(before.Calm * calm, 3), 0.25, 8) : before.Calm,
                BarWidth = Math.Clamp(Math.Round(before.BarWidth * (BarWidth ?? 1), 3), 0.4, 3),
                IsWide = Wide ?? before.IsWide,
                Glow = Glow ?? before.Glow,
            },
        };
    }

    private (TimeSpan Start, TimeSpan? End) TimesOf(EditContext context, Visual before)
    {
        var total = context.Project.Duration;
        if (Seen?.On(total) is not var (from, to))
        {
            return (before.Start, before.End);
        }

        if (to <= from)
        {
            context.Note("part.beyond", total);
            return (before.Start, before.End);
        }

        return (from, to < total ? to : null);
    }
}
