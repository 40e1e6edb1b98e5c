using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Other formats to make of the same project: <c>1:1</c>, <c>gif</c>.</summary>
/// <param name="Formats">Their names.</param>
internal sealed record AlsoMake(IReadOnlyList<string> Formats) : Edit
{
    private const int Most = 3;

    public override string Tool => "also_make";

    protected override Project Apply(EditContext context)
    {
        var output = context.Project.Output;
        var asked = Formats.Select(OutputVariant.Read).OfType<OutputVariant>().ToList();
        if (asked.RemoveAll(v => v.Part is { } part && part.From >= context.Project.Duration) > 0)
        {
            context.Note("part.beyond", context.Project.Duration);
        }

        var added = asked.Where(v => !v.IsOwn(context.Project) && !(v.Format is { } format && OutputFormats.IsCaptionFile(format)));
        var all = output.Others.Concat(added).DistinctBy(v => v.Name).ToList();
        if (all.Count > Most)
        {
            context.Note("output.most", Most, all[Most].Name);
        }

        return context.Project with { Output = output with { Others = [.. all.Take(Most)] } };
    }

    public bool Equals(AlsoMake? other) => other is not null && Formats.SequenceEqual(other.Formats);

    public override int GetHashCode() => Formats.Count;
}
