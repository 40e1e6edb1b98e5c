using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads how loud the whole is to be: "-16 LUFS", "loud enough for spotify", 声音忽大忽小.</summary>
internal static class LoudnessReader
{
    public static void Read(Clause clause, Reading reading)
    {
        var level = clause.Take(TokenKind.Lufs);
        if (level is null && !clause.HasFree(Concept.LoudnessWord) && !IsLoudFor(clause) && !IsStandard(clause) && !FitsPlatform(clause))
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
        var uneven = clause.Tokens.Any(t => t.Concept == Concept.LoudnessWord && WordLists.Uneven.Contains(clause.TextOf(t)));
        var off = clause.ClaimAll(Concept.Remove, Concept.Not) && target is null && !uneven;
        clause.ClaimAll(
            Concept.LoudnessWord, Concept.Louder, Concept.Voice, Concept.Volume, Concept.Recording, Concept.YouTube, Concept.Spotify, Concept.Podcasts,
            Concept.Broadcast, Concept.TikTok, Concept.Reels, Concept.Instagram, Concept.Shorts, Concept.Music);
        clause.ClaimWords(WordLists.Fitting);
        clause.ClaimFrame();
        clause.ClaimWords(WordLists.Standards);
        reading.Add(target is { } lufs ? new SetMix { Loudness = lufs } : new SetMix { Normalize = !off }, Subject.Voice);
    }

    /// <summary>"loud enough for spotify": as loud as the platform wants it.</summary>
    private static bool IsLoudFor(Clause clause) => clause.HasFree(Concept.Louder)
        && !clause.Has(Concept.Music)
        && PlatformTarget(clause) is not null
        && clause.Tokens.All(t => t.Kind is TokenKind.Word or TokenKind.Break && Clause.SubjectOf(t.Concept) == Subject.None && !t.IsTime)
        && clause.Tokens.Any(t => t.Concept == Concept.Louder && clause.TextOf(t).ToLowerInvariant() is "loud" or "loud enough" or "louder");

    /// <summary>音量按youtube的标准来.</summary>
    private static bool IsStandard(Clause clause) =>
        clause.HasFree(Concept.Volume, Concept.Voice) && (clause.HasWord(WordLists.Standards) || clause.HasFree(Concept.Podcasts)) && PlatformTarget(clause) is not null;

    /// <summary>"fix the levels for youtube", "make the sound right for spotify": the sound is to fit, not the shape.</summary>
    private static bool FitsPlatform(Clause clause) => PlatformTarget(clause) is not null
        && !WordLists.QuestionStarts.Contains(clause.TextOf(clause.Tokens[0]))
        && (clause.HasFree(Concept.Volume) || (clause.HasWord(WordLists.Sounds) && clause.HasWord(WordLists.Fitting)))
        && clause.Tokens.All(t => (t.Kind == TokenKind.Word && Clause.SubjectOf(t.Concept) == Subject.None) || WordLists.Fitting.Contains(clause.TextOf(t)))
        && !clause.Has(
            Concept.Music, Concept.Video, Concept.Louder, Concept.Quieter, Concept.TurnUp, Concept.TurnDown, Concept.Mute, Concept.Half, Concept.Double,
            Concept.Upward, Concept.Downward, Concept.Bigger, Concept.Smaller, Concept.Portrait, Concept.Landscape, Concept.Square);

    /// <summary>Targets that the platforms publish.</summary>
    private static double? PlatformTarget(Clause clause)
    {
        if (clause.Has(Concept.Podcasts) || clause.Tokens.Any(t => t.Concept == Concept.Voice && clause.TextOf(t).ToLowerInvariant() is "podcast" or "播客"))
        {
            return -16;
        }

        if (clause.Has(Concept.Broadcast))
        {
            return -23;
        }

        return clause.Has(Concept.YouTube, Concept.Spotify, Concept.TikTok, Concept.Reels, Concept.Instagram, Concept.Shorts) ? -14 : null;
    }
}
