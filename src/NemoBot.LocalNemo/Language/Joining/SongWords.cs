using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Words for sounds whose meaning depends on what is heard.</summary>
internal static partial class SongWords
{
    /// <summary>"bring the song up": the music, where some plays beside the main sound.</summary>
    public static Utterance SongsAsMusic(Utterance said)
    {
        var (project, isNew) = (said.Situation.Project, said.Situation.NewFiles.Count > 0);
        if (project is { Music.Count: 0 } && !isNew)
        {
            if (project is { Voice: not null } or { Slides.Count: > 0, Clips.Count: > 0 } && !said.Has(Concept.Add, Concept.Remove, Concept.Voice))
            {
                // "the music a bit quieter": the sound that took the place of the clip's own.
                return said.Rename(Concept.Voice, (t, _) => t.Concept == Concept.Music);
            }

            if (said.Has(Concept.Cut, Concept.Remove) && said.Tokens.Any(t => t.IsTime))
            {
                return JinglesAsParts(said);
            }
        }

        if (IsSongBesideTalk(said))
        {
            // "the song at the very end only": it goes with the talk, not in its place.
            return said.Rename(Concept.Music, (t, i) => t.Concept == Concept.Voice && said.TextAt(i) is "song" or "track" or "tune");
        }

        return project is not { Music.Count: > 0 } || isNew ? said : said.Rename(Concept.Music, (t, i) => t.Concept == Concept.Voice
            && (said.TextAt(i) is "song" or "歌" or "歌曲" or "这首歌" || (said.TextAt(i) == "声音" && IsAboutMusic(said))));
    }

    /// <summary>老师布置的朗读作业, beside a recording: that is what was read aloud. 帮我朗读这段文字 asks for a voice.</summary>
    public static Utterance ReadingsAloud(Utterance said) => !said.Situation.Files.Any(f => f.Facts.HasAudio) ? said
        : said.Rename(Concept.Recording, (t, _) => t.Concept == Concept.SyntheticVoice && said.TextOf(t) == "朗读" && !VoiceWish().IsMatch(said.Text));

    /// <summary>"crossfade the music out": it fades.</summary>
    public static Utterance MusicCrossfades(Utterance said)
    {
        var isAlone = said.Situation.Project is { Music.Count: > 0, Clips.Count: < 2, Slides.Count: < 2 };
        return isAlone && said.Has(Concept.Music) && !said.Has(Concept.Remove, Concept.FadeIn, Concept.FadeOut)
            ? said.Rename(Concept.FadeOut, (t, _) => t.Concept == Concept.Crossfade) : said;
    }

    /// <summary>"the intro jingle runs 6 seconds, cut it": what is heard in the recording.</summary>
    private static Utterance JinglesAsParts(Utterance said)
    {
        var part = said.Has(Concept.Begin, Concept.First, Concept.End, Concept.Last) ? Concept.Filler : Concept.Begin;
        return said.Rename(part, (t, _) => t.Concept == Concept.Music && (WordLists.Jingles.Contains(said.TextOf(t)) || said.IsChinese(t)));
    }

    private static bool IsSongBesideTalk(Utterance said) =>
        said.Situation is { HasMaterial: true, Project.Background.Kind: not BackgroundKind.Video }
        && said.Situation.NewFiles.Any(f => f.Facts.Kind == MediaKind.Audio)
        && said.Has(Concept.Begin, Concept.End, Concept.First, Concept.Last)
        && !said.Has(Concept.Replace, Concept.Swap, Concept.Cut, Concept.Remove, Concept.Trim, Concept.Append);

    /// <summary>声音开到30%, after a message about the music.</summary>
    private static bool IsAboutMusic(Utterance said)
    {
        var isSpoken = said.Tokens.Any(t => said.TextOf(t) is ['我' or '说' or '人', ..]);
        var isOther = said.Has(Concept.Music, Concept.Denoise, Concept.Noise, Concept.Remove, Concept.Cut);
        return said.Situation.Focus == Subject.Music && !isSpoken && !isOther
            && (said.Tokens.Any(t => t.Kind is TokenKind.Percent or TokenKind.Decibel)
                || said.Has(Concept.Louder, Concept.Quieter, Concept.Bigger, Concept.Smaller, Concept.TurnUp, Concept.TurnDown, Concept.Half));
    }

    [GeneratedRegex("(?:ai|机器|合成|自动|电脑|帮我|替我|给我|帮忙|能不能|可以)[^，。,]{0,3}朗读|朗读(?:出来|一下|一遍|这段?文字?|文字|文本|文案|文稿|稿子|功能)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VoiceWish();
}
