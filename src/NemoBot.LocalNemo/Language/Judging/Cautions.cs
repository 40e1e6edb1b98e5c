using System.Text.RegularExpressions;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Readers.Pictures;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Takes clauses out that ask for nothing, before any reader sees them.</summary>
internal static partial class Cautions
{
    /// <summary>In this order: the first that applies settles the clause.</summary>
    private static readonly Func<Reading, int, bool>[] Rules =
    [
        ChannelWishes.Read,
        Silences.Read,
        Choices.Read,
        CutOffSounds.Read,
        ColorMatches.Read,
        IsHead,
        VisualMoves.Read,
        CaptionAmounts.Read,
        TextGaps.Read,
        Grievances.Read,
        SoundGrievances.Read,
        Legibility.Read,
        AsksAboutPrivacy,
        Overlaps.Read,
        IsObstruction,
        IsReason,
        Bans.Read,
        Exclusions.Read,
        NeverGranted,
        IsBeyond,
        IsAside,
        RefusesFile,
        MusicOffsets.Read,
        IsOfPart,
        DeniesThing,
        SparesTime,
        DeniesColor,
        IsPraise,
        PreservesOther,
        Preserves,
        AsksAboutPast,
    ];

    public static void Apply(Reading reading)
    {
        for (var i = 0; i < reading.Clauses.Count; i++)
        {
            foreach (var rule in Rules)
            {
                if (rule(reading, i))
                {
                    break;
                }
            }
        }
    }

    private static bool AsksAboutPrivacy(Reading reading, int index)
    {
        if (!Stance.AsksAboutPrivacy(reading.Clauses[index]))
        {
            return false;
        }

        reading.Add(new Ask(Question.Privacy));
        return Settle(reading.Clauses[index]);
    }

    private static bool IsObstruction(Reading reading, int index) => IsObstacle(reading.Clauses[index]) && Obstructions.Read(reading.Clauses[index], reading);

    /// <summary>"it covers my face, move it up": why.</summary>
    private static bool IsReason(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (!IsBesideWish(reading, clause) || !IsObstacle(clause))
        {
            return false;
        }

        reading.Focus = index == 0 ? Denials.SubjectOf(clause) ?? reading.Focus : reading.Focus;
        return Settle(clause);
    }

    /// <summary>"hide the waveform. make it square": the first is a wish.</summary>
    private static bool IsObstacle(Clause clause) =>
        clause.TextOf(clause.Tokens[0]).ToLowerInvariant() is not ("hide" or "cover" or "block") && Obstacles.IsOne(clause);

    private static bool IsHead(Reading reading, int index) => FocusReader.IsHead(reading.Clauses[index]) && reading.ShowsPictures;

    /// <summary>字间距大一点 asks for no larger letters, 从左边飞进来 for no other place, 最后别放音乐 does not say from when.</summary>
    private static bool IsBeyond(Reading reading, int index) =>
        reading.Clauses[index] is var clause && (Spacing().IsMatch(clause.Text) || Flight().IsMatch(clause.Text)) && LeaveUnclear(clause);

    private static bool IsAside(Reading reading, int index) => index > 0 && Asides.IsOne(reading.Clauses[index]) && Settle(reading.Clauses[index]);

    private static bool RefusesFile(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (reading.Situation is not { HasMaterial: true, NewFiles.Count: > 0 } || !Stance.RefusesFile(clause))
        {
            return false;
        }

        clause.IsForbidden = true;
        reading.RefusesFiles = true;
        return Settle(clause);
    }

    private static bool NeverGranted(Reading reading, int index)
    {
        if ((NeverMade.In(reading.Clauses[index]) ?? PartWishes.Never(reading.Clauses[index])) is not { } never
            || (never == Inability.ScanCode && reading.Situation.Files.Any(f => f.Facts.Kind == MediaKind.Image))
            || (never == Inability.Separate && !NeverMade.IsInstrumental(reading.Clauses[index]) && (reading.HasMusic || NamesFile(reading)))
            || (never == Inability.Sounds && reading.Situation.NewFiles.Count > 0 && reading.Situation.HasMaterial))
        {
            return false;
        }

        if (!reading.Edits.Contains(new Decline(never)))
        {
            reading.Add(new Decline(never));
        }

        return Settle(reading.Clauses[index]);
    }

    /// <summary>An instrument that was sent as a file of its own has a volume of its own.</summary>
    private static bool NamesFile(Reading reading) => reading.Situation.Files.Count(f => f.Facts.HasAudio) > 1;

    private static bool IsOfPart(Reading reading, int index) => PartWishes.IsOne(reading.Clauses[index]) && LeaveUnclear(reading.Clauses[index]);

    /// <summary>不是要删掉波形，是让它小一点: the next clause is about the same.</summary>
    private static bool DeniesThing(Reading reading, int index)
    {
        if (!Denials.DeniesThing(reading, index))
        {
            return false;
        }

        reading.Clauses[index].IsForbidden = true;
        return SettleAbout(reading, index);
    }

