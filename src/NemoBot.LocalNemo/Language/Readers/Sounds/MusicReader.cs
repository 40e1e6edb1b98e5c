using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads background music: which file, how loud, when.</summary>
internal sealed class MusicReader : IClauseReader
{
    private static readonly TimeSpan UsualFade = TimeSpan.FromSeconds(2);

    public void Read(Clause clause, Reading reading)
    {
        if (reading.Situation.NewFiles.Count > 0 && IsDenied(clause))
        {
            // "not background music, this is the new episode".
            clause.ClaimAll(Concept.Music, Concept.Not, Concept.Background);
            return;
        }

        if (reading.Edits is [.., Decline { Wish: Inability.VolumePart }] && clause.HasFree(Concept.First, Concept.Last, Concept.After) && VolumeWords.IsAbout(clause) && !clause.Has(Concept.Voice))
        {
            // 开头大声，后面小声: the rest of what cannot be done.
            clause.ClaimEverything();
            return;
        }

        if (reading.HasMusic && clause.HasFree(Concept.Music) && clause.HasFree(Concept.Replace, Concept.Swap) && (clause.HasFree(Concept.SilenceNoun) || clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "nothing" or "silent")))
        {
            // "replace the music with silence".
            clause.ClaimEverything();
            reading.Add(new RemoveMusic(), Subject.Music);
            return;
        }

        var named = clause.HasFree(Concept.Music);
        var music = reading.HasMusic;
        var meant = reading.Focus == Subject.Music && music && (VolumeWords.IsAbout(clause) || IsStepAlone(clause) || FadesIt(clause)) && !clause.Has(Concept.Voice, Concept.Video) && !(clause.Has(Concept.Mute) && clause.Tokens.Any(t => t.Kind == TokenKind.Unknown && t.Length > 1));
        var file = FileUnder(clause, reading, named);
        // "keep the original audio low underneath" is about the sound of the clip.
        var main = clause.Has(Concept.Keep) && clause.HasFree(Concept.Voice) && !named && clause.HasFree(Concept.Under, Concept.Quieter) && (reading.HasMusic || reading.Clauses.Count > 1);
        if (main)
        {
            clause.ClaimAll(Concept.Under, Concept.Keep);
        }

        if (!named && !meant && file is null && AsksForSong(clause, reading))
        {
            clause.ClaimEverything();
            reading.Add(new AskForMusic(), Subject.Music);
            return;
        }

        if ((!named && !meant && file is null) || main)
        {
            return;
        }

        if (clause.HasFree(Concept.MusicIntro))
        {
            // "use this jingle as intro and outro" is declined.
            return;
        }

        if ((clause.Has(Concept.Swap, Concept.Replace) || clause.Tokens.Any(t => t.Concept == Concept.Change && clause.TextOf(t)[0] == '换')) && !clause.Tokens.Any(t => t.IsTime) && named && music && !VolumeWords.IsAbout(clause) && file is null && reading.Unused(f => f.Facts.HasAudio) is null)
        {
            // "swap the music for something calmer": it has to be sent first.
            clause.ClaimAll(Concept.Swap, Concept.Replace, Concept.Music, Concept.Change);
            clause.ClaimFrame();
            reading.Add(new AskForMusic { Other = true }, Subject.Music);
            return;
        }

        if (named && reading.Situation is { HasMaterial: true, NewFiles.Count: 1 } && (reading.Project.Music.Count > 0 || !MainMaterial.ShowsVideo(reading.Project)) && clause.Has(Concept.Replace, Concept.Swap, Concept.Change) && !clause.Has(Concept.Voice) && reading.Unused(f => f.Facts.Kind == Core.Media.MediaKind.Audio) is { } other)
        {
            // 用它替换背景音乐: the voice stays.
            clause.ClaimEverything();
            var old = reading.Project.Music is [.., var playing] ? playing : null;
            if (old is not null)
            {
                reading.Add(new RemoveMusic());
            }

            reading.Add(new PlaceFile(other.Id, FileRole.Music) { Volume = old?.Volume }, Subject.Music);
            return;
        }

        if (clause.Has(Concept.Merge, Concept.Replace) && file is null && named && reading.Unused(f => f.Facts.HasAudio) is not null)
        {
            return;
        }

