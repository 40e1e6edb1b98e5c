using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Reads "make the title a bit darker", "the background lighter": a shade of the color that is there, not a light look.</summary>
internal sealed class ShadeReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Title, Concept.Background) && Shades.Read(clause, reading) is { } shaded)
        {
            var thing = clause.Has(Concept.Title) ? Concept.Title : Concept.Background;
            clause.ClaimEverything();
            reading.Add(shaded, Clause.SubjectOf(thing));
        }
    }
}
