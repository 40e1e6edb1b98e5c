using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>
/// Tells wishes from what only looks like one: what is asked about the past ("why did you cut it"), supposed ("what if I deleted it")
/// or stated ("my phone cut it off at 0:30").
/// </summary>
internal static partial class Stance
{
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
    public static bool IsDoubtful(Clause clause) =>
        Supposition().IsMatch(clause.Text) || States(clause) || TellsOfTime(clause) || OnlyState().IsMatch(clause.Text);

    /// <summary>The clause says something of a thing without asking for a change; a prohibition after it is about the same thing.</summary>
    public static bool IsRemark(Clause clause) => !BeginsWithWish(clause);

    /// <summary>"don't use this picture yet", "ignore this file": what has just come is not to be placed.</summary>
    public static bool RefusesFile(Clause clause) =>
        Refusal().IsMatch(clause.Text) && !clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Color or TokenKind.Quote);

    /// <summary>"the intro is 8 seconds": says how it is and asks for nothing.</summary>
    private static bool States(Clause clause) =>
        !clause.Tokens.Any(t => t.Kind == TokenKind.Quote || t.Concept == Concept.Trim)
        && Statement().IsMatch(clause.Text)
        && !BeginsWithWish(clause)
        && !EndsWithWish(clause);

    /// <summary>"from 0:10 it gets boring": a time and a person, and no word that asks for anything.</summary>
    private static bool TellsOfTime(Clause clause) =>
        clause.Tokens.Any(t => t.IsTime)
        && clause.Tokens.Any(t => WordLists.Persons.Contains(clause.TextOf(t)))
        && !clause.Tokens.Any(t => WordLists.Wanting.Contains(clause.TextOf(t)) || Verbs.IsVerb(t.Concept))
        && !clause.Tokens.Any(t => t.Concept is Concept.CanYou || t.Kind == TokenKind.Quote);

    /// <summary>"the first bit up to 0:07 is just me setting up, get rid": the wish comes after the comma.</summary>
    private static bool EndsWithWish(Clause clause)
    {
        var verb = clause.Tokens.ToList().FindLastIndex(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Use or Concept.Keep);
        return verb > 0
            && clause.Tokens.Skip(verb + 1).All(t => t.Concept is Concept.It or Concept.Filler or Concept.AllOf)
            && clause.TextBetween(clause.Tokens[verb - 1].End, clause.Tokens[verb].Start).Any(IsStop);
    }

    private static bool IsStop(char mark) => mark is ',' or '，' or ';' or '；' or '。' or '.' or '!';

    private static bool BeginsWithWish(Clause clause)
    {
        var first = clause.Tokens.FirstOrDefault(t => !IsOpening(t.Concept) || IsWishing(clause.TextOf(t).ToLowerInvariant()));
        return first is not null && (Verbs.IsVerb(first.Concept) || first.Concept is Concept.CanYou or Concept.Only or Concept.Filler);
    }

    /// <summary>"ok and then …": before what the clause is about.</summary>
    private static bool IsOpening(Concept concept) =>
        concept is Concept.Filler or Concept.And or Concept.Then or Concept.But or Concept.Greeting or Concept.Thanks or Concept.Yes or Concept.No;

    private static bool IsWishing(string word) => word is "want" or "need" or "把" or "将" or "请" or "帮我" or "想" or "lets" or "let's";

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

    [GeneratedRegex(@"^\W*(?:(does|did|is|are|was|were|has) (it|the|this|that|my|there|they|these|those)|have (there|they|these|those))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainQuestion();

    [GeneratedRegex(@"\b(why|who|when|where)\b[^,]*\b(did|cut|cuts|deleted?|removed?|muted?|dropped?|trimmed?|changed?)\b|\b(did|had) (you|u|it|someone)\b|\bhave (you|u) (already |just )?(cut|done|made|put|\w+ed)\b|为什么|为啥|怎么.*了$|被[^，。]{0,6}(掉|没)了?\W*$|谁.*(剪|删|改|静)|是不是|有没有|(剪|删|去|改)掉?了(哪|什么|啥|多少|几)|(?<![要好行成对以])了(吗|没有?|么)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
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