        var adds = clause.Has(Concept.Add, Concept.Another, Concept.Use, Concept.Move) || !music;
        file ??= adds ? reading.Unused(f => f.Facts.Kind == Core.Media.MediaKind.Audio && IsFree(reading, f)) : null;
        var timing = ReadTiming(clause);
        var both = music && file is null && clause.HasFree(Concept.Voice) && AreTogether(clause) && !clause.Has(Concept.Under, Concept.WhileSpeaking);
        if (music && file is null && VolumeWords.IsPart(clause))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.VolumePart), Subject.Music);
            return;
        }

        var volume = VolumeWords.Read(clause, both ? Track.All : Track.Music);
        clause.ClaimAll(Concept.Music, Concept.Volume, Concept.Keep, Concept.Under, Concept.Voice, Concept.Whole, Concept.WhileSpeaking, Concept.Background, Concept.Quieter);
        clause.ClaimWords(WordLists.Softly);
        clause.ClaimFrame();
        if (file is not null)
        {
            reading.Add(new PlaceFile(file.Id, FileRole.Music) { Volume = volume?.Level ?? (volume?.Decibels is { } decibels ? (double?)Math.Clamp(Math.Pow(10, decibels / 20), 0, 2) : null) ?? (volume?.Factor is { } factor ? PlaceFile.QuietMusic * factor : null) });
        }
        else if (volume is not null && music)
        {
            reading.Add(volume);
        }
        else if ((!music || (adds && timing == new SetMusic())) && !IsTheMaterial(reading))
        {
            reading.Add(new AskForMusic());
        }

        if (timing != new SetMusic())
        {
            reading.Add(timing);
        }

        reading.Focus = Subject.Music;
    }

    /// <summary>"put a sad violin song on it": one that has not been sent.</summary>
    private static bool AsksForSong(Clause clause, Reading reading) => reading.Situation.NewFiles.Count == 0 && clause.Has(Concept.Add) && clause.Tokens.FirstOrDefault(t => IsSong(clause, t)) is { } song
        && clause.Tokens.Any(t => t.Start < song.Start && clause.TextOf(t).ToLowerInvariant() is "a" or "some" or "any") && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Kind is not (TokenKind.Quote or TokenKind.File));

    /// <summary>"music and voice": one level for the two.</summary>
    private static bool AreTogether(Clause clause)
    {
        var (voice, music) = (clause.IndexOf(Concept.Voice), clause.IndexOf(Concept.Music));
        var between = clause.Tokens.Skip(Math.Min(voice, music) + 1).Take(Math.Abs(voice - music) - 1).ToList();
        return clause.Has(Concept.AllOf) || (between.Exists(t => t.Concept == Concept.And) && between.TrueForAll(t => t.Concept is Concept.And or Concept.Filler));
    }

    /// <summary>The clause says that a sound is no music.</summary>
    public static bool IsDenied(Clause clause) => clause.IndexOf(Concept.Music) is > 0 and var music
        && clause.Tokens.Take(music).LastOrDefault(t => t.Concept is not (Concept.Filler or Concept.Background or Concept.It)) is { } before
        && (before.Concept == Concept.Not || clause.TextOf(before) is "不是" or "唔系" or "唔係") && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept));

    /// <summary>再小一点 after a clause about the music.</summary>
    private static bool IsStepAlone(Clause clause) => clause.HasFree(Concept.Smaller, Concept.Bigger, Concept.Upward, Concept.Downward, Concept.TurnUp, Concept.TurnDown)
        && clause.Tokens.All(t => t.Concept is Concept.Smaller or Concept.Bigger or Concept.Upward or Concept.Downward or Concept.TurnUp or Concept.TurnDown or Concept.Filler or Concept.It or Concept.Change or Concept.Then);

    /// <summary>"fade it out at the end" after a clause about the music.</summary>
    private static bool FadesIt(Clause clause) => clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth) && !clause.Has(Concept.Whole, Concept.AllOf)
        // 片头淡入: the video.
        && !clause.Tokens.Any(t => clause.TextOf(t) is "片头" or "片尾" or "画面")
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None);

    /// <summary>"chuck this underneath", "play this for the first 8 seconds": a sound that has just come goes with what is there.</summary>
    public static bool AccompaniesMaterial(Clause clause, Reading reading) => reading.Situation.HasMaterial && reading.Situation.NewFiles.Any(f => f.Facts.Kind == Core.Media.MediaKind.Audio)
        && (clause.HasFree(Concept.Under, Concept.WhileSpeaking) || clause.Tokens.Any(t => WordLists.Softly.Contains(clause.TextOf(t))) || ((clause.Has(Concept.It) || clause.Tokens.Any(t => IsSong(clause, t))) && clause.Tokens.Any(t => t.IsTime) && clause.Tokens.Any(t => WordLists.Playing.Contains(clause.TextOf(t)))))
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None)
        && !clause.Has(Concept.Replace, Concept.Merge, Concept.Append, Concept.Loop, Concept.Remove, Concept.Cut, Concept.Trim, Concept.Keep, Concept.Video);

    private static bool IsSong(Clause clause, Token token) => token.Concept == Concept.Voice && clause.TextOf(token).ToLowerInvariant() is "song" or "歌" or "歌曲" or "这首歌";

    /// <summary>A sound file named in the clause, next to words for music, or put under something.</summary>
    private static Asset? FileUnder(Clause clause, Reading reading, bool named)
    {
        foreach (var i in clause.Free(TokenKind.File))
        {
            var file = reading.Situation.Files.FirstOrDefault(f => f.Id == clause.Tokens[i].Content);
            if (file is { Facts.HasAudio: true } && (named || clause.HasFree(Concept.Under, Concept.WhileSpeaking)) && !clause.Has(Concept.Remove))
            {
                clause.Claim(i);
                return file;
            }
        }

        if (AccompaniesMaterial(clause, reading))
        {
            return reading.Unused(f => f.Facts.Kind == Core.Media.MediaKind.Audio);
        }

        // "put the song underneath", 配上这首歌: a song that is added is music.
        var song = clause.HasFree(Concept.Under) || clause.Tokens.Any(t => IsSong(clause, t));
        var adds = song && clause.HasFree(Concept.Voice) && (clause.Has(Concept.Add, Concept.Move) || clause.HasFree(Concept.Under) || (clause.HasFree(TokenKind.Percent) && reading.Situation.HasMaterial)) && !clause.Has(Concept.Replace, Concept.Merge, Concept.Loop);
        if (adds && !reading.Situation.HasMaterial && reading.Situation.Files.Where(f => f.Facts.Kind == Core.Media.MediaKind.Audio).ToList() is { Count: 2 } sounds && clause.HasFree(Concept.Under))
        {
            // "voice on top, song quietly underneath".
            return sounds.Find(s => s != SoundFiles.MainOf(sounds));
        }

        return adds && (reading.Situation.HasMaterial || reading.Situation.Files.Any(f => f.Facts.HasVideo))
            ? reading.Unused(f => f.Facts.Kind == Core.Media.MediaKind.Audio) : null;
    }

    /// <summary>"convert this music": the only sound that came is the material itself.</summary>
    private static bool IsTheMaterial(Reading reading) => !reading.Situation.HasMaterial && reading.Situation.Files.Count > 0;

    /// <summary>The only sound there is cannot be its own background music.</summary>
    private static bool IsFree(Reading reading, Asset file) =>
        reading.Situation.HasMaterial || reading.Situation.Files.Count(f => f.Facts.Kind is Core.Media.MediaKind.Audio or Core.Media.MediaKind.Video && !reading.Placed.Contains(f.Id)) > 1;

    /// <summary>The one moment of a clause: 0:40, or "at 6 seconds".</summary>
    private static int? MomentOf(Clause clause) => clause.Free(TokenKind.Time).ToList() is [var time] ? time
        : clause.Free(TokenKind.Duration).ToList() is [var seconds] && !clause.HasFree(TokenKind.Time) && seconds > 0 && clause.Tokens[seconds - 1].Concept == Concept.At ? seconds : null;

    private static SetMusic ReadTiming(Clause clause)
    {
        var (fadeIn, fadeOut) = FadeLengths.Read(clause, UsualFade);
        if (fadeOut is { } sinks && fadeIn is null && MomentOf(clause) is { } faded && clause.Has(Concept.At, Concept.From, Concept.After) && !clause.Has(Concept.To))
        {
            // "fade it out at 0:40" says when it begins to end.
            clause.ClaimAll(Concept.At, Concept.From, Concept.After);
            return new SetMusic { End = clause.Claim(faded).Time + sinks, FadeOut = sinks };
        }

        if (clause.Has(Concept.Remove, Concept.Cut, Concept.End) && clause.Free(TokenKind.Time).Cast<int?>().FirstOrDefault() is { } at && clause.Has(Concept.At, Concept.After) && !clause.HasFree(TokenKind.Dash) && !clause.Has(Concept.From))
        {
            // "stop the music at 0:45" says when it ends.
            clause.ClaimAll(Concept.Remove, Concept.Cut, Concept.End, Concept.At, Concept.After);
            return new SetMusic { Length = clause.Claim(at).Time };
        }

        if (fadeOut is not null && clause.HasFree(Concept.Last, Concept.End) && clause.Free(TokenKind.Duration).ToList() is [var over])
        {
            // "fade the music out over the last 10 seconds".
            clause.ClaimAll(Concept.Last, Concept.End);
            return new SetMusic { FadeIn = fadeIn, FadeOut = clause.Claim(over).Time };
        }

        if (fadeIn is not null && clause.HasFree(Concept.First, Concept.Begin) && clause.Free(TokenKind.Duration).ToList() is [var rise])
        {
            clause.ClaimAll(Concept.First, Concept.Begin);
            return new SetMusic { FadeIn = clause.Claim(rise).Time, FadeOut = fadeOut };
        }

        var when = clause.HasFree(TokenKind.Duration) || clause.HasFree(TokenKind.Time) ? TimeReader.Read(clause) : null;
        return new SetMusic { FadeIn = fadeIn, FadeOut = fadeOut, Start = when?.From, Length = when?.Length ?? (when is { From: { } from, To: { } to } ? to - from : when?.To) };
    }
}
