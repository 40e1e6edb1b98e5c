using NemoBot.Core.Media;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Finds the sound file that a clause wants as background music.</summary>
internal static class Songs
{
    /// <summary>"put a sad violin song on it": one that has not been sent.</summary>
    public static bool AreAskedFor(Clause clause, Reading reading)
    {
        if (reading.Situation.NewFiles.Count > 0 || !clause.Has(Concept.Add) || clause.Tokens.FirstOrDefault(t => IsSong(clause, t)) is not { } song)
        {
            return false;
        }

        var isAny = clause.Tokens.Any(t => t.Start < song.Start && clause.TextOf(t).ToLowerInvariant() is "a" or "some" or "any");
        return isAny && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Kind is not (TokenKind.Quote or TokenKind.File));
    }

    /// <summary>"chuck this underneath", "play this for the first 8 seconds": a sound that has just come goes with what is there.</summary>
    public static bool AccompanyMaterial(Clause clause, Reading reading) => reading.Situation.HasMaterial
        && reading.Situation.NewFiles.Any(IsSound)
        && (IsUnderneath(clause) || IsPlayedForTime(clause))
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None)
        && !clause.Has(
            Concept.Replace, Concept.Merge, Concept.Append, Concept.Loop, Concept.Remove, Concept.Cut, Concept.Trim, Concept.Keep, Concept.Video);

    /// <summary>A sound file named in the clause, next to words for music, or put under something.</summary>
    public static Asset? Find(Clause clause, Reading reading, bool named)
    {
        if (Named(clause, reading, named) is { } file)
        {
            return file;
        }

        if (AccompanyMaterial(clause, reading))
        {
            return reading.Unused(IsSound);
        }

        if (!IsAdded(clause, reading))
        {
            return null;
        }

        if (clause.HasFree(Concept.Under) && !reading.Situation.HasMaterial && reading.Situation.Files.Where(IsSound).ToList() is { Count: 2 } sounds)
        {
            // "voice on top, song quietly underneath".
            return sounds.Find(s => s != SoundFiles.MainOf(sounds));
        }

        return reading.Situation.HasMaterial || reading.Situation.Files.Any(f => f.Facts.HasVideo) ? reading.Unused(IsSound) : null;
    }

    /// <summary>A sound that has no role yet: the only one there is cannot be its own background music.</summary>
    public static Asset? FindFree(Reading reading)
    {
        var isOneOfSeveral = reading.Situation.HasMaterial || reading.Situation.Files.Count(f => IsPlayable(f) && !reading.Placed.Contains(f.Id)) > 1;
        return isOneOfSeveral ? reading.Unused(IsSound) : null;
    }

    /// <summary>A file that is nothing but sound.</summary>
    public static bool IsSound(Asset file) => file.Facts.Kind == MediaKind.Audio;

    private static bool IsPlayable(Asset file) => file.Facts.Kind is MediaKind.Audio or MediaKind.Video;

    private static Asset? Named(Clause clause, Reading reading, bool named)
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

        return null;
    }

    /// <summary>"put the song underneath", 配上这首歌: a song that is added is music.</summary>
    private static bool IsAdded(Clause clause, Reading reading)
    {
        var isNamed = clause.HasFree(Concept.Under) || clause.Tokens.Any(t => IsSong(clause, t));
        return isNamed
            && clause.HasFree(Concept.Voice)
            && (clause.Has(Concept.Add, Concept.Move)
                || clause.HasFree(Concept.Under)
                || (clause.HasFree(TokenKind.Percent) && reading.Situation.HasMaterial))
            && !clause.Has(Concept.Replace, Concept.Merge, Concept.Loop);
    }

    private static bool IsUnderneath(Clause clause) => clause.HasFree(Concept.Under, Concept.WhileSpeaking)
        || clause.Tokens.Any(t => WordLists.Softly.Contains(clause.TextOf(t)));

    private static bool IsPlayedForTime(Clause clause) => (clause.Has(Concept.It) || clause.Tokens.Any(t => IsSong(clause, t)))
        && clause.Tokens.Any(t => t.IsTime)
        && clause.Tokens.Any(t => WordLists.Playing.Contains(clause.TextOf(t)));

    private static bool IsSong(Clause clause, Token token) =>
        token.Concept == Concept.Voice && clause.TextOf(token).ToLowerInvariant() is "song" or "歌" or "歌曲" or "这首歌";
}
