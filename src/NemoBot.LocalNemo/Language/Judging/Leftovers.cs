using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>The phrases that no reader understood.</summary>
internal static class Leftovers
{
    private const int Most = 3;
    private const int Longest = 60;
    private const string Negations = "不别没勿莫无未非否";

    /// <summary>Phrases as they were written, neighbours together; a single Chinese character is never named alone.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Clause> clauses, bool hasEdits, bool begins = false)
    {
        foreach (var clause in clauses.Where(c => c.IsHeard))
        {
            // "make it pop with a yellow background": the second says how.
            clause.ClaimAll(Concept.Vague);
        }

        var phrases = new List<string>();
        for (var i = 0; i < clauses.Count; i++)
        {
            if (hasEdits && ((clauses.Count > 1 && ((!clauses[i].IsHeard || i > 0) && IsExplanation(clauses[i]) || (i <= 1 && (IsIntroduction(clauses[i]) || IsMaterial(clauses[i]) || (i == 0 && begins && IsOccasion(clauses[i])))))) || (i + 1 < clauses.Count && (IsComplaint(clauses[i], clauses[i + 1]) || IsAccount(clauses[i], clauses[i + 1])))))
            {
                continue;
            }

            var count = phrases.Count;
            Collect(clauses[i], phrases);
            if (hasEdits && phrases.Count == count && Unheard.Wish(clauses[i], i + 1 < clauses.Count ? clauses[i + 1] : null) is { } wish)
            {
                phrases.Add(Shortened(wish));
            }
        }

        // “声音”、“声音有点远”: the longer one says it. No more are compared than are named, whatever a hostile text leaves.
        var said = phrases.Where(p => !phrases.Exists(o => o.Length > p.Length && o.Contains(p, StringComparison.Ordinal))).Take(Most + 1).ToList();
        return said.Count <= Most ? said : [.. said.Take(Most), "…"];
    }

    /// <summary>A single Chinese character beside what was understood was passed over: it might have mattered.</summary>
    public static bool AreHidden(IReadOnlyList<Clause> clauses) =>
        clauses.Any(c => Enumerable.Range(0, c.Tokens.Count).Any(i => IsOpen(c, i) && IsPassedOver(c, i)));

