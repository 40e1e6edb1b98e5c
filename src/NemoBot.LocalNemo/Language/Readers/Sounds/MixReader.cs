using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads loudness targets, noise, ducking and delays.</summary>
internal sealed class MixReader : IClauseReader
{
    private const double Quieter = 0.6;

    public void Read(Clause clause, Reading reading)
    {
        ReadLoudness(clause, reading);
        ReadNoise(clause, reading);
        ReadDucking(clause, reading);
        ReadDelay(clause, reading);
    }

    private static void ReadLoudness(Clause clause, Reading reading)
    {
        var level = clause.Take(TokenKind.Lufs);
        if (level is null && !clause.HasFree(Concept.LoudnessWord) && !IsLoudFor(clause))
        {
            return;
        }

        var target = level is { } said ? -Math.Abs(said.Value) : PlatformTarget(clause);
        if (target is null && clause.Free(TokenKind.Number).Select(i => clause.Tokens[i].Value).FirstOrDefault(v => v is >= 8 and <= 40) is > 0 and var bare)
        {
            clause.Take(TokenKind.Number);
            target = -bare;
        }

        // 别一会大一会小 wants it even.
        var uneven = clause.Tokens.Any(t => t.Concept == Concept.LoudnessWord && clause.TextOf(t) is "忽大忽小" or "时大时小" or "忽高忽低" or "音量不稳" or "大小不一" or "不均匀" or "声音不稳定" or "一会大一会小" or "一会儿大一会儿小" or "uneven" or "inconsistent" or "too uneven" or "all over the place");
        var off = clause.ClaimAll(Concept.Remove, Concept.Not) && target is null && !uneven;
        clause.ClaimAll(Concept.LoudnessWord, Concept.Louder, Concept.Voice, Concept.Volume, Concept.Recording, Concept.YouTube, Concept.Spotify, Concept.Podcasts, Concept.Broadcast,
            Concept.TikTok, Concept.Reels, Concept.Instagram, Concept.Shorts, Concept.Music);
        clause.ClaimFrame();
        reading.Add(target is { } lufs ? new SetMix { Loudness = lufs } : new SetMix { Normalize = !off }, Subject.Voice);
    }

    /// <summary>"loud enough for spotify": as loud as the platform wants it.</summary>
    private static bool IsLoudFor(Clause clause) => clause.HasFree(Concept.Louder) && !clause.Has(Concept.Music) && PlatformTarget(clause) is not null
        && clause.Tokens.All(t => t.Kind is TokenKind.Word or TokenKind.Break && Clause.SubjectOf(t.Concept) == Subject.None && !t.IsTime)
        && clause.Tokens.Any(t => t.Concept == Concept.Louder && clause.TextOf(t).ToLowerInvariant() is "loud" or "loud enough" or "louder");

    /// <summary>Targets that the platforms publish.</summary>
    private static double? PlatformTarget(Clause clause) =>
        clause.Has(Concept.Podcasts) || clause.Tokens.Any(t => t.Concept == Concept.Voice && clause.TextOf(t).ToLowerInvariant() is "podcast" or "播客") ? -16 : clause.Has(Concept.Broadcast) ? -23
        : clause.Has(Concept.YouTube, Concept.Spotify, Concept.TikTok, Concept.Reels, Concept.Instagram, Concept.Shorts) ? -14 : null;

