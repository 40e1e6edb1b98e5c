using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>
/// Tells wishes from what only looks like one: what is forbidden ("don't cut anything"), asked about the past ("why did you cut it"), supposed
/// ("what if I deleted it") or stated ("my phone cut it off at 0:30").
/// </summary>
internal static partial class Stance
{
    /// <summary>The clause forbids a change: nothing in it is a wish.</summary>
    public static bool Forbids(Clause clause)
    {
        if (LeftAlone().IsMatch(clause.Text))
        {
            return true;
        }

        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            if (IsNegation(clause, i) && i + 1 < clause.Tokens.Count && clause.Tokens[i + 1] is { Concept: Concept.From } start && clause.TextOf(start).ToLowerInvariant() is "start at" or "begin at" or "starts at" or "start from" or "begin from")
            {
                // "do not start at 0:12".
                return true;
            }

            if (IsNegation(clause, i) && VerbAfter(clause, i) is { } verb && !(verb is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth && clause.Tokens[i].Concept != Concept.Not) && Forbidden(verb) && !AtMost().IsMatch(clause.Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"don't add any music", 别加音乐, "no need for other music": nothing new is wanted, and what is there stays.</summary>
    public static bool ForbidsMore(Clause clause)
    {
        var thing = clause.Tokens.Any(t => t.Concept == Concept.Music || Clause.SubjectOf(t.Concept) is Subject.Title or Subject.Captions or Subject.Logo or Subject.Slides);
        if (!thing || clause.Tokens.Any(t => t.IsTime || t.Kind == TokenKind.Color))
        {
            return false;
        }

        return clause.Tokens.Index().Any(t => (WordLists.NotAdding.Contains(clause.TextOf(t.Item))
            || (IsNegation(clause, t.Index) && (WordLists.Additional.Contains(NextWord(clause, t.Index)) || WordLists.Adding.Contains(NextWord(clause, t.Index))))));
    }

    private static string NextWord(Clause clause, int index) =>
        clause.Tokens.Skip(index + 1).FirstOrDefault(t => t.Concept is not (Concept.Filler or Concept.It) || WordLists.Additional.Contains(clause.TextOf(t))) is { } next ? clause.TextOf(next) : "";

    /// <summary>"keep the sound", 图片留着: names what is there and asks for nothing.</summary>
    public static bool Preserves(Clause clause)
    {
        var things = clause.Tokens.Select(t => t.Concept is Concept.Voice or Concept.Music ? Subject.Voice : Clause.SubjectOf(t.Concept)).Where(s => s != Subject.None).Distinct().Count();
        // "keep its color" names how it looks.
        return IsKeptAsItIs(clause) || (things == 1 || clause.Has(Concept.ColorWord, Concept.Video) || clause.Tokens.Any(t => clause.TextOf(t) == "画面")) && clause.Tokens.Any(t => WordLists.Keeping.Contains(clause.TextOf(t)))
            && clause.Tokens.All(t => WordLists.Keeping.Contains(clause.TextOf(t)) || Verbs.IsThing(t.Concept) || t.Concept is Concept.Filler or Concept.It or Concept.AllOf or Concept.OriginalWord or Concept.And or Concept.ColorWord or Concept.Video);
    }

    /// <summary>"the captions are great", "rest is fine": praises what is there.</summary>
    public static bool Praises(Clause clause) => clause.Tokens.Count > 1 && clause.Text[0] < 0x2E80 && clause.Tokens.Any(t => Verbs.IsThing(t.Concept) || t.Concept is Concept.Whole or Concept.Video or Concept.ColorWord or Concept.AllOf)
        && clause.Tokens.Any(t => WordLists.Copulas.Contains(clause.TextOf(t))) && clause.Tokens.Any(t => WordLists.Praise.Contains(clause.TextOf(t)))
        && clause.Tokens.All(t => WordLists.Praise.Contains(clause.TextOf(t)) || Verbs.IsThing(t.Concept) || t.Concept is Concept.Filler or Concept.Whole or Concept.Video or Concept.ColorWord or Concept.AllOf or Concept.It or Concept.Thanks or Concept.Begin or Concept.End);

    /// <summary>"keep it": all of it stays.</summary>
    private static bool IsKeptAsItIs(Clause clause) => clause.Tokens.Count > 1 && clause.Tokens.Any(t => WordLists.Keeping.Contains(clause.TextOf(t))) && clause.Has(Concept.It)
        && clause.Tokens.All(t => WordLists.Keeping.Contains(clause.TextOf(t)) || t.Concept is Concept.It or Concept.Filler);

    /// <summary>"do you keep my recording?", "who can hear this?": asks what becomes of the files.</summary>
    public static bool AsksAboutPrivacy(Clause clause) => !clause.Tokens.Any(t => t.IsTime) && Privacy().IsMatch(clause.Text);

    /// <summary>"it's a bit noisy I know", "the echo is on purpose": says that something is known to be so, and may stay.</summary>
    public static bool Concedes(Clause clause) => !BeginsWithWish(clause) && Concession().IsMatch(clause.Text);

    /// <summary>The clause asks about what was done.</summary>
    public static bool AsksAboutPast(Clause clause) => Past().IsMatch(clause.Text);

    /// <summary>The clause only asks what a change would be like: nothing of it is done before a yes.</summary>
    public static bool IsSupposed(Clause clause) => Supposed().IsMatch(clause.Text);

    /// <summary>"does it end with a fade": asks what is there.</summary>
    public static bool Asks(Clause clause) => PlainQuestion().IsMatch(clause.Text);

    /// <summary>The clause supposes, considers or states something: what it would take away is asked first.</summary>
    public static bool IsDoubtful(Clause clause) => Supposition().IsMatch(clause.Text) || (!clause.Tokens.Any(t => t.Kind == TokenKind.Quote || t.Concept == Concept.Trim) && Statement().IsMatch(clause.Text) && !BeginsWithWish(clause) && !EndsWithWish(clause)) || TellsOfTime(clause) || OnlyState().IsMatch(clause.Text);

    /// <summary>The clause says something of a thing without asking for a change; a prohibition after it is about the same thing.</summary>
    public static bool IsRemark(Clause clause) => !BeginsWithWish(clause);

    /// <summary>"from 0:10 it gets boring": a time and a person, and no word that asks for anything.</summary>
    private static bool TellsOfTime(Clause clause) => clause.Tokens.Any(t => t.IsTime) && clause.Tokens.Any(t => WordLists.Persons.Contains(clause.TextOf(t)))
        && !clause.Tokens.Any(t => WordLists.Wanting.Contains(clause.TextOf(t)) || Verbs.IsVerb(t.Concept) || t.Concept is Concept.CanYou || t.Kind == TokenKind.Quote);

    /// <summary>"don't use this picture yet", "ignore this file": what has just come is not to be placed.</summary>
    public static bool RefusesFile(Clause clause) => Refusal().IsMatch(clause.Text) && !clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Color or TokenKind.Quote);

    /// <summary>"the first bit up to 0:07 is just me setting up, get rid": the wish comes after the comma.</summary>
    private static bool EndsWithWish(Clause clause)
    {
        var verb = clause.Tokens.ToList().FindLastIndex(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Use or Concept.Keep);
        return verb > 0 && clause.Tokens.Skip(verb + 1).All(t => t.Concept is Concept.It or Concept.Filler or Concept.AllOf)
            && clause.TextBetween(clause.Tokens[verb - 1].End, clause.Tokens[verb].Start).Any(c => c is ',' or '，' or ';' or '；' or '。' or '.' or '!');
    }

    private static bool BeginsWithWish(Clause clause)
    {
        var first = clause.Tokens.FirstOrDefault(t => t.Concept is not (Concept.Filler or Concept.And or Concept.Then or Concept.But or Concept.Greeting or Concept.Thanks or Concept.Yes or Concept.No)
            || clause.TextOf(t).ToLowerInvariant() is "want" or "need" or "把" or "将" or "请" or "帮我" or "想" or "lets" or "let's");
        return first is not null && (Verbs.IsVerb(first.Concept) || first.Concept is Concept.CanYou or Concept.Only or Concept.Filler);
    }

    /// <summary>不要 is a wish to remove, until a verb follows that it negates.</summary>
    private static bool IsNegation(Clause clause, int index) => clause.Tokens[index].Concept == Concept.Not
        || (clause.Tokens[index].Concept == Concept.Remove && clause.TextOf(clause.Tokens[index]).ToLowerInvariant() is "不要" or "唔好" or "唔使" or "唔要" or "唔需要" or "不需要" or "不用" or "别要" or "dont want" or "don't want" or "no need for" or "don't need" or "dont need" or "without"
            or "i dont want" or "i don't want" or "do not want")
        || (clause.Tokens[index].Concept == Concept.No && clause.TextOf(clause.Tokens[index]) is "不" or "no" or "No");

    /// <summary>The verb that a negation stands before, with only small words between.</summary>
    private static Concept? VerbAfter(Clause clause, int index)
    {
        for (var i = index + 1; i < clause.Tokens.Count && i <= index + 4; i++)
        {
            var concept = clause.Tokens[i].Concept;
            if (concept is Concept.To && clause.TextOf(clause.Tokens[i]).StartsWith("stop", StringComparison.OrdinalIgnoreCase))
            {
                return Concept.Cut;
            }

            if (Verbs.IsVerb(concept) || concept is Concept.Touch or Concept.Quieter or Concept.Louder or Concept.Faster or Concept.Slower or Concept.SpeedWord or Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth)
            {
                return concept;
            }

            // 不要把开头剪掉: the thing comes before the verb.
            if (concept is not (Concept.Filler or Concept.It or Concept.Only) && clause.TextOf(clause.Tokens[index])[0] < 0x2E80)
            {
                return null;
            }
        }

        return clause.TextOf(clause.Tokens[index])[0] >= 0x2E80
            ? clause.Tokens.Skip(index + 1).Select(t => t.Concept).LastOrDefault(c => c is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Mute or Concept.Touch) is not Concept.None and var late ? late : null
            : null;
    }

    private static bool Forbidden(Concept verb) => verb is Concept.Remove or Concept.Cut or Concept.Trim or Concept.Mute or Concept.Change or Concept.Replace or Concept.Move or Concept.Swap or Concept.Touch
        or Concept.Reverse or Concept.Loop or Concept.Rotate or Concept.Quieter or Concept.Louder or Concept.Merge or Concept.Undo or Concept.Export or Concept.Faster or Concept.Slower or Concept.SpeedWord or Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth;

    [GeneratedRegex(@"\b(does|do|did)(n'?t| not) (need|have) to (be|get|go|become)\b|\bneed(n'?t| not)\b|\bno need to\b|\b(cut|remove|delete|trim|change|mute) nothing\b|\b(i|we|he|she|they)('ve| have| had)? already\b|\b(i|we)('ve| have) (just )?(cut|trimmed|removed|muted|deleted|shortened)\b|没有?(要|让|叫|说|打算)(你|要|过)|我(又|也|根本)?没有?(改|动|换|碰|删|加|剪)|\bleave\b.*\b(alone|as (it|they) (is|are|was|were)|untouched|in)\b|不是(让|叫|要)你|\b(didn'?t|did not|never) (ask|tell|told|say|said)\b|保持原样|保留原样|保持不变|原封不动|维持原样|\bkeep (it|everything|them|that) (as|the way|like)\b|\bkeep\b.*\bas (it|they)( is|'s| are|'re)\b"
        + @"|\b(should|must|has to|have to|needs? to) (stay|remain|be kept)( in| there)?\W*$|(要|得|应该|必须|一定)(保留|留下|留着)(着|的|下来)?\W*$"
        + @"|\bnothing\b.*\b(cut|trimmed|removed|deleted|lost|changed?|changes)\b|\b(don'?t|do not) want\b.*\b(cut|removed|changed|trimmed|deleted|touched)( off| out)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeftAlone();

    [GeneratedRegex(@"\b(i know|ik|i('m| am) aware|as you (can )?(hear|see)|on purpose|intentional(ly)?|deliberate(ly)?)\W*$|^\W*(i know|i'm aware|i am aware)( that)? (it|the|my|this|there)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Concession();

    [GeneratedRegex(@"^\W*(only|just)\b.*\b(is|are|was|were|has|have)\b|^\W*there( is| are|'s|s)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyState();

    [GeneratedRegex(
        @"\b(what if|what happens if|what would happen|should (i|we)|shall (i|we)|would it (look|sound|help|work|hurt|be (better|nicer|good|bad|weird))|thinking (of|about)|considering|i'd never|(not|isn'?t) sure (if|whether|about)|wonder(ing)? (whether|what|how|if (?!(you|u|it'?s possible)\b)\w+)|how (do|can|would|could|should|to|did) (i|we|one|you)\b|(can|do|could) (you|u) (hear|notice|detect|see))\b|(如果|假如|假设|要是).*(会|怎么样|怎样|呢|好不好|好看)|会怎|会不会|要不要|该不该|应不应该|我在想|考虑|^\W*你(会|懂得?).*(吗|么|不)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Supposed();

    [GeneratedRegex(@"\b(don'?t|do not|not|never) (use|add|place|include|apply|put in|touch) (this|that|the|it|these|those|my)( new)?( \w+)?( \w+)?( yet| for now| now| anywhere)?\W*$|\b(ignore|disregard|forget) (this|that|the|it|these|those|my)\b|^\W*(先)?(别用|不要用|不用|别放|忽略)(这|它|那|了|先|\W*$)|(这|那)(张|首|个|段).{0,4}(先)?(别用|不要用|不用|忽略)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\b(do|will|does) (you|this bot|the bot|it) (keep|store|save|share|sell|record|hang on to) (my|the|our|any|these|those)\b|\bwho (else )?(can|could|will) (see|hear|listen|access|download)\b|\bcan (anyone|anybody|someone|other people|others|people|strangers) (else )?(see|hear|listen|access|download)\b|\bhow long (do|will) you (keep|store)\b|(你|你们)(会不会|会|要)(保存|存|留着|泄露|分享)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Privacy();

    [GeneratedRegex(@"^\W*(does|did|is|are|was|were|has|have) (it|the|this|that|my|there|they|these|those)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainQuestion();

    [GeneratedRegex(@"longer than|louder than|more than|exceed|\bover\b|超过|太", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"\b(why|who|when|where)\b[^,]*\b(did|cut|cuts|deleted?|removed?|muted?|dropped?|trimmed?|changed?)\b|\b(did|had) (you|u|it|someone)\b|\bhave (you|u) (already |just )?(cut|done|made|put|\w+ed)\b|为什么|为啥|怎么.*了$|被[^，。]{0,6}(掉|没)了?\W*$|谁.*(剪|删|改|静)|是不是|有没有", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    [GeneratedRegex(
        @"^\W*without\b.*\b(looks?|is|would|feels?|seems?|sounds?)\b|^\W*would\b(?! (you|u|it be (possible|ok|okay|alright|fine))\b)|^\W*(can|could|may) (the|my|it|this|that)\b|\b(what if|if (i|we|it)|if you(?! (can|could|would|please|don'?t mind|want|like))|if it's|would it|would be|should (i|we)|shall (i|we)|how (do|can|to|would|could|about)|maybe|perhaps|not sure|thinking (of|about)|considering|wonder(ing)?(?! if (you|u|we) (can|could|would|might))|i'd never|tells? me|told me)\b|如果|假如|假设|要是|会怎|要不要|该不该|应不应该|是否|也许|或许|我在想|考虑|不确定|没有.+就|不然",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Supposition();

    [GeneratedRegex(
        @"\b(is|are|was|were|isn't|has|had|have been|already|starts|started|ends|ended|lasts|lasted|nobody|no one|said|there's|my phone|talk about|we lost|i lost|it's|shorter than|longer than)\b|已经|本来|原来的|原本|手机|只有|重要|重点|高潮是|很好$|不错$|有杂音|是.*的$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}
