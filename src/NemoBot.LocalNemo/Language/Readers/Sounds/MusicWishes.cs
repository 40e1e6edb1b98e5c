using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads wishes about the music that are not about its level or its times: another song, or none.</summary>
internal static class MusicWishes
{
    /// <summary>"replace the music with silence".</summary>
    public static bool ReadSilence(Clause clause, Reading reading)
    {
        if (!reading.HasMusic || !clause.HasFree(Concept.Music) || !clause.HasFree(Concept.Replace, Concept.Swap))
        {
            return false;
        }

        if (!clause.HasFree(Concept.SilenceNoun) && !clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "nothing" or "silent"))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new RemoveMusic(), Subject.Music);
        return true;
    }

    /// <summary>"swap the music for something calmer": it has to be sent first.</summary>
    public static bool ReadOther(Clause clause, Reading reading)
    {
        var exchanges = clause.Has(Concept.Swap, Concept.Replace)
            || clause.Tokens.Any(t => t.Concept == Concept.Change && clause.TextOf(t)[0] == '换');
        if (!exchanges || !reading.HasMusic || clause.Tokens.Any(t => t.IsTime) || VolumeWords.IsAbout(clause))
        {
            return false;
        }

        if (reading.Unused(f => f.Facts.HasAudio) is not null)
        {
            return false;
        }

        clause.ClaimAll(Concept.Swap, Concept.Replace, Concept.Music, Concept.Change, Concept.Mood, Concept.MoodWord);
        clause.ClaimFrame();
        reading.Add(new AskForMusic { Other = true }, Subject.Music);
        return true;
    }

    /// <summary>用它替换背景音乐: the voice stays.</summary>
    public static bool ReadReplacement(Clause clause, Reading reading)
    {
        var replaces = clause.Has(Concept.Replace, Concept.Swap, Concept.Change) && !clause.Has(Concept.Voice);
        if (!replaces || reading.Situation is not { HasMaterial: true, NewFiles.Count: 1 })
        {
            return false;
        }

        var hasPlace = reading.Project.Music.Count > 0 || !MainMaterial.ShowsVideo(reading.Project);
        if (!hasPlace || reading.Unused(Songs.IsSound) is not { } other)
        {
            return false;
        }

        clause.ClaimEverything();
        var old = reading.Project.Music is [.., var playing] ? playing : null;
        if (old is not null)
        {
            reading.Add(new RemoveMusic());
        }

        reading.Add(new PlaceFile(other.Id, FileRole.Music) { Volume = old?.Volume }, Subject.Music);
        return true;
    }
}
