using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads that music gives way to the voice: "duck the music when I talk", 音乐不要盖过人声.</summary>
internal static class DuckingReader
{
    private const double Quieter = 0.6;

    public static void Read(Clause clause, Reading reading)
    {
        if (!ReadOverpowering(clause, reading) && !ReadBesideLevel(clause, reading) && !ReadWaitingSong(clause, reading))
        {
            ReadDucking(clause, reading);
        }
    }

    /// <summary>"the music must not drown the voice", 音乐不要盖过人声.</summary>
    private static bool ReadOverpowering(Clause clause, Reading reading)
    {
        var hasMusic = reading.Project.Music.Count > 0 || reading.Edits.OfType<PlaceFile>().Any();
        if (!hasMusic || !(clause.HasFree(Concept.Overpower) || CannotHearVoice(clause)))
        {
            return false;
        }

        clause.ClaimAll(
            Concept.Overpower, Concept.Louder, Concept.Music, Concept.Not, Concept.No, Concept.Remove, Concept.Voice, Concept.Recording, Concept.Title);
        clause.ClaimFrame();
        reading.Add(DucksAlready(reading) ? new SetVolume(Track.Music) { Factor = Quieter } : new SetMix { Duck = true }, Subject.Music);
        return true;
    }

    /// <summary>第二个是背景音乐，音量15%，我说话的时候再低一点: of the song that comes with it.</summary>
    private static bool ReadBesideLevel(Clause clause, Reading reading)
    {
        if (reading.Situation.Project is not null || !clause.HasFree(Concept.WhileSpeaking) || !Lowers(clause))
        {
            return false;
        }

        if (!reading.Edits.OfType<SetVolume>().Any(v => v.Track == Track.Music))
        {
            return false;
        }

        clause.ClaimAll(Concept.WhileSpeaking, Concept.Duck, Concept.Quieter, Concept.TurnDown, Concept.Smaller, Concept.Downward);
        clause.ClaimFrame();
        reading.Add(new SetMix { Duck = true }, Subject.Music);
        return true;
    }

    /// <summary>"duck the music when I talk", and the song has not been placed yet: music gives way to speech by itself.</summary>
    private static bool ReadWaitingSong(Clause clause, Reading reading)
    {
        var ducksMusic = clause.HasFree(Concept.Duck, Concept.WhileSpeaking) && clause.HasFree(Concept.Music, Concept.Duck);
        if (!ducksMusic || WaitingSong(reading) is not { } song)
        {
            return false;
        }

        clause.ClaimAll(
            Concept.WhileSpeaking, Concept.Duck, Concept.Quieter, Concept.TurnDown, Concept.Music, Concept.Voice, Concept.Under);
        clause.ClaimFrame();
        reading.Add(new PlaceFile(song.Id, FileRole.Music), Subject.Music);
        return true;
    }

    private static void ReadDucking(Clause clause, Reading reading)
    {
        var asks = clause.HasFree(Concept.Duck);
        var lowers = clause.HasFree(Concept.WhileSpeaking) && (Lowers(clause) || clause.Has(Concept.Music));
        if ((!lowers && !asks) || clause.HasFree(TokenKind.File) || reading.Unused(f => f.Facts.HasAudio) is not null)
        {
            return;
        }

        // "stop the music while I talk" lets it give way, "stop ducking the music" does not.
        var off = (clause.Has(Concept.Remove, Concept.Not) && (asks || Lowers(clause))) || IsDenied(clause);
        clause.ClaimAll(
            Concept.WhileSpeaking, Concept.Duck, Concept.FadeBoth, Concept.FadeOut, Concept.Quieter, Concept.TurnDown, Concept.Music, Concept.Remove,
            Concept.Not, Concept.No, Concept.Smaller, Concept.Voice, Concept.Under, Concept.Downward, Concept.Recording);
        clause.ClaimFrame();
        // Music that ducks already can only get quieter as a whole.
        var quieter = !off && (!asks || SaysMore(clause)) && DucksAlready(reading);
        reading.Add(quieter ? new SetVolume(Track.Music) { Factor = Quieter } : new SetMix { Duck = !off }, Subject.Music);
    }

    private static bool Lowers(Clause clause) =>
        clause.Has(Concept.Quieter, Concept.Smaller, Concept.TurnDown, Concept.Downward, Concept.Duck);

    /// <summary>"no ducking".</summary>
    private static bool IsDenied(Clause clause) => clause.IndexOf(Concept.Duck) is > 0 and var duck && clause.Tokens[duck - 1].Concept == Concept.No;

    private static bool SaysMore(Clause clause) => clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant()
        is "more" or "harder" or "further" or "deeper" or "even more" or "再" or "更");

    private static bool DucksAlready(Reading reading) => reading.Project.Music.Count > 0 && reading.Project.Music.All(m => m.Ducks);

    /// <summary>The one sound of the session that is used nowhere, while no music plays.</summary>
    private static Asset? WaitingSong(Reading reading)
    {
        if (reading is not { HasMusic: false, Situation: { HasMaterial: true, NewFiles.Count: 0 } situation })
        {
            return null;
        }

        return situation.Files.Where(f => f.Facts.Kind == MediaKind.Audio && !FileUse.IsUsed(reading.Project, f)).ToList() is [var only] ? only : null;
    }

    /// <summary>"i can't hear the voice over the music".</summary>
    private static bool CannotHearVoice(Clause clause) => clause.HasFree(Concept.Voice)
        && clause.HasFree(Concept.Music)
        && clause.Tokens.Any(t => t.Concept == Concept.Louder && SaysHear(clause.TextOf(t)));

    private static bool SaysHear(string word) =>
        word.Contains("hear", StringComparison.OrdinalIgnoreCase) || word.StartsWith("听不", StringComparison.Ordinal);
}
