using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Recognizes clauses that forbid something: "don't cut anything", 别加音乐, "leave it as it is".</summary>
internal static partial class Prohibitions
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
            if (IsNegation(clause, i) && (ForbidsStart(clause, i) || ForbidsVerb(clause, i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"don't add any music", 别加音乐, "no need for other music": nothing new is wanted, and what is there stays.</summary>
    public static bool ForbidsMore(Clause clause)
    {
        if (!clause.Tokens.Any(CanBeAdded) || clause.Tokens.Any(t => t.IsTime || t.Kind == TokenKind.Color))
        {
            return false;
        }

        return clause.Tokens.Index().Any(t => WordLists.NotAdding.Contains(clause.TextOf(t.Item)) || ForbidsAdding(clause, t.Index));
    }

    /// <summary>"do not start at 0:12".</summary>
    private static bool ForbidsStart(Clause clause, int negation) =>
        negation + 1 < clause.Tokens.Count
        && clause.Tokens[negation + 1] is { Concept: Concept.From } start
        && clause.TextOf(start).ToLowerInvariant() is "start at" or "begin at" or "starts at" or "start from" or "begin from";

    /// <summary>"don't cut anything"; 不要淡出 takes a fade away.</summary>
    private static bool ForbidsVerb(Clause clause, int negation)
    {
        if (VerbAfter(clause, negation) is not { } verb || !Forbidden(verb))
        {
            return false;
        }

        var takesFadeAway = verb is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth && clause.Tokens[negation].Concept != Concept.Not;
        return !takesFadeAway && !AtMost().IsMatch(clause.Text);
    }

    private static bool CanBeAdded(Token token) =>
        token.Concept == Concept.Music
        || Clause.SubjectOf(token.Concept) is Subject.Title or Subject.Captions or Subject.Logo or Subject.Slides;

    /// <summary>"no other music", 别加音乐.</summary>
    private static bool ForbidsAdding(Clause clause, int negation)
    {
        if (!IsNegation(clause, negation))
        {
            return false;
        }

        var next = NextWord(clause, negation);
        return WordLists.Additional.Contains(next) || WordLists.Adding.Contains(next);
    }

    private static string NextWord(Clause clause, int index)
    {
        var isSmall = (Token t) => t.Concept is Concept.Filler or Concept.It && !WordLists.Additional.Contains(clause.TextOf(t));
        return clause.Tokens.Skip(index + 1).FirstOrDefault(t => !isSmall(t)) is { } next ? clause.TextOf(next) : "";
    }

    /// <summary>不要 is a wish to remove, until a verb follows that it negates.</summary>
    private static bool IsNegation(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        return token.Concept switch
        {
            Concept.Not => true,
            Concept.Remove => IsDeclining(clause.TextOf(token).ToLowerInvariant()),
            Concept.No => clause.TextOf(token) is "不" or "no" or "No",
            _ => false,
        };
    }

    private static bool IsDeclining(string word) =>
        word is "不要" or "唔好" or "唔使" or "唔要" or "唔需要" or "不需要" or "不用" or "别要"
            or "dont want" or "don't want" or "i dont want" or "i don't want" or "do not want"
            or "no need for" or "don't need" or "dont need" or "without";

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

            if (Verbs.IsVerb(concept) || IsChange(concept))
            {
                return concept;
            }

            // 不要把开头剪掉: the thing comes before the verb.
            if (concept is not (Concept.Filler or Concept.It or Concept.Only) && clause.TextOf(clause.Tokens[index])[0] < 0x2E80)
            {
                return null;
            }
        }

        if (clause.TextOf(clause.Tokens[index])[0] < 0x2E80)
        {
            return null;
        }

        var late = clause.Tokens.Skip(index + 1).Select(t => t.Concept)
            .LastOrDefault(c => c is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Mute or Concept.Touch);
        return late == Concept.None ? null : late;
    }

    /// <summary>"louder", "fade out": asks for a change without a verb.</summary>
    private static bool IsChange(Concept concept) =>
        concept is Concept.Touch or Concept.Quieter or Concept.Louder or Concept.Faster or Concept.Slower or Concept.SpeedWord
            or Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth;

    private static bool Forbidden(Concept verb) =>
        IsChange(verb)
        || verb is Concept.Remove or Concept.Cut or Concept.Trim or Concept.Mute or Concept.Change or Concept.Replace or Concept.Move or Concept.Swap
            or Concept.Reverse or Concept.Loop or Concept.Rotate or Concept.Merge or Concept.Undo or Concept.Export;

    [GeneratedRegex(@"\b(does|do|did)(n'?t| not) (need|have) to (be|get|go|become)\b|\bneed(n'?t| not)\b|\bno need to\b|\b(cut|remove|delete|trim|change|mute) nothing\b|\b(i|we|he|she|they)('ve| have| had)? already\b|\b(i|we)('ve| have) (just )?(cut|trimmed|removed|muted|deleted|shortened)\b|没有?(要|让|叫|说|打算)(你|要|过)|我(又|也|根本)?没有?(改|动|换|碰|删|加|剪)|\bleave\b.*\b(alone|as (it|they) (is|are|was|were)|untouched|in)\b|不是(让|叫|要)你|\b(didn'?t|did not|never) (ask|tell|told|say|said)\b|保持原样|保留原样|保持不变|原封不动|维持原样|\bkeep (it|everything|them|that) (as|the way|like)\b|\bkeep\b.*\bas (it|they)( is|'s| are|'re)\b"
        + @"|\b(should|must|has to|have to|needs? to) (stay|remain|be kept)( in| there)?\W*$|(要|得|应该|必须|一定)(保留|留下|留着)(着|的|下来)?\W*$"
        + @"|\bnothing\b.*\b(cut|trimmed|removed|deleted|lost|changed?|changes)\b|\b(don'?t|do not) want\b.*\b(cut|removed|changed|trimmed|deleted|touched)( off| out)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeftAlone();

    [GeneratedRegex(@"longer than|louder than|more than|exceed|\bover\b|超过|太", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtMost();
}
