using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads how loud the main sound is. Nothing is muted unless muting is said.</summary>
internal sealed class VolumeReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (!reading.HasMaterial || IsAboutPicture(clause) || IsAboutMissingMusic(clause, reading) || DescribesOther(clause))
        {
            return;
        }

        if (IsPartOfEvening(clause, reading))
        {
            clause.ClaimAll(Concept.Louder, Concept.Quieter);
        }
        else if (IsNoisy(clause, reading))
        {
            clause.ClaimEverything();
        }
        else if (!ChangesOther(clause) && !IsUnderVoice(clause))
        {
            ReadLevel(clause, reading);
        }
    }

    private static void ReadLevel(Clause clause, Reading reading)
    {
        if (DucksMusic(clause))
        {
            clause.ClaimAll(Concept.WhileSpeaking, Concept.Quieter);
            clause.ClaimFrame();
            reading.Add(new SetMix { Duck = true }, Subject.Music);
        }
        else if (!VolumeWords.IsAbout(clause))
        {
            ReadWithoutLevel(clause, reading);
        }
        else if (VolumeWords.IsPart(clause) || IsOneSound(clause))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.VolumePart), Subject.Voice);
        }
        else if (!IsBarePercentage(clause, reading) && VolumeWords.Read(clause, TrackOf(clause, reading)) is { } volume)
        {
            Finish(clause, reading, volume);
        }
    }

    private static Track TrackOf(Clause clause, Reading reading) =>
        IsLevelOfNewMusic(clause, reading) ? Track.Music : clause.Has(Concept.AllOf) ? Track.All : Track.Main;

    /// <summary>"the music is too loud" where none plays: the voice is not meant.</summary>
    private static bool IsAboutMissingMusic(Clause clause, Reading reading) => clause.Has(Concept.Music)
        && !clause.Has(Concept.Voice, Concept.AllOf)
        && !reading.HasMusic
        && reading.Situation.NewFiles.Count == 0;

    /// <summary>"quieter while I speak": not the voice itself.</summary>
    private static bool DucksMusic(Clause clause) => clause.HasFree(Concept.WhileSpeaking)
        && clause.HasFree(Concept.Quieter)
        && !clause.HasFree(Concept.Voice, Concept.Volume)
        && clause.Text[0] < 0x2E80;

    /// <summary>"captions lower" is about what is seen.</summary>
    private static bool IsAboutPicture(Clause clause)
    {
        if (clause.Has(Concept.Opacity) && !clause.Has(Concept.Voice, Concept.Music, Concept.Volume))
        {
            return true;
        }

        return clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None)
            && !clause.Has(Concept.Voice, Concept.Volume, Concept.Recording, Concept.Mute, Concept.Unmute, Concept.Music)
            && !clause.HasFree(TokenKind.Decibel);
    }

    /// <summary>"even out the loud and quiet bits": one wish.</summary>
    private static bool IsPartOfEvening(Clause clause, Reading reading) => reading.Edits.OfType<SetMix>().Any(m => m.Normalize is true)
        && clause.Tokens.All(t => !Verbs.IsVerb(t.Concept))
        && clause.Tokens.Any(t => WordLists.Loud.Contains(clause.TextOf(t)) || WordLists.Quiet.Contains(clause.TextOf(t)));

    /// <summary>视频太吵，降噪: what the other clause mends.</summary>
    private static bool IsNoisy(Clause clause, Reading reading) => !reading.HasMusic
        && reading.Says(Concept.Denoise, Concept.Noise)
        && clause.Tokens.Any(t => (t.Concept == Concept.Louder && clause.TextOf(t).EndsWith('吵')) || clause.TextOf(t) is "太吵" or "太吵了" or "有点吵" or "很吵");

    /// <summary>"then quiet under my voice": something else is.</summary>
    private static bool IsUnderVoice(Clause clause) => clause.IndexOf(Concept.Under) is >= 0 and var under
        && clause.IndexOf(Concept.Voice) > under
        && clause.Text[0] < 0x2E80;

    /// <summary>"turn it up", "remove the sound": words that are about loudness only beside the sound.</summary>
    private static void ReadWithoutLevel(Clause clause, Reading reading)
    {
        if (RemovesSound(clause))
        {
            clause.ClaimAll(Concept.Remove, Concept.Voice);
            Finish(clause, reading, new SetVolume(Track.Main) { Level = 0 });
            return;
        }

        var both = IsBoth(clause, reading);
        var turned = clause.HasFree(Concept.TurnUp, Concept.TurnDown, Concept.Bigger, Concept.Smaller, Concept.Upward, Concept.Downward, Concept.Half, Concept.Double)
            && (clause.HasFree(Concept.Voice) || reading.Focus == Subject.Voice || both)
            && !clause.Has(Concept.Not);
        if (turned && VolumeWords.Read(clause, Track.Main) is { } step)
        {
            Finish(clause, reading, both ? step with { Track = Track.All } : step);
        }
    }

    /// <summary>"remove the sound": the sound goes, the picture stays.</summary>
    private static bool RemovesSound(Clause clause) => clause.Has(Concept.Remove)
        && !clause.Has(Concept.Only, Concept.Keep, Concept.Music)
        && clause.HasFree(Concept.Voice)
        && !clause.Has(Concept.Noise, Concept.Denoise, Concept.SilenceNoun, Concept.FillerWords)
        && !clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Number or TokenKind.Unknown or TokenKind.File);

    /// <summary>配乐用这首，…，音量25%.</summary>
    private static bool IsLevelOfNewMusic(Clause clause, Reading reading) => clause.HasFree(TokenKind.Percent)
        && clause.Tokens.All(t => t.Kind == TokenKind.Percent || t.Concept is Concept.Volume or Concept.Filler)
        && reading.Edits.OfType<PlaceFile>().Any(p => p.As == FileRole.Music);

    /// <summary>"louder laughs": one of the sounds in the recording.</summary>
    private static bool IsOneSound(Clause clause)
    {
        var step = clause.Tokens.ToList().FindIndex(t => clause.TextOf(t).ToLowerInvariant() is "louder" or "quieter" or "softer");
        if (step < 0 || step + 1 >= clause.Tokens.Count)
        {
            return false;
        }

        var noun = clause.Tokens[step + 1];
        return noun is { Kind: TokenKind.Unknown } or { Kind: TokenKind.Word, Concept: Concept.Filler }
            && clause.TextOf(noun) is { Length: > 3 } word
            && word[^1] == 's'
            && !clause.Has(Concept.Voice, Concept.Music, Concept.Volume);
    }

    /// <summary>"episode 14 of the quiet hour": the word says what something else is like.</summary>
    private static bool DescribesOther(Clause clause)
    {
        var quiet = clause.Tokens.ToList().FindIndex(t => t.Concept is Concept.Quieter or Concept.Louder);
        return quiet >= 0
            && clause.TextOf(clause.Tokens[quiet]).ToLowerInvariant() is "quiet" or "loud" or "soft" or "silent"
            && quiet + 1 < clause.Tokens.Count
            && (clause.Tokens[quiet + 1] is { Kind: TokenKind.Unknown, Length: > 2 } || clause.TextOf(clause.Tokens[quiet + 1]).Equals("place", StringComparison.OrdinalIgnoreCase))
            && !clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Percent or TokenKind.Decibel)
            && !clause.Has(Concept.Volume, Concept.Voice, Concept.Music, Concept.Change, Concept.TurnUp, Concept.TurnDown, Concept.AllOf, Concept.Recording);
    }

    /// <summary>"lower the bitrate", "reduce the file size": another quantity.</summary>
    private static bool ChangesOther(Clause clause)
    {
        var verb = clause.Tokens.ToList().FindIndex(t => IsOfQuantity(clause.TextOf(t)));
        var thing = verb < 0 ? -1 : clause.Tokens.ToList().FindIndex(verb + 1, t => t.Concept is not Concept.Filler);
        return thing >= 0 && clause.Tokens[thing] is { Kind: TokenKind.Unknown, Length: > 3 } && !clause.Has(Concept.Voice, Concept.Music, Concept.Volume);
    }

    private static bool IsOfQuantity(string word) => word.ToLowerInvariant() is "lower" or "reduce" or "decrease" or "raise" or "increase" or "boost";

    /// <summary>"turn both down": the voice and the music.</summary>
    private static bool IsBoth(Clause clause, Reading reading) => reading.HasMusic
        && clause.Has(Concept.AllOf)
        && clause.Tokens.All(t => t.Concept is Concept.AllOf or Concept.TurnUp or Concept.TurnDown or Concept.Filler or Concept.Change or Concept.It);

    /// <summary>"9%" alone says nothing about loudness, unless the message before did.</summary>
    private static bool IsBarePercentage(Clause clause, Reading reading) => reading.Focus != Subject.Voice && !clause.HasFree(TokenKind.Decibel)
        && !clause.HasFree(
            Concept.Volume, Concept.Louder, Concept.Quieter, Concept.Mute, Concept.Unmute, Concept.Voice, Concept.Recording, Concept.TurnUp,
            Concept.TurnDown);

    private static void Finish(Clause clause, Reading reading, SetVolume volume)
    {
        clause.ClaimAll(Concept.Voice, Concept.Volume, Concept.AllOf, Concept.Recording, Concept.Episode, Concept.TurnDown, Concept.TurnUp);
        clause.ClaimFrame();
        if (!reading.Edits.OfType<SetVolume>().Any(e => IsSameStep(e, volume)))
        {
            reading.Add(volume, Subject.Voice);
        }
    }

    /// <summary>"make it louder, it was recorded very quietly": the reason says the same once more.</summary>
    private static bool IsSameStep(SetVolume said, SetVolume again) => said == again && again.Factor is not null;
}
