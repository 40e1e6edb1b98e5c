using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads how strong the low and the high tones are: "more bass", 低音加强, "sounds muffled".</summary>
internal sealed class ToneReader : IClauseReader
{
    /// <summary>A step that is heard and does no harm.</summary>
    private const double Step = 4;

    public void Read(Clause clause, Reading reading)
    {
        if (!reading.HasMaterial || !clause.HasFree(Concept.Bass, Concept.Treble) || IsOfWhatIsSeen(clause))
        {
            return;
        }

        var (bass, treble) = (clause.Has(Concept.Bass), clause.Has(Concept.Treble));
        var step = (clause.Take(TokenKind.Decibel) is { } said ? Math.Abs(said.Value) : Step) * (IsLess(clause) ? -1 : 1);
        clause.ClaimAll(
            Concept.Bass, Concept.Treble, Concept.Louder, Concept.Quieter, Concept.TurnUp, Concept.TurnDown, Concept.Bigger, Concept.Smaller,
            Concept.Remove, Concept.Cut, Concept.Add, Concept.Upward, Concept.Downward, Concept.Voice, Concept.Music, Concept.Recording, Concept.Large,
            Concept.Huge);
        clause.ClaimWords(WordLists.StrongerTones);
        clause.ClaimWords(WordLists.WeakerTones);

        clause.ClaimFrame();
        reading.Add(new SetMix { Bass = bass ? step : null, Treble = treble ? step : null }, Subject.Voice);
    }

    private static bool IsOfWhatIsSeen(Clause clause) => clause.HasFree(TokenKind.Quote)
        || clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) is not (Subject.None or Subject.Voice or Subject.Music));

    /// <summary>The tones are to be weaker, or are complained of as too strong ("boomy", 太尖).</summary>
    private static bool IsLess(Clause clause)
    {
        if (clause.Tokens.Any(t => WordLists.LackingTones.Contains(clause.TextOf(t))))
        {
            return false;
        }

        var lowers = clause.Has(Concept.Quieter, Concept.TurnDown, Concept.Smaller, Concept.Remove, Concept.Cut, Concept.Downward)
            && !clause.Has(Concept.Louder, Concept.TurnUp);
        return lowers
            || clause.Tokens.Any(t => WordLists.WeakerTones.Contains(clause.TextOf(t)))
            || clause.Text.Contains("too much", StringComparison.OrdinalIgnoreCase);
    }
}
