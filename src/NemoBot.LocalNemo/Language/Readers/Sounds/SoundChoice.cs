using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads "just my voice" and 只留音乐: of the voice and the music one stays.</summary>
internal static class SoundChoice
{
    /// <summary>True if the clause names the one that stays or the one that goes.</summary>
    public static bool Read(Clause clause, Reading reading) => KeepsOnlyVoice(clause, reading) || KeepsOnlyMusic(clause, reading);

    /// <summary>"just my voice", 只留人声: the music goes.</summary>
    private static bool KeepsOnlyVoice(Clause clause, Reading reading)
    {
        var keeps = clause.Has(Concept.Only) || clause.Tokens.Any(t => t.Concept == Concept.Keep && !WordLists.Keeping.Contains(clause.TextOf(t)));
        var said = keeps && clause.HasFree(Concept.Voice) && clause.Tokens.All(t => MayStandBesideVoice(t.Concept));
        if (!said || (reading.Project.Music.Count == 0 && !reading.Edits.OfType<RemoveMusic>().Any()))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new RemoveMusic(), Subject.Music);
        return true;
    }

    private static bool MayStandBesideVoice(Concept concept) => concept is Concept.Keep or Concept.Only or Concept.Voice or Concept.Filler or Concept.It
        or Concept.OriginalWord or Concept.And;

    /// <summary>去掉人声只留音乐: what can be told apart is a track of its own.</summary>
    private static bool KeepsOnlyMusic(Clause clause, Reading reading)
    {
        var keeps = clause.HasFree(Concept.Music) && clause.Tokens.Any(t => t.Concept == Concept.Keep && KeepsNothingElse(clause.TextOf(t)));
        var removes = clause.Tokens.Any(t => t.Concept == Concept.Separate && clause.TextOf(t) is ['去' or '消', ..]);
        if (!(keeps || removes) || !clause.Tokens.All(t => MayStandBesideMusic(t.Concept)))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(reading.Project.Music.Count > 0 ? new SetVolume(Track.Main) { Level = 0 } : new Decline(Inability.Separate), Subject.Voice);
        return true;
    }

    private static bool KeepsNothingElse(string word) => !WordLists.Excluding.Contains(word) && !WordLists.Keeping.Contains(word);

    private static bool MayStandBesideMusic(Concept concept) => concept is Concept.Keep or Concept.Only or Concept.Music or Concept.Separate
        or Concept.Filler or Concept.And or Concept.It;
}
