using NemoBot.LocalNemo.Language;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>The words around files: what they ask for is done when the files are put onto the timeline.</summary>
internal sealed class MaterialIntention : IIntention
{
    public void Apply(Clause clause, Workbench bench)
    {
        if (bench.HasMaterial && clause.Has(Concept.Merge, Concept.Append, Concept.Replace) && bench.NewFiles.Count == 0 && bench.Done.Count == 0)
        {
            bench.Note("merge.how");
        }

        if (bench.HasMaterial || clause.Has(Concept.Merge, Concept.Append))
        {
            clause.ClaimAll(Concept.Merge, Concept.Append, Concept.Replace);
            // "convert my audio into a video" names what is there, and so is clear by itself.
            if (clause.ClaimAll(Concept.Video, Concept.Voice))
            {
                clause.ClaimAll(
                    Concept.Change, Concept.Add, Concept.And, Concept.It, Concept.To, Concept.At, Concept.For, Concept.Whole, Concept.Keep, Concept.End,
                    Concept.From, Concept.AllOf, Concept.Music);
            }
        }
    }
}
