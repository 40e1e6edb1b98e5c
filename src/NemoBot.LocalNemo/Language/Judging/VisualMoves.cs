using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads how the picture of the sound moves: "the bars are too jumpy", "a smoother circle", 波形平稳一点.</summary>
internal static partial class VisualMoves
{
    private const double Step = 2.5;

    /// <summary>True if the clause says nothing else.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (clause.IsForbidden || !reading.HasMaterial || Whole().IsMatch(clause.Text) || !IsAbout(clause, reading) || CalmOf(clause.Text) is not ({ } calm, { } match))
        {
            return false;
        }

        reading.Add(new SetVisual { Calm = calm }, Subject.Visual);
        return clause.ClaimPart(match.Index, match.Index + match.Length, IsFrame);
    }

    /// <summary>It names the picture of the sound, or nothing while the talk was of that.</summary>
    private static bool IsAbout(Clause clause, Reading reading)
    {
        var subjects = Grievances.SubjectsOf(clause);
        var isNamed = subjects is [Subject.Visual] || clause.Has(Concept.Waveform);
        return isNamed && !clause.Has(Concept.Music, Concept.Video, Concept.Visuals, Concept.Crossfade, Concept.Scene, Concept.Footage)
            ? subjects.Count <= 1
            : subjects.Count == 0 && reading.Focus == Subject.Visual && !clause.Has(Concept.Music, Concept.Voice, Concept.Video, Concept.SpeedWord, Concept.Crossfade);
    }

    private static (double? Calm, Match? Match) CalmOf(string text) =>
        Livelier().Match(text) is { Success: true } lively ? (1 / Step, lively)
        : Calmer().Match(text) is { Success: true } calm ? (Step, calm)
        : (null, null);

    private static bool IsFrame(Token token) => VisualWords.All.Contains(token.Concept)
        || token.Concept is Concept.Filler or Concept.Let or Concept.Change or Concept.It or Concept.CanYou or Concept.And or Concept.But or Concept.Move or Concept.Then;

    /// <summary>让画面活泼一点: all of the picture.</summary>
    [GeneratedRegex(@"画面|镜头|视频|\b(?:video|picture|camera|background)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"\b(?:more|very|extra|super|be) (?:reactive|responsive|sensitive|lively|dynamic|snappy|energetic)\b|\b(?:livelier|snappier|punchier|bouncier)\b|\breacts? (?:more|harder|faster|quicker)\b(?: to (?:the |my )?\w+)?"
        + @"|\btoo (?:slow|lazy|sluggish|stiff|calm|lame|smooth|static)\b|\b(?:less|not so) (?:smooth|calm|sluggish)\b|\b(?:move|moves|moving|react|reacts|jump|jumps) (?:faster|quicker|more)\b"
        + "|(?:更|再|要)?(?:灵敏|灵动|活泼|有活力|有弹性)(?:一?点|些)?|反应(?:再|更|要)?快(?:一?点|些)?|(?:太|有点)(?:迟钝|呆板|死板|僵硬)了?|(?:动|跳)得?(?:再|更)(?:快|欢|厉害|明显)(?:一?点|些)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Livelier();

    [GeneratedRegex(
        @"\b(?:(?:is|are|too|so|very|way too|a bit|really|pretty|less|not so|look|looks) )*(?:wild|nervous|jumpy|jittery|twitchy|hectic|frantic|erratic|restless|hyper|hyperactive|jerky|fidgety)\b|\b(?:calmer|smoother|steadier|gentler)\b|\b(?:more|be|and|a bit|really|nice and) (?:calm|smooth|steady|gentle)(?:ly)?\b|\bcalm\b[^,;.]{1,20}\bdown\b|\bcalm (?:down )?(?:the|it|them)\b|\b(?:bars|wave\w*|visuali[sz]er|circle|ring|spectrum|particles|dots) (?:a bit |a little |much |move )*slower\b|\bslower (?:bars|wave\w*|visuali[sz]er|circle|ring|spectrum|particles|dots)\b|\bsmooth (?:out )?the (?:bars|wave\w*|visuali[sz]er|circle)\b"
        + @"|\b(?:(?:jump|move|bounce|twitch|flicker|react|shake)(?:s|ing)? (?:around )?(?:too (?:much|fast|wildly|quickly)|less|slower|more slowly|more calmly|like crazy))\b|\b(?:less|not so) (?:reactive|sensitive|responsive|jumping)\b"
        + "|(?:跳|动|抖|晃)(?:得|作)?(?:有点|太)(?:快|乱|厉害|凶|猛|欢|剧烈|频繁|多)?了?|(?:太|有点)(?:跳|抖|乱跳|躁动|躁|闹腾|闹|激烈|剧烈|狂)了?|(?:再|更|要)?(?:平稳|平缓|平滑|顺滑|缓和|柔和|稳)(?:一?点|些)|(?:别|不要)(?:那么|这么|太)?(?:跳|抖|乱跳|乱动|晃)(?:那么|这么)?(?:快|厉害|多)?|(?:动|跳)(?:得)?(?:慢|缓)(?:一?点|些)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Calmer();
}
