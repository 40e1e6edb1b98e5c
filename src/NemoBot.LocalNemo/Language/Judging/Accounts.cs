using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Recognizes clauses that tell what was sent, what happened or why something is wanted, and ask for nothing themselves.</summary>
internal static class Accounts
{
    /// <summary>The clause tells something beside the wishes of the message.</summary>
    public static bool Tell(Clause clause, int index, bool begins) =>
        ((!clause.IsHeard || index > 0) && IsExplanation(clause))
        || (index <= 1 && (IsIntroduction(clause) || IsMaterial(clause)))
        || (index == 0 && begins && IsOccasion(clause));

    /// <summary>The clause tells what the next one asks to mend.</summary>
    public static bool Lead(Clause clause, Clause next) => IsComplaint(clause, next) || IsMishap(clause, next);

    private static bool IsWanting(Clause clause, Token token) => WordLists.Wanting.Contains(clause.TextOf(token));

    private static bool IsPlainWord(Token token) =>
        token.Kind == TokenKind.Word && !Verbs.IsVerb(token.Concept) && !Verbs.IsLook(token.Concept) && token.Concept != Concept.Not;

    /// <summary>"cut the first 8 seconds, I'm clearing my throat": a statement after a wish explains it.</summary>
    private static bool IsExplanation(Clause clause) =>
        WordLists.Persons.Contains(clause.TextOf(clause.Tokens[0]).Split(' ')[0])
        && clause.Tokens.All(t => IsOfExplanation(t) && !IsWanting(clause, t));

    private static bool IsOfExplanation(Token token) =>
        token.Kind is TokenKind.Unknown or TokenKind.Word
        && !Verbs.IsVerb(token.Concept)
        && !Verbs.IsLook(token.Concept)
        && !Verbs.IsThing(token.Concept)
        && token.Concept is not Concept.Not;

    /// <summary>"This is a recording of my reading group, …": says what was sent.</summary>
    private static bool IsIntroduction(Clause clause)
    {
        var second = clause.Tokens[Math.Min(1, clause.Tokens.Count - 1)];
        return WordLists.Introductions.Contains(clause.TextBetween(clause.Tokens[0].Start, second.End))
            && clause.Tokens.All(t => IsOfIntroduction(clause, t));
    }

    private static bool IsOfIntroduction(Clause clause, Token token)
    {
        if (token.Kind is TokenKind.Number or TokenKind.Ordinal || clause.TextOf(token).Equals("show", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return token.Kind is TokenKind.Unknown or TokenKind.Word
            && !Verbs.IsVerb(token.Concept)
            && !Verbs.IsLook(token.Concept)
            && token.Concept is not Concept.Not
            && Clause.SubjectOf(token.Concept) is Subject.None or Subject.Slides
            && !IsWanting(clause, token);
    }

    /// <summary>宝宝周岁, before the first wish of all: what the video is for.</summary>
    private static bool IsOccasion(Clause clause) =>
        !clause.IsHeard
        && clause.Text[0] >= 0x2E80
        && clause.Tokens[0].Concept != Concept.Not
        && clause.Tokens.All(t => t.Kind is TokenKind.Unknown or TokenKind.Number or TokenKind.Ordinal || t.Concept is Concept.Filler or Concept.Greeting);

    /// <summary>翻唱的歌, 孩子朗读的作文: what was sent, before the first wish.</summary>
    private static bool IsMaterial(Clause clause) =>
        !clause.IsHeard
        && (clause.Text[0] >= 0x2E80 || clause.Text.StartsWith("vlog", StringComparison.OrdinalIgnoreCase))
        && clause.Tokens.Count > 1
        && EndsWithMaterial(clause)
        && clause.Tokens.All(t => t.Kind == TokenKind.Unknown || IsOfMaterial(clause, t));

    private static bool EndsWithMaterial(Clause clause) =>
        clause.Tokens[^1].Concept is Concept.Voice or Concept.Recording or Concept.Episode or Concept.Video or Concept.Music
        || WordLists.Materials.Any(m => clause.Text.EndsWith(m, StringComparison.Ordinal));

    private static bool IsOfMaterial(Clause clause, Token token) =>
        IsPlainWord(token) && Clause.SubjectOf(token.Concept) == Subject.None && !IsWanting(clause, token);

    /// <summary>结尾拍到地板了，最后3秒不要: what happened there, and then the wish with its times.</summary>
    private static bool IsMishap(Clause clause, Clause next) =>
        !clause.IsHeard
        && next.IsHeard
        && next.Tokens.Any(t => t.IsTime)
        && next.Tokens.All(t => t.Kind != TokenKind.Unknown)
        && clause.Text.TrimEnd() is [>= (char)0x2E80, .., '了']
        && clause.Tokens.Count(t => t.Kind == TokenKind.Unknown) > 1
        && clause.Tokens.All(t => t.Kind == TokenKind.Unknown || IsOfMishap(t.Concept));

    private static bool IsOfMishap(Concept concept) =>
        concept is Concept.Filler or Concept.Begin or Concept.End or Concept.Before or Concept.After or Concept.First or Concept.Last
            or Concept.Voice or Concept.Video or Concept.It or Concept.At or Concept.To;

    /// <summary>背景太单调了，换个渐变的: the next clause says what to do about it.</summary>
    private static bool IsComplaint(Clause clause, Clause next)
    {
        if (clause.IsHeard || !next.IsHeard || clause.Tokens.Count < 2 || !IsJudgment(clause) || clause.Tokens.Any(t => IsOfWish(clause, t)))
        {
            return false;
        }

        var about = SubjectsOf(next);
        return about.Count == 0 || !SubjectsOf(clause).Except(about).Any();
    }

    private static bool IsOfWish(Clause clause, Token token) =>
        Verbs.IsVerb(token.Concept)
        || token.Kind is TokenKind.Quote or TokenKind.Color
        || token.IsTime
        || token.Concept == Concept.Not
        || IsWanting(clause, token);

    /// <summary>背景太单调了, "title looks wonky".</summary>
    private static bool IsJudgment(Clause clause) => clause.Text[0] >= 0x2E80
        ? clause.Tokens.Any(t => WordLists.Excesses.Contains(clause.TextOf(t)) || WordLists.Praising.Contains(clause.TextOf(t)) || t.Concept == Concept.Vague)
        : clause.Tokens[^1].Kind == TokenKind.Unknown && clause.Tokens.Any(t => WordLists.Copulas.Contains(clause.TextOf(t)));

    private static List<Subject> SubjectsOf(Clause clause) => [.. clause.Tokens.Select(SubjectOf).Where(s => s != Subject.None).Distinct()];

    private static Subject SubjectOf(Token token) => token.Concept switch
    {
        Concept.Music => Subject.Music,
        Concept.Voice => Subject.Voice,
        var other => Clause.SubjectOf(other),
    };
}
