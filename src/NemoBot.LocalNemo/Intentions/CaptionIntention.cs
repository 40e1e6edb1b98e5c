using NemoBot.LocalNemo.Language;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>Captions from speech: not possible here, which is said together with what is.</summary>
internal sealed class CaptionIntention : IIntention
{
    public void Apply(Clause clause, Workbench bench)
    {
        if (clause.IndexOf(Concept.Captions) is >= 0 and var at && !clause.IsClaimed(at))
        {
            clause.ClaimAll(Concept.Captions, Concept.Add, Concept.And, Concept.Change);
            bench.Note("captions.cannot");
        }
    }
}
