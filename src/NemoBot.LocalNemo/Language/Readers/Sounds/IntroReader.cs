using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads music that plays alone before the speech, after it, or both: "5 seconds of music, then my voice".</summary>
internal sealed class IntroReader : IClauseReader
{
    private const double Loudest = 2;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(6);

    public void Read(Clause clause, Reading reading)
    {
        if (!reading.HasMaterial || ShowsVideo(reading))
        {
            return;
        }

        if (IsFadeOfIntro(clause, reading))
        {
            clause.ClaimEverything();
            return;
        }

        if (!clause.HasFree(Concept.MusicIntro, Concept.MusicOutro, Concept.MusicAround))
        {
            return;
        }

        var (before, after) = (clause.Has(Concept.MusicIntro, Concept.MusicAround), clause.Has(Concept.MusicOutro, Concept.MusicAround));
        var song = Songs.Find(clause, reading, named: true) ?? Songs.FindFree(reading);
        var length = clause.Take(TokenKind.Duration)?.Time;
        Claim(clause);
        if (song is not null)
        {
            Place(reading, song, length, before, after);
        }
        else if (reading.HasMusic && after)
        {
            reading.Add(new Decline(Inability.MusicIntro), Subject.Music);
        }
        else if (reading.HasMusic)
        {
            LetMusicLead(reading, length ?? Usual);
        }
        else
        {
            reading.Add(new AskForMusic(), Subject.Music);
        }
    }

    private static bool ShowsVideo(Reading reading) =>
        MainMaterial.ShowsVideo(reading.Project) || (!reading.Situation.HasMaterial && reading.Situation.Files.Any(f => f.Facts.HasVideo));

    /// <summary>"then my voice, the music fades out": an intro does so anyway.</summary>
    private static bool IsFadeOfIntro(Clause clause, Reading reading) =>
        reading.Edits.Any(e => e is PlaceFile { As: FileRole.Intro or FileRole.Outro })
        && clause.HasFree(Concept.FadeOut)
        && clause.Tokens.All(t => t.Concept is Concept.FadeOut or Concept.Music or Concept.Filler or Concept.It or Concept.Then or Concept.And);

    private static void Claim(Clause clause)
    {
        clause.ClaimAll(
            Concept.MusicIntro, Concept.MusicOutro, Concept.MusicAround, Concept.Music, Concept.Add, Concept.Use, Concept.First, Concept.Begin,
            Concept.End, Concept.Only, Concept.Voice, Concept.Background);
        clause.ClaimFrame();
    }

    private static void Place(Reading reading, Asset song, TimeSpan? length, bool before, bool after)
    {
        if (before)
        {
            reading.Add(new PlaceFile(song.Id, FileRole.Intro) { Length = length }, Subject.Music);
        }

        if (after)
        {
            reading.Add(new PlaceFile(song.Id, FileRole.Outro) { Length = length }, Subject.Music);
        }
    }

    /// <summary>The speech starts later, and until then the music is louder.</summary>
    private static void LetMusicLead(Reading reading, TimeSpan length)
    {
        reading.Add(new DelaySound(length));
        reading.Add(new SetPartVolume(Track.Music, new Span(TimeSpan.Zero, length)) { Level = Loudest }, Subject.Music);
    }
}