    private static void ReadNoise(Clause clause, Reading reading)
    {
        if (clause.Tokens.Any(t => t.IsTime) && (clause.Has(Concept.Cut, Concept.Remove) || SharedVerbs.IsCutByAnother(clause, reading)) && clause.FreeIndexOf(Concept.Noise) is > 0 and var noise && (clause.Tokens.Count(t => t.IsTime) > 1 || clause.Has(Concept.At) || WordLists.Having.Contains(clause.TextOf(clause.Tokens[noise - 1]))))
        {
            // 最后三秒有杂音，切了: that part goes, the rest is not said to be noisy.
            clause.Claim(noise);
            return;
        }

        var removes = clause.HasFree(Concept.Noise) && (clause.Has(Concept.Remove, Concept.Cut, Concept.Quieter, Concept.Not) || (reading.HasMaterial && !clause.Has(Concept.Add, Concept.Title) && !reading.Says(Concept.Remove, Concept.Denoise)));
        if (!removes && !clause.HasFree(Concept.Denoise))
        {
            // "there is a hum, can you remove the noise": the complaint belongs to the wish.
            if (clause.HasFree(Concept.Noise) && (reading.Says(Concept.Denoise) || (reading.Says(Concept.Remove) && reading.Clauses.Count(c => c.Has(Concept.Noise)) > 1)))
            {
                clause.ClaimAll(Concept.Noise);
            }

            return;
        }

        var off = clause.HasFree(Concept.Denoise) && clause.Has(Concept.Remove, Concept.Not);
        clause.ClaimAll(Concept.Noise, Concept.Denoise, Concept.Remove, Concept.Cut, Concept.Quieter, Concept.Not, Concept.Voice, Concept.Recording, Concept.Background, Concept.Smaller, Concept.Bigger, Concept.Large, Concept.Huge);
        if (!clause.Has(Concept.And))
        {
            // "quiet and hissy" are two complaints.
            clause.ClaimAll(Concept.Louder);
        }

        clause.ClaimFrame();
        reading.Add(new SetMix { Denoise = !off }, Subject.Voice);
    }

