using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads how loud a part of the sound is: "mute 0:12 to 0:14", "bleep the name at 0:30", 前5秒声音大一点.</summary>
internal sealed class SoundPartReader : IClauseReader
{
    /// <summary>A word that is to be covered, when only its moment is said.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public void Read(Clause clause, Reading reading)
    {
        if (reading.Edits is [.., SetPartVolume] && IsSameWish(clause))
        {
            // "the first 5 seconds are too quiet, make them louder".
            clause.ClaimEverything();
            return;
        }

        if (!reading.HasMaterial || !clause.Tokens.Any(t => t.IsTime) || Deed(clause, reading) is not { } deed)
        {
            return;
        }

        var track = clause.Has(Concept.Music) && reading.HasMusic ? Track.Music : Track.Main;
        var parts = SpansOf(clause, isMoment: deed != clause);
        if (parts.Count == 0)
        {
            return;
        }

        var edits = parts.Select(p => EditOf(deed, track, p)).ToList();
        clause.ClaimEverything();
        deed.ClaimEverything();
        foreach (var edit in edits)
        {
            reading.Add(edit, track == Track.Music ? Subject.Music : Subject.Voice);
        }
    }

    /// <summary>The clause that says how loud: this one, or the next ("I swear at 0:12, bleep it"); null if none does.</summary>
    private static Clause? Deed(Clause clause, Reading reading)
    {
        if (!IsAboutOther(clause) && (IsSilenced(clause) || VolumeWords.IsPart(clause) || IsStep(clause)))
        {
            return clause;
        }

        var next = reading.Clauses.SkipWhile(c => c != clause).ElementAtOrDefault(1);
        return next is not null && OnlySilences(next) && NamesMoment(clause) ? next : null;
    }

    /// <summary>"bleep it".</summary>
    private static bool OnlySilences(Clause clause) => clause.HasFree(Concept.Mute, Concept.Bleep)
        && clause.Tokens.All(t => t.Concept is Concept.Mute or Concept.Bleep or Concept.It or Concept.Filler or Concept.CanYou or Concept.Change);

    /// <summary>"I swear at 0:12".</summary>
    private static bool NamesMoment(Clause clause) => !clause.Has(Concept.Only, Concept.First, Concept.Last)
        && !clause.HasFree(TokenKind.Quote)
        && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept));

    private static bool IsAboutOther(Clause clause) => clause.HasFree(TokenKind.Quote)
        || clause.Has(
            Concept.Cut, Concept.Keep, Concept.Trim, Concept.Captions, Concept.Logo, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth,
            Concept.Add, Concept.Video)
        || (clause.Has(Concept.Title) && !clause.Has(Concept.Bleep))
        || (clause.Has(Concept.Music) && clause.Has(Concept.Remove, Concept.Mute));

    /// <summary>"mute", "bleep", "silence the part", "remove the sound".</summary>
    private static bool IsSilenced(Clause clause) =>
        clause.HasFree(Concept.Mute, Concept.Unmute, Concept.Bleep) || (clause.Tokens[0].Concept == Concept.SilenceNoun && !clause.Has(Concept.Remove))
        || (clause.Has(Concept.Remove) && clause.Tokens.Any(t => t.Concept == Concept.Voice && WordLists.Sounds.Contains(clause.TextOf(t))));

    /// <summary>"make them louder" after "the first 5 seconds are too quiet".</summary>
    private static bool IsSameWish(Clause clause) =>
        clause.Has(Concept.Louder, Concept.Quieter, Concept.TurnUp, Concept.TurnDown, Concept.Bigger, Concept.Smaller)
        && clause.Tokens.All(t => t.Concept is Concept.Louder or Concept.Quieter or Concept.TurnUp or Concept.TurnDown or Concept.Bigger
            or Concept.Smaller or Concept.Change or Concept.It or Concept.Filler or Concept.Voice or Concept.Volume);

    /// <summary>"6 dB quieter from 0:10 to 0:20".</summary>
    private static bool IsStep(Clause clause) =>
        !clause.Has(Concept.Remove) && (clause.HasFree(Concept.Louder, Concept.Quieter) || clause.HasFree(TokenKind.Decibel)
            || (clause.Has(Concept.Music) && clause.HasFree(Concept.Bigger, Concept.Smaller)));

    private static List<Span> SpansOf(Clause clause, bool isMoment)
    {
        if (TimeReader.ReadRanges(clause) is { Count: > 0 } ranges)
        {
            return [.. ranges.Select(r => r.Span)];
        }

        return TimeReader.ReadEnds(clause) is { Count: > 0 } ends ? [.. ends.Select(e => e.Span)]
            : TimeReader.Read(clause) switch
            {
                { From: { } from, To: null, Length: null, ReachesEnd: false } when !clause.Has(Concept.From, Concept.After) => [new Span(from, from + Moment)],
                { From: { } from, Length: { } length } => [new Span(from, from + length)],
                { From: null, To: null, Length: { } at } when isMoment => [new Span(at, at + Moment)], // 12秒有人咳嗽: a length alone says when it happens.
                { From: null, To: null } or null => [],
                var time => [time.Span],
            };
    }

    private static SetPartVolume EditOf(Clause clause, Track track, Span part) =>
        clause.Has(Concept.Bleep) ? new SetPartVolume(track, part) { Bleep = true }
        : VolumeWords.Read(clause, track) is { } volume ? SetPartVolume.Of(volume, part)
        : new SetPartVolume(track, part) { Level = 0 };
}
