using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Keeps parts of the timeline and drops the rest.</summary>
/// <param name="Parts">At least one.</param>
internal sealed record KeepRanges(IReadOnlyList<Span> Parts) : Edit
{
    public override string Tool => "trim";

    protected override Project Apply(EditContext context) => Cutting.Keep(context, Cutting.Resolve(context, Parts));
}
