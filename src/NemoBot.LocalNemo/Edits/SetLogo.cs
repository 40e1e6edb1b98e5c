using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Where and how large the logo is. What is null stays.</summary>
internal sealed record SetLogo : Edit
{
    /// <summary>Its corner.</summary>
    public Corner? Corner { get; init; }

    /// <summary>A multiple of its size of now.</summary>
    public double? Scale { get; init; }

    /// <summary>Part of the frame's shorter side.</summary>
    public double? Size { get; init; }

    /// <summary>0 to 1.</summary>
    public double? Opacity { get; init; }

    /// <summary>Distance to the edge as a part of the shorter side.</summary>
    public double? Margin { get; init; }

    /// <summary>When it appears; negative: counted from the end.</summary>
    public TimeSpan? From { get; init; }

    /// <summary>When it goes; negative: counted from the end.</summary>
    public TimeSpan? To { get; init; }

    /// <summary>How long it is shown.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Takes it away.</summary>
    public bool Remove { get; init; }

    public override string Tool => Remove ? "remove_overlay" : "edit_overlay";

    protected override Project Apply(EditContext context)
    {
        var overlays = context.Project.Overlays;
        if (overlays.Count == 0)
        {
            context.Note("logo.none");
            return context.Project;
        }

        var last = overlays[^1];
        var changed = last with
        {
            Corner = Corner ?? last.Corner,
            Size = Math.Clamp(Math.Round(Size ?? last.Size * (Scale ?? 1), 3), 0.03, 0.6),
            Opacity = Math.Clamp(Opacity ?? last.Opacity, 0.1, 1),
            Margin = Math.Clamp(Margin ?? last.Margin, 0, 0.2),
        };
        changed = Timed(changed, context.Project.Duration);
        return context.Project with { Overlays = Remove ? [] : [.. overlays.SkipLast(1), changed] };
    }

    private Overlay Timed(Overlay logo, TimeSpan total)
    {
        var start = From is { } from ? Span.Resolve(from, total) : logo.Start;
        start = start < total ? start : TimeSpan.Zero;
        var end = To is { } to ? Span.Resolve(to, total) : Length is { } length ? start + length : From is null || logo.End > start ? logo.End : null;
        return logo with { Start = start, End = end > start && end < total ? end : null };
    }
}