    /// <summary>"speed it up, but not the last 10 seconds": nothing is done to all of it before a yes.</summary>
    private static bool SparesTime(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        var spares = index > 0
            && clause.Tokens[0].Concept == Concept.Not
            && clause.Tokens.Any(t => t.IsTime)
            && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept));
        reading.IsSupposed |= spares;
        return spares && LeaveUnclear(clause);
    }

    /// <summary>标题颜色不要白的，要金色: the next clause says which.</summary>
    private static bool DeniesColor(Reading reading, int index) =>
        (Denials.DeniesColor(reading.Clauses[index]) || Denials.DeniesColorAlone(reading, index)) && SettleAbout(reading, index);

    /// <summary>"the music is nice but too loud".</summary>
    private static bool IsPraise(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (!Contentment.Praises(clause))
        {
            return false;
        }

        reading.Focus = Grievances.SubjectsOf(clause) is [var praised, ..] ? praised : reading.Focus;
        reading.SmallTalk |= SmallTalk.Thanks;
        return Settle(clause);
    }

    private static bool PreservesOther(Reading reading, int index) =>
        index > 0 && Contentment.PreservesOther(reading.Clauses[index], reading.Clauses[index - 1]) && Settle(reading.Clauses[index]);

    /// <summary>"keep the sound": it is there, and stays.</summary>
    private static bool Preserves(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (!Contentment.Preserves(clause) && !Stance.Concedes(clause) && !IsRefusal(clause))
        {
            return false;
        }

        reading.Focus = clause.Has(Concept.Music) ? Subject.Music : Denials.SubjectOf(clause) ?? reading.Focus;
        reading.SmallTalk |= SmallTalk.No;
        return Settle(clause);
    }

    private static bool AsksAboutPast(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        var asks = reading.Clauses.Count == 1 && BecameSo().IsMatch(clause.Text);
        if (!asks && (!Stance.AsksAboutPast(clause) || !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept)) || clause.Has(Concept.CanYou)))
        {
            return false;
        }

        reading.Add(new Ask(clause.Has(Concept.Mute, Concept.Unmute) ? Question.Loudness : Question.Changes));
        return Settle(clause);
    }

    private static bool Settle(Clause clause)
    {
        clause.ClaimEverything();
        return true;
    }

    /// <summary>The clauses behind are about the same thing.</summary>
    private static bool SettleAbout(Reading reading, int index)
    {
        reading.Focus = Denials.SubjectOf(reading.Clauses[index]) ?? reading.Focus;
        return Settle(reading.Clauses[index]);
    }

    /// <summary>Its words are named as not understood.</summary>
    private static bool LeaveUnclear(Clause clause) => clause.IsUnclear = true;

    /// <summary>Another clause says what to do, or this one says what not to.</summary>
    private static bool IsBesideWish(Reading reading, Clause clause) =>
        reading.Clauses.Count > 1 || (clause.Has(Concept.Not) && !clause.HasFree(TokenKind.Quote));

    /// <summary>"actually no, keep it".</summary>
    private static bool IsRefusal(Clause clause) =>
        clause.Has(Concept.No)
        && clause.Has(Concept.Keep)
        && clause.Tokens.All(t => t.Concept is Concept.No or Concept.Keep or Concept.It or Concept.Filler);

    [GeneratedRegex(@"^(?:如果|要是|万一)?(?:还是?|再|实在|不行|太).{0,6}的话(?:就|再|那)|间距|行距|字距|字体(?:跟|和|与|同)[^，。]{1,6}一样|(?:波形|声波|频谱)(?:在)?(?:结尾|开头|片头|片尾|最后)[^，。\d]{0,4}(?:不要|别|去掉)|只?在?(?:副歌|高潮)(?:部分|的?时候?|那里|那段)?[^，。]{0,3}(?:才|再)?(?:出现|显示|出来|亮)|(?:字幕|标题|文字)的?底[色框板子]?(?:有点|太|偏|有些)|(?:跟|和|与|同).{1,8}一样(?:大小?|高|宽|粗)(?!声)|除了[^，。]{1,6}[，,]?(?:其他|别的|其余)[^，。]{0,3}(?:恢复|还原|撤)|(?:飞|滑|弹|划|转|蹦|跳)(?:进来?|入|进去|出来)(?!.*(?:波形|声波|秒))|^(?:最后|结尾|片尾|末尾|后面)(?:就|都)?(?:先)?(?:别|不要|不用)(?:再)?(?:放|有|加|要|用)?(?:背景)?(?:音乐|bgm|配乐|歌)了?$|\b(letter|line|word) spacing\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spacing();

    /// <summary>怎么变慢了: asks why, and for no slower video.</summary>
    [GeneratedRegex("^(?:视频|画面|声音|速度|音乐|字|标题|整个|这|现在)*怎么(?:又|突然|会|都|就|一下子?)*变(?:得)?(?:这么|那么|很|太)?[快慢大小响轻亮暗模糊长短]+(?:了|声了|啊|呀|呢)+$", RegexOptions.CultureInvariant)]
    private static partial Regex BecameSo();

    /// <summary>"fly the title in from the left": no text moves.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:please|pls|can|could|you|u|let|make|have|and|now|i|want|would|like|to) )*(fly|flies|flying|swoop|swoops|slide|slides|sliding|bounce|bounces|whoosh|float|floats|scroll|scrolls|roll|rolls) (the |my )?"
        + @"(title|text|words?|name|captions?|subtitles|logo|it|them)? ?(in|on|up|across|onto)\b(?! the )",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Flight();
}