    /// <summary>"cut the first 8 seconds, I'm clearing my throat": a statement after a wish explains it.</summary>
    private static bool IsExplanation(Clause clause) => WordLists.Persons.Contains(clause.TextOf(clause.Tokens[0]).Split(' ')[0])
        && clause.Tokens.All(t => t.Kind is TokenKind.Unknown or TokenKind.Word && !(Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept) || Verbs.IsThing(t.Concept) || t.Concept is Concept.Not)
            && !WordLists.Wanting.Contains(clause.TextOf(t)));

    /// <summary>"This is a recording of my reading group, …": says what was sent.</summary>
    private static bool IsIntroduction(Clause clause) => WordLists.Introductions.Contains(clause.TextBetween(clause.Tokens[0].Start, clause.Tokens[Math.Min(1, clause.Tokens.Count - 1)].End))
        && clause.Tokens.All(t => t.Kind is TokenKind.Number or TokenKind.Ordinal || clause.TextOf(t).Equals("show", StringComparison.OrdinalIgnoreCase) || t.Kind is TokenKind.Unknown or TokenKind.Word && !(Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept) || t.Concept is Concept.Not || Clause.SubjectOf(t.Concept) is not (Subject.None or Subject.Slides)) && !WordLists.Wanting.Contains(clause.TextOf(t)));

    /// <summary>宝宝周岁, before the first wish of all: what the video is for.</summary>
    private static bool IsOccasion(Clause clause) => !clause.IsHeard && clause.Text[0] >= 0x2E80 && clause.Tokens.All(t => t.Kind is TokenKind.Unknown or TokenKind.Number or TokenKind.Ordinal || t.Concept is Concept.Filler or Concept.Greeting) && clause.Tokens[0].Concept != Concept.Not;

    /// <summary>翻唱的歌, 孩子朗读的作文: what was sent, before the first wish.</summary>
    private static bool IsMaterial(Clause clause) => !clause.IsHeard && (clause.Text[0] >= 0x2E80 || clause.Text.StartsWith("vlog", StringComparison.OrdinalIgnoreCase)) && clause.Tokens.Count > 1
        && (clause.Tokens[^1].Concept is Concept.Voice or Concept.Recording or Concept.Episode or Concept.Video or Concept.Music || WordLists.Materials.Any(m => clause.Text.EndsWith(m, StringComparison.Ordinal)))
        && clause.Tokens.All(t => t.Kind == TokenKind.Unknown || (t.Kind == TokenKind.Word && !(Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept) || t.Concept == Concept.Not || Clause.SubjectOf(t.Concept) != Subject.None) && !WordLists.Wanting.Contains(clause.TextOf(t))));

    /// <summary>结尾拍到地板了，最后3秒不要: what happened there, and then the wish with its times.</summary>
    private static bool IsAccount(Clause clause, Clause next) => !clause.IsHeard && next.IsHeard && next.Tokens.Any(t => t.IsTime) && next.Tokens.All(t => t.Kind != TokenKind.Unknown)
        && clause.Text.TrimEnd() is [>= (char)0x2E80, .., '了'] && clause.Tokens.Count(t => t.Kind == TokenKind.Unknown) > 1
        && clause.Tokens.All(t => t.Kind == TokenKind.Unknown || t.Concept is Concept.Filler or Concept.Begin or Concept.End or Concept.Before or Concept.After or Concept.First or Concept.Last or Concept.Voice or Concept.Video or Concept.It or Concept.At or Concept.To);

    /// <summary>背景太单调了，换个渐变的: the next clause says what to do about it.</summary>
    private static bool IsComplaint(Clause clause, Clause next) => !clause.IsHeard && next.IsHeard && clause.Tokens.Count > 1 && IsJudgment(clause)
        && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) || t.Kind is TokenKind.Quote or TokenKind.Color || t.IsTime || t.Concept == Concept.Not || WordLists.Wanting.Contains(clause.TextOf(t)))
        && SubjectsOf(next) is var about && (about.Count == 0 || !SubjectsOf(clause).Except(about).Any());

    /// <summary>背景太单调了, "title looks wonky".</summary>
    private static bool IsJudgment(Clause clause) => clause.Text[0] >= 0x2E80
        ? clause.Tokens.Any(t => WordLists.Excesses.Contains(clause.TextOf(t)) || WordLists.Praising.Contains(clause.TextOf(t)) || t.Concept == Concept.Vague)
        : clause.Tokens[^1].Kind == TokenKind.Unknown && clause.Tokens.Any(t => WordLists.Copulas.Contains(clause.TextOf(t)));

    private static List<Subject> SubjectsOf(Clause clause) => [.. clause.Tokens.Select(t => t.Concept switch { Concept.Music => Subject.Music, Concept.Voice => Subject.Voice, var other => Clause.SubjectOf(other) }).Where(s => s != Subject.None).Distinct()];

    private static void Collect(Clause clause, List<string> phrases)
    {
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            if (!IsOpen(clause, i) || IsPassedOver(clause, i))
            {
                continue;
            }

            var last = i;
            while (last + 1 < clause.Tokens.Count && (IsOpen(clause, last + 1) || (IsFiller(clause, last + 1) && last + 2 < clause.Tokens.Count && IsOpen(clause, last + 2))))
            {
                last++;
            }

            var phrase = clause.TextBetween(clause.Tokens[i].Start, clause.Tokens[last].End).Trim();
            phrase = phrase.Length > 1 ? phrase : clause.Written.Trim();
            if (phrase.Length > 1 && !phrases.Contains(phrase))
            {
                phrases.Add(Shortened(phrase));
            }

            i = last;
        }
    }

    private static string Shortened(string phrase) => phrase.Length <= Longest ? phrase : phrase[..(char.IsHighSurrogate(phrase[Longest - 1]) ? Longest - 1 : Longest)] + "…";

    /// <summary>One unknown character between understood ones is a particle more often than a wish; a negation is never passed over.</summary>
    private static bool IsPassedOver(Clause clause, int index)
    {
        bool IsLone(int at) => at < 0 || at >= clause.Tokens.Count || !IsOpen(clause, at);
        var token = clause.Tokens[index];
        return token is { Kind: TokenKind.Unknown, Length: 1 } && clause.TextOf(token)[0] is >= '\u2E80' and var c && !Negations.Contains(c)
            && IsLone(index - 1) && IsLone(index + 1) && Enumerable.Range(0, clause.Tokens.Count).Any(clause.IsClaimed);
    }

    private static bool IsFiller(Clause clause, int index) => clause.Tokens[index].Concept == Concept.Filler;

    /// <summary>"because I cough there": a reason asks for nothing, as long as something was understood before it.</summary>
    private static bool IsReason(Clause clause, int index) =>
        clause.IndexOf(Concept.Reason) is >= 0 and var reason && reason < index && Enumerable.Range(0, reason).Any(clause.IsClaimed);

    /// <summary>"a teaser for our charity run": what it is for.</summary>
    private static bool IsPurpose(Clause clause, int index)
    {
        var first = index;
        while (first > 0 && clause.Tokens[first - 1].Kind == TokenKind.Unknown)
        {
            first--;
        }

        var mark = first > 0 && clause.TextOf(clause.Tokens[first - 1]).ToLowerInvariant() is "our" or "my" or "his" or "her" or "their" or "the" or "a" or "an" or "this" or "last" ? first - 2 : first - 1;
        return mark > 0 && Enumerable.Range(0, mark).Any(clause.IsClaimed) && (clause.Tokens[mark].Concept == Concept.For && mark == first - 2
            || clause.TextOf(clause.Tokens[mark]).ToLowerInvariant() is "of" or "about" or "from" && !clause.Has(Concept.Cut, Concept.Remove, Concept.Mute, Concept.Keep, Concept.Trim, Concept.Replace, Concept.Swap));
    }

    /// <summary>我们公司的logo: whose it is.</summary>
    private static bool IsPossessor(Clause clause, int index)
    {
        var (first, next) = (index, index);
        while (first > 0 && clause.Tokens[first].Kind == TokenKind.Unknown)
        {
            first--;
        }

        while (next < clause.Tokens.Count && clause.Tokens[next].Kind == TokenKind.Unknown)
        {
            next++;
        }

        return clause.TextOf(clause.Tokens[first]) is "我" or "我们" or "我的" or "我们的" or "咱们" or "咱" or "他" or "她" or "他们" or "他们的"
            && next + 1 < clause.Tokens.Count && clause.TextOf(clause.Tokens[next]) == "的" && (Verbs.IsThing(clause.Tokens[next + 1].Concept) || clause.Tokens[next + 1].Concept is Concept.Voice or Concept.Recording or Concept.Episode or Concept.Video);
    }

    /// <summary>"my cooking podcast", "I run a tiny gardening podcast", "Graduation video!": what the material is like.</summary>
    private static bool IsDescription(Clause clause, int index)
    {
        bool IsAdjective(int at) => clause.Tokens[at] is { Kind: TokenKind.Unknown } or { Concept: Concept.Tiny or Concept.Small } && clause.TextOf(clause.Tokens[at])[0] < 0x2E80;
        var (first, noun) = (index, index);
        while (noun < clause.Tokens.Count && IsAdjective(noun))
        {
            noun++;
        }

        while (first >= 0 && IsAdjective(first))
        {
            first--;
        }

        if (noun == index || noun >= clause.Tokens.Count || clause.Tokens[noun].Concept is not (Concept.Voice or Concept.Recording or Concept.Episode or Concept.Video))
        {
            return false;
        }

        var isMaterial = clause.Tokens[noun].Concept != Concept.Video;
        return first < 0 ? clause.Tokens.Count == noun + 1 && noun == 1
            : isMaterial && clause.TextOf(clause.Tokens[first]).ToLowerInvariant() is var mark && (mark is "my" or "our" or "the" or "this" or "his" or "her" or "their" or "its" or "your"
                || (mark is "a" or "an" && clause.TextOf(clause.Tokens[0]).Split(' ')[0].ToLowerInvariant() is "i" or "we" or "im" or "i'm"));
    }

    private static bool IsOpen(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        return !clause.IsClaimed(index) && !IsDescription(clause, index) && token.Kind switch
        {
            TokenKind.Unknown when IsReason(clause, index) || IsPurpose(clause, index) || IsPossessor(clause, index) => false,
            TokenKind.Unknown => token.Length > 1 || clause.TextOf(token)[0] >= 0x2E80,
            TokenKind.Word when clause.IsHeard && token.Concept is Concept.Image or Concept.Images => false,
            TokenKind.Word => IsMeaningful(token.Concept) || (clause.IsHeard && Unheard.IsQuality(clause, token)),
            TokenKind.Number or TokenKind.Ordinal => clause.IsHeard && clause.TextOf(token)[0] < 0x2E80,
            TokenKind.Dash or TokenKind.Colon or TokenKind.Break or TokenKind.Symbol => false,
            _ => true,
        };
    }

    /// <summary>Small words that carry nothing by themselves are not worth a complaint.</summary>
    private static bool IsMeaningful(Concept concept) => concept is not (Concept.None or Concept.Filler or Concept.Reason or Concept.TooLong or Concept.Useless or Concept.And or Concept.Then or Concept.It or Concept.At
        or Concept.To or Concept.From or Concept.For or Concept.After or Concept.Before or Concept.Called or Concept.Greeting or Concept.Thanks or Concept.Help
        or Concept.HowLong or Concept.AllOf or Concept.Whole or Concept.Change or Concept.Add or Concept.Use or Concept.Let or Concept.Move or Concept.Video or Concept.Begin
        or Concept.End or Concept.ColorWord or Concept.Another or Concept.Only or Concept.But or Concept.Yes or Concept.No or Concept.CanYou or Concept.Not
        or Concept.VersionWord or Concept.Export or Concept.SocialMedia or Concept.ByName or Concept.Each
        or Concept.LineWord or Concept.Recording or Concept.Episode or Concept.InsteadOf or Concept.First or Concept.Last or Concept.OriginalWord);
}
