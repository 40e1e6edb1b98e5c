using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Takes parts out of the timeline.</summary>
/// <param name="Parts">At least one.</param>
internal sealed record CutRanges(IReadOnlyList<Span> Parts) : Edit
{
    public override string Tool => "trim";

    protected override Project Apply(EditContext context)
    {
        var parts = Cutting.Resolve(context, Parts);
        return parts.Count == 0 ? context.Project : Cutting.Keep(context, Timing.Complement(parts, context.Project.Duration));
    }
}
