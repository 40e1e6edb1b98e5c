using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads wishes that are understood but cannot be granted, so that the answer can say so.</summary>
internal sealed class DeclineReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        foreach (var (concept, wish, instead) in Declines.All)
        {
            if (!clause.ClaimAll(concept))
            {
                continue;
            }

            clause.ClaimAll(Concept.YouTube, Concept.TikTok, Concept.Instagram, Concept.Reels, Concept.Shorts, Concept.Spotify, Concept.Degrees, Concept.Add, Concept.Change, Concept.Use, Concept.Title, Concept.Image, Concept.Captions, Concept.Voice, Concept.Remove);
            clause.ClaimFrame();
            foreach (var i in clause.Free(TokenKind.Number).ToList())
            {
                clause.Claim(i);
            }

            if (!reading.Edits.Contains(new Decline(wish)))
            {
                reading.Add(new Decline(wish));
            }

            if (instead is { } suggestion && !(suggestion == Suggestion.Plate && reading.Edits.OfType<SetTitle>().Any(t => t.Look.Plate is true)))
            {
                reading.Suggest(suggestion);
            }
        }

        if (clause.HasFree(Concept.Left, Concept.Right))
        {
            clause.ClaimAll(Concept.Left, Concept.Right);
            reading.Add(new Decline(Inability.Sideways));
        }
    }
}