    private static void ReadDucking(Clause clause, Reading reading)
    {
        if ((clause.HasFree(Concept.Overpower) || CannotHearVoice(clause)) && (reading.Project.Music.Count > 0 || reading.Edits.OfType<PlaceFile>().Any()))
        {
            // "the music must not drown the voice", 音乐不要盖过人声.
            clause.ClaimAll(Concept.Overpower, Concept.Louder, Concept.Music, Concept.Not, Concept.No, Concept.Remove, Concept.Voice, Concept.Recording, Concept.Title);
            clause.ClaimFrame();
            var already = reading.Project.Music.Count > 0 && reading.Project.Music.All(m => m.Ducks);
            reading.Add(already ? new SetVolume(Track.Music) { Factor = Quieter } : new SetMix { Duck = true }, Subject.Music);
            return;
        }

        if (clause.HasFree(Concept.WhileSpeaking) && clause.Has(Concept.Quieter, Concept.Smaller, Concept.TurnDown, Concept.Downward, Concept.Duck) && reading.Situation.Project is null && reading.Edits.OfType<SetVolume>().Any(v => v.Track == Track.Music))
        {
            // 第二个是背景音乐，音量15%，我说话的时候再低一点: of the song that comes with it.
            clause.ClaimAll(Concept.WhileSpeaking, Concept.Duck, Concept.Quieter, Concept.TurnDown, Concept.Smaller, Concept.Downward);
            clause.ClaimFrame();
            reading.Add(new SetMix { Duck = true }, Subject.Music);
            return;
        }

        if (clause.HasFree(Concept.Duck, Concept.WhileSpeaking) && clause.HasFree(Concept.Music, Concept.Duck) && WaitingSong(reading) is { } song)
        {
            // "duck the music when I talk", and the song has not been placed yet: music gives way to speech by itself.
            clause.ClaimAll(Concept.WhileSpeaking, Concept.Duck, Concept.Quieter, Concept.TurnDown, Concept.Music, Concept.Voice, Concept.Under);
            clause.ClaimFrame();
            reading.Add(new PlaceFile(song.Id, FileRole.Music), Subject.Music);
            return;
        }

        var lowers = clause.HasFree(Concept.WhileSpeaking) && (clause.Has(Concept.Quieter, Concept.Duck, Concept.TurnDown, Concept.Smaller, Concept.Downward) || clause.Has(Concept.Music));
        if ((!lowers && !clause.HasFree(Concept.Duck)) || clause.HasFree(TokenKind.File) || reading.Unused(f => f.Facts.HasAudio) is not null)
        {
            return;
        }

        var off = clause.Has(Concept.Remove, Concept.Not);
        var asks = clause.HasFree(Concept.Duck);
        clause.ClaimAll(Concept.WhileSpeaking, Concept.Duck, Concept.FadeBoth, Concept.FadeOut, Concept.Quieter, Concept.TurnDown, Concept.Music, Concept.Remove, Concept.Not, Concept.Smaller, Concept.Voice, Concept.Under, Concept.Downward, Concept.Recording);
        clause.ClaimFrame();
        // Music that ducks already can only get quieter as a whole.
        var ducks = (!asks || clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "more" or "harder" or "further" or "deeper" or "even more" or "再" or "更")) && reading.Project.Music.Count > 0 && reading.Project.Music.All(m => m.Ducks);
        reading.Add(ducks && !off ? new SetVolume(Track.Music) { Factor = Quieter } : new SetMix { Duck = !off }, Subject.Music);
    }

    /// <summary>The one sound of the session that is used nowhere, while no music plays.</summary>
    private static Asset? WaitingSong(Reading reading) => reading is { HasMusic: false, Situation: { HasMaterial: true, NewFiles.Count: 0 } situation }
        && situation.Files.Where(f => f.Facts.Kind == MediaKind.Audio && !FileUse.IsUsed(reading.Project, f)).ToList() is [var only] ? only : null;

    /// <summary>"i can't hear the voice over the music".</summary>
    private static bool CannotHearVoice(Clause clause) => clause.HasFree(Concept.Voice) && clause.HasFree(Concept.Music)
        && clause.Tokens.Any(t => t.Concept == Concept.Louder && (clause.TextOf(t).Contains("hear", StringComparison.OrdinalIgnoreCase) || clause.TextOf(t).StartsWith("听不", StringComparison.Ordinal)));

    /// <summary>"half a second late", 慢了0.5秒: what is late is to come earlier.</summary>
    private static bool IsState(Clause clause) => clause.IndexOf(Concept.Later, Concept.Earlier) is >= 0 and var at
        && clause.TextOf(clause.Tokens[at]).ToLowerInvariant() is "late" or "too late" or "early" or "too early" or "lagging" or "lags" or "lag" or "晚了" or "慢了" or "滞后" or "早了" or "快了" or "behind the audio"
            or "behind the sound" or "ahead of the audio" or "ahead of the sound"
        && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept));

    /// <summary>"shift the captions by 300 ms".</summary>
    private static bool IsShift(Clause clause) => clause.HasFree(Concept.Move) && clause.HasFree(Concept.Captions) && clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Move or Concept.Captions or Concept.ByName or Concept.Filler or Concept.CanYou or Concept.AllOf);

    private static void ReadDelay(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Later, Concept.Earlier) && reading.Edits.Any(e => e is SetCaptions { Shift: not null } or DelaySound) && !clause.HasFree(TokenKind.Duration))
        {
            // 慢了0.5秒，往前调: says the same once more.
            clause.ClaimAll(Concept.Later, Concept.Earlier);
            clause.ClaimFrame();
            return;
        }

        if (!(clause.HasFree(Concept.Later, Concept.Earlier) || IsShift(clause)) || !clause.HasFree(TokenKind.Duration) || clause.Has(Concept.Title, Concept.FadeIn, Concept.FadeOut, Concept.Cut, Concept.Remove, Concept.Keep, Concept.Trim))
        {
            return;
        }

        var by = clause.Take(TokenKind.Duration)!.Time;
        by = clause.Has(Concept.Earlier) != IsState(clause) ? -by : by;
        var captions = clause.Has(Concept.Captions, Concept.Lyrics) || (reading.Project.Captions is not null && !MainMaterial.ShowsVideo(reading.Project) && !clause.Has(Concept.Voice, Concept.Music)) || (reading.Focus == Subject.Captions && !clause.Has(Concept.Voice, Concept.Music));
        clause.ClaimAll(Concept.Later, Concept.Earlier, Concept.Voice, Concept.Captions, Concept.Lyrics, Concept.Music, Concept.AllOf);
        clause.ClaimFrame();
        if (captions)
        {
            reading.Add(new SetCaptions { Shift = by }, Subject.Captions);
        }
        else
        {
            reading.Add(new DelaySound(by), Subject.Voice);
        }
    }
}
