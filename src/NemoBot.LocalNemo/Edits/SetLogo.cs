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
        return context.Project with { Overlays = Remove ? [] : [.. overlays.SkipLast(1), changed] };
    }
}
