using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads background music: which file, how loud, when.</summary>
internal sealed class MusicReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (reading.Situation.NewFiles.Count > 0 && IsDenied(clause))
        {
            // "not background music, this is the new episode".
            clause.ClaimAll(Concept.Music, Concept.Not, Concept.Background);
            return;
        }

        if (IsRestOfDecline(clause, reading))
        {
            clause.ClaimEverything();
        }
        else if (!MusicWishes.ReadSilence(clause, reading) && !MusicStarts.Read(clause, reading))
        {
            ReadSong(clause, reading);
        }
    }

    private static void ReadSong(Clause clause, Reading reading)
    {
        var named = clause.HasFree(Concept.Music);
        var meant = IsMeant(clause, reading);
        var file = Songs.Find(clause, reading, named);
        var keepsVoice = !named && KeepsVoice(clause, reading);
        if (keepsVoice)
        {
            clause.ClaimAll(Concept.Under, Concept.Keep);
        }

        if (!named && !meant && file is null)
        {
            ReadAskedSong(clause, reading);
        }
        else if (!keepsVoice && !clause.HasFree(Concept.MusicIntro, Concept.MusicOutro, Concept.MusicAround) && !(named && ReadsAnotherSong(clause, reading, file)))
        {
            // "use this jingle as intro and outro" is declined for a video.
            ReadWish(clause, reading, file);
        }
    }

    /// <summary>The clause says that a sound is no music.</summary>
    public static bool IsDenied(Clause clause) => clause.IndexOf(Concept.Music) is > 0 and var music
        && clause.Tokens.Take(music).LastOrDefault(t => t.Concept is not (Concept.Filler or Concept.Background or Concept.It)) is { } before
        && (before.Concept == Concept.Not || clause.TextOf(before) is "不是" or "唔系" or "唔係")
        && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept));

    /// <summary>开头大声，后面小声: the rest of what cannot be done.</summary>
    private static bool IsRestOfDecline(Clause clause, Reading reading) => reading.Edits is [.., Decline { Wish: Inability.VolumePart }]
        && clause.HasFree(Concept.First, Concept.Last, Concept.After)
        && VolumeWords.IsAbout(clause)
        && !clause.Has(Concept.Voice);

    /// <summary>"a bit quieter" after a clause about the music.</summary>
    private static bool IsMeant(Clause clause, Reading reading) => reading.Focus == Subject.Music
        && reading.HasMusic
        && (VolumeWords.IsAbout(clause) || VolumeWords.IsBareLevel(clause) || IsStepAlone(clause) || FadesIt(clause))
        && !clause.Has(Concept.Voice, Concept.Video)
        && !(clause.Has(Concept.Mute) && clause.Tokens.Any(t => t.Kind == TokenKind.Unknown && t.Length > 1));

    /// <summary>"keep the original audio low underneath" is about the sound of the clip.</summary>
    private static bool KeepsVoice(Clause clause, Reading reading) => clause.Has(Concept.Keep)
        && clause.HasFree(Concept.Voice)
        && clause.HasFree(Concept.Under, Concept.Quieter)
        && (reading.HasMusic || reading.Clauses.Count > 1);

    private static void ReadAskedSong(Clause clause, Reading reading)
    {
        if (Songs.AreAskedFor(clause, reading))
        {
            clause.ClaimEverything();
            reading.Add(new AskForMusic(), Subject.Music);
        }
    }

    private static bool ReadsAnotherSong(Clause clause, Reading reading, Asset? file) =>
        (file is null && MusicWishes.ReadOther(clause, reading))
        || MusicWishes.ReadReplacement(clause, reading)
        || (file is null && clause.Has(Concept.Merge, Concept.Replace) && reading.Unused(f => f.Facts.HasAudio) is not null);

    private static void ReadWish(Clause clause, Reading reading, Asset? file)
    {
        var music = reading.HasMusic;
        var adds = clause.Has(Concept.Add, Concept.Another, Concept.Use, Concept.Move) || !music;
        file ??= adds ? Songs.FindFree(reading) : null;
        var timing = MusicTiming.Read(clause);
        if (music && file is null && VolumeWords.IsPart(clause))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.VolumePart), Subject.Music);
            return;
        }

        var volume = VolumeWords.Read(clause, music && file is null && AreTogether(clause) ? Track.All : Track.Music);
        clause.ClaimAll(
            Concept.Music, Concept.Volume, Concept.Keep, Concept.Under, Concept.Voice, Concept.Whole, Concept.WhileSpeaking, Concept.Background,
            Concept.Quieter);
        clause.ClaimWords(WordLists.Softly);
        clause.ClaimFrame();
        var isAsked = (!music || (adds && timing == new SetMusic())) && !IsTheMaterial(reading);
        Edit? edit = file is not null ? new PlaceFile(file.Id, FileRole.Music) { Volume = LevelOf(volume) }
            : volume is not null && music ? volume
            : isAsked ? new AskForMusic() : null;
        if (edit is not null)
        {
            reading.Add(edit);
        }

        if (timing != new SetMusic())
        {
            reading.Add(timing);
        }

        reading.Focus = Subject.Music;
    }

    /// <summary>How loud a new song is; null: as usual.</summary>
    private static double? LevelOf(SetVolume? volume)
    {
        if (volume?.Level is { } level)
        {
            return level;
        }

        if (volume?.Decibels is { } decibels)
        {
            return Math.Clamp(Math.Pow(10, decibels / 20), 0, 2);
        }

        return volume?.Factor is { } factor ? PlaceFile.QuietMusic * factor : null;
    }

    /// <summary>"music and voice": one level for the two.</summary>
    private static bool AreTogether(Clause clause)
    {
        if (!clause.HasFree(Concept.Voice) || clause.Has(Concept.Under, Concept.WhileSpeaking))
        {
            return false;
        }

        var (voice, music) = (clause.IndexOf(Concept.Voice), clause.IndexOf(Concept.Music));
        var between = clause.Tokens.Skip(Math.Min(voice, music) + 1).Take(Math.Abs(voice - music) - 1).ToList();
        return clause.Has(Concept.AllOf)
            || (between.Exists(t => t.Concept == Concept.And) && between.TrueForAll(t => t.Concept is Concept.And or Concept.Filler));
    }

    /// <summary>再小一点 after a clause about the music.</summary>
    private static bool IsStepAlone(Clause clause) =>
        clause.HasFree(
            Concept.Smaller, Concept.Bigger, Concept.Upward, Concept.Downward, Concept.TurnUp, Concept.TurnDown, Concept.Half, Concept.Double)
        && clause.Tokens.All(t => t.Concept is Concept.Smaller or Concept.Bigger or Concept.Upward or Concept.Downward or Concept.TurnUp
            or Concept.TurnDown or Concept.Half or Concept.Double or Concept.Move or Concept.Filler or Concept.It or Concept.Change or Concept.Then);

    /// <summary>"fade it out at the end" after a clause about the music.</summary>
    private static bool FadesIt(Clause clause) => clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth)
        && !clause.Has(Concept.Whole, Concept.AllOf)
        // 片头淡入: the video.
        && !clause.Tokens.Any(t => clause.TextOf(t) is "片头" or "片尾" or "画面")
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None);

    /// <summary>"convert this music": the only sound that came is the material itself.</summary>
    private static bool IsTheMaterial(Reading reading) => !reading.Situation.HasMaterial && reading.Situation.Files.Count > 0;
}
