using System.Text.RegularExpressions;
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
    public static void Apply(Reading reading)
    {
        for (var i = 0; i < reading.Clauses.Count; i++)
        {
            var clause = reading.Clauses[i];
            if (Grievances.Read(reading, i))
            {
                continue;
            }

            if (Stance.AsksAboutPrivacy(clause))
            {
                reading.Add(new Ask(Question.Privacy));
                clause.ClaimEverything();
            }
            else if (!AsksToHide(clause) && Obstacles.IsOne(clause) && Obstructions.Read(clause, reading))
            {
                continue;
            }
            else if (IsBesideWish(reading, clause) && !AsksToHide(clause) && Obstacles.IsOne(clause))
            {
                reading.Focus = i == 0 ? Denials.SubjectOf(clause) ?? reading.Focus : reading.Focus;
                clause.ClaimEverything();
            }
            else if (FocusReader.IsHead(clause) && reading.ShowsPictures)
            {
                continue;
            }
            else if ((Prohibitions.Forbids(clause) && !clause.Has(Concept.Overpower)) || (reading.Situation.HasMaterial && Prohibitions.ForbidsMore(clause)))
            {
                Forbid(reading, i);
            }
            else if (Exclusions.Read(reading, i))
            {
                continue;
            }
            else if (Spacing().IsMatch(clause.Text) || Flight().IsMatch(clause.Text))
            {
                // 字间距大一点 asks for no larger letters, 从左边飞进来 for no other place.
                clause.IsUnclear = true;
            }
            else if (i > 0 && (IsCircumstance(clause) || IsLimit(clause) || IsAim(clause)))
            {
                clause.ClaimEverything();
            }
            else if (reading.Situation is { HasMaterial: true, NewFiles.Count: > 0 } && Stance.RefusesFile(clause))
            {
                clause.ClaimEverything();
                clause.IsForbidden = true;
                reading.RefusesFiles = true;
            }
            else if (PartWishes.Never(clause) is { } never)
            {
                reading.Add(new Decline(never));
                clause.ClaimEverything();
            }
            else if (PartWishes.IsOne(clause))
            {
                clause.IsUnclear = true;
            }
            else if (Denials.DeniesThing(reading, i))
            {
                // 不是要删掉波形，是让它小一点: the next clause is about the same.
                reading.Focus = Denials.SubjectOf(clause) ?? reading.Focus;
                clause.ClaimEverything();
                clause.IsForbidden = true;
            }
            else if (i > 0 && SparesTime(clause))
            {
                // "speed it up, but not the last 10 seconds": nothing is done to all of it before a yes.
                clause.IsUnclear = true;
                reading.IsSupposed = true;
            }
            else if (Denials.DeniesColor(clause) || Denials.DeniesColorAlone(reading, i))
            {
                // 标题颜色不要白的，要金色: the next clause says which.
                reading.Focus = Denials.SubjectOf(clause) ?? reading.Focus;
                clause.ClaimEverything();
            }
            else if (Contentment.Praises(clause))
            {
                // "the music is nice but too loud".
                reading.Focus = Grievances.SubjectsOf(clause) is [var praised, ..] ? praised : reading.Focus;
                clause.ClaimEverything();
                reading.SmallTalk |= SmallTalk.Thanks;
            }
            else if (i > 0 && Contentment.PreservesOther(clause, reading.Clauses[i - 1]))
            {
                clause.ClaimEverything();
            }
            else if (Contentment.Preserves(clause) || Stance.Concedes(clause) || IsRefusal(clause))
            {
                // "keep the sound": it is there, and stays.
                reading.Focus = clause.Has(Concept.Music) ? Subject.Music : Denials.SubjectOf(clause) ?? reading.Focus;
                clause.ClaimEverything();
                reading.SmallTalk |= SmallTalk.No;
            }
            else if (Stance.AsksAboutPast(clause) && clause.Tokens.Any(t => Verbs.IsVerb(t.Concept)) && !clause.Has(Concept.CanYou))
            {
                reading.Add(new Ask(clause.Has(Concept.Mute, Concept.Unmute) ? Question.Loudness : Question.Changes));
                clause.ClaimEverything();
            }
        }
    }

    /// <summary>Another clause says what to do, or this one says what not to.</summary>
    private static bool IsBesideWish(Reading reading, Clause clause) =>
        reading.Clauses.Count > 1 || (clause.Has(Concept.Not) && !clause.HasFree(TokenKind.Quote));

    /// <summary>…，字在上面才看得清.</summary>
    private static bool IsAim(Clause clause) =>
        Purpose().IsMatch(clause.Text) && !clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Quote or TokenKind.Color);

    /// <summary>"…, but not the last 10 seconds".</summary>
    private static bool SparesTime(Clause clause) =>
        clause.Tokens[0].Concept == Concept.Not
        && clause.Tokens.Any(t => t.IsTime)
        && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept));

    /// <summary>字幕往上一点，抖音下面有按钮: says what is there, not what to do.</summary>
    private static bool IsCircumstance(Clause clause)
    {
        var isLeft = LeftFor().IsMatch(clause.Text);
        return (isLeft || clause.Tokens.Any(t => clause.TextOf(t) == "有"))
            && clause.Tokens.Any(t => t.Kind == TokenKind.Unknown)
            && clause.Tokens.All(t => t.Kind == TokenKind.Unknown || (isLeft && t.Concept == Concept.Keep) || IsOfPlace(t.Concept));
    }

    private static bool IsOfPlace(Concept concept) =>
        concept is Concept.Filler or Concept.TikTok or Concept.Top or Concept.Bottom or Concept.Middle
            or Concept.Left or Concept.Right or Concept.At or Concept.It;

    /// <summary>加点转场，不要太花哨: how far it may go, in words for which nothing can be set.</summary>
    private static bool IsLimit(Clause clause) =>
        clause.Tokens.Count > 2
        && Denials.BeginsWithNo(clause)
        && clause.TextOf(clause.Tokens[1]) is "太" or "那么" or "这么" or "过于" or "搞得太" or "弄得太"
        && clause.Tokens.Skip(2).All(t => t.Kind == TokenKind.Unknown || t.Concept is Concept.Filler or Concept.MoodWord or Concept.Vague);

    /// <summary>"hide the waveform. make it square": the first is a wish.</summary>
    private static bool AsksToHide(Clause clause) => clause.TextOf(clause.Tokens[0]).ToLowerInvariant() is "hide" or "cover" or "block";

    /// <summary>"actually no, keep it".</summary>
    private static bool IsRefusal(Clause clause) =>
        clause.Has(Concept.No)
        && clause.Has(Concept.Keep)
        && clause.Tokens.All(t => t.Concept is Concept.No or Concept.Keep or Concept.It or Concept.Filler);

    private static void Forbid(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (clause.Has(Concept.Mute) && reading.Project.Volume == 0)
        {
            reading.Add(new SetVolume(Track.Main) { Level = 1 }, Subject.Voice);
        }

        reading.ForbidsCropping |= clause.Has(Concept.Cut, Concept.Crop) && !clause.Tokens.Any(t => t.IsTime) && reading.ShowsPictures;
        reading.Focus = Denials.SubjectOf(clause) ?? reading.Focus;
        clause.ClaimEverything();
        clause.IsForbidden = true;
        reading.SmallTalk |= SmallTalk.No;
        // "the first 10 seconds are great, don't touch them": both are about the same.
        if (index > 0
            && reading.Clauses[index - 1] is var remark
            && Stance.IsRemark(remark)
            && !remark.Tokens.Any(IsValue)
            && !clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None || t.Kind == TokenKind.Color))
        {
            remark.ClaimEverything();
        }
    }

    /// <summary>How something is to be: what names one is a wish.</summary>
    private static bool IsValue(Token token) =>
        token.Kind is TokenKind.Factor or TokenKind.Percent or TokenKind.Ratio or TokenKind.Color or TokenKind.Quote
        || Verbs.IsLook(token.Concept)
        || IsShape(token.Concept);

    /// <summary>A shape, or a platform that asks for one.</summary>
    public static bool IsShape(Concept concept) =>
        concept is Concept.Portrait or Concept.Landscape or Concept.Square or Concept.TikTok or Concept.Reels or Concept.Shorts or Concept.Story
            or Concept.YouTube or Concept.Instagram or Concept.Xiaohongshu;

    /// <summary>…，字在上面才看得清: what a change is for.</summary>
    [GeneratedRegex(@"才(?:能|会|可以)?(?:看得?(?:清楚?|见|到)|听得?(?:清楚?|见|到)|清楚|清晰|好看|显眼|明显|醒目|自然|合适|不会?)(?:一?点|些)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    /// <summary>底下留给二维码.</summary>
    [GeneratedRegex(@"[面边下上部头间角](?:要|得|是)?留(?:给|着给|出来给)", RegexOptions.CultureInvariant)]
    private static partial Regex LeftFor();

    [GeneratedRegex(@"^(?:如果|要是|万一)?(?:还是?|再|实在|不行|太).{0,6}的话(?:就|再|那)|间距|行距|字距|(?:字幕|标题|文字)的?底[色框板子]?(?:有点|太|偏|有些)|(?:跟|和|与|同).{1,8}一样(?:大小?|高|宽|粗)(?!声)|除了[^，。]{1,6}[，,]?(?:其他|别的|其余)[^，。]{0,3}(?:恢复|还原|撤)|(?:飞|滑|弹|划|转|蹦|跳)(?:进来?|入|进去|出来)(?!.*(?:波形|声波|秒))|\b(letter|line|word) spacing\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spacing();

    /// <summary>"fly the title in from the left": no text moves.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:please|pls|can|could|you|u|let|make|have|and|now|i|want|would|like|to) )*(fly|flies|flying|swoop|swoops|slide|slides|sliding|bounce|bounces|whoosh|float|floats|scroll|scrolls|roll|rolls) (the |my )?"
        + @"(title|text|words?|name|captions?|subtitles|logo|it|them)? ?(in|on|up|across|onto)\b(?! the )",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Flight();
}
