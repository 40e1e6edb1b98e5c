using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Carries out what a message takes back itself: "30 seconds, no wait, 20" asks for 20 seconds.</summary>
internal static class Corrections
{
    /// <summary>A clause that only gives another value after a "no" changes the clause before it.</summary>
    public static List<List<Token>> Apply(string text, List<List<Token>> clauses)
    {
        var result = new List<List<Token>>();
        var denied = false;
        foreach (var clause in clauses)
        {
            denied |= clause.Exists(IsDenial);
            var target = result.FindLast(c => !IsBareDenial(c));
            if (denied && target is not null && ValueIn(clause) is { } value && target.FindLastIndex(t => AreAlike(t, value)) is >= 0 and var at)
            {
                target[at] = Fitted(value, target[at]);
                denied = false;
                result.RemoveAll(c => c != target && IsBareDenial(c));
                continue;
            }

            if (denied && target is not null && IsRange(clause) && target.FindIndex(t => t.IsTime) is >= 0 and var first && target.FindLastIndex(t => t.IsTime) is var last && target.GetRange(first, last - first + 1).TrueForAll(IsOfRange) && last > first)
            {
                // "cut 0:10-0:20, no sorry 0:12-0:20".
                target.RemoveRange(first, last - first + 1);
                target.InsertRange(first, clause.Where(t => t.IsTime || t.Kind == TokenKind.Dash || t.Concept == Concept.To));
                denied = false;
                result.RemoveAll(c => c != target && IsBareDenial(c));
                continue;
            }

            if (result.Count > 0 && IsDeniedValue(result[^1], clause))
            {
                // "I'd like it wide, not square".
                continue;
            }

            if (result.Count > 0 && NameFor(text, result[^1], clause) is { } name)
            {
                result[^1].Add(name);
                continue;
            }

            if (result.Count > 0 && Completes(text, result[^1], clause))
            {
                result[^1].AddRange(clause);
                continue;
            }

            denied &= IsBareDenial(clause);
            result.Add(clause);
        }

        // "cut 0:10 to 0:20? no, leave it": the last word counts.
        if (result.Count > 1 && IsBareDenial(result[^1]) && result[^1].Exists(t => WordLists.Cancelling.Contains(text[t.Start..t.End])))
        {
            result.RemoveAt(result.FindLastIndex(c => !IsBareDenial(c)) is >= 0 and var last ? last : 0);
        }

        return result;
    }

    private static bool IsDeniedValue(List<Token> before, List<Token> clause) => clause.Count > 1 && clause[0].Concept == Concept.Not && clause.FindAll(t => t.Concept is not (Concept.Not or Concept.Filler or Concept.At or Concept.It)) is [var value]
        && FamilyOf(value) is var family && family is 2 or 10 or 11 or 12 && before.Exists(t => FamilyOf(t) == family && (t.Concept != value.Concept || t.Content != value.Content));

    /// <summary>"add my podcast name at the top, The Quiet Hour": words in capitals after a title that has no text are the text.</summary>
    private static Token? NameFor(string text, List<Token> before, List<Token> clause)
    {
        var open = before.Exists(t => t.Concept == Concept.Title) && (before.Exists(t => t.Concept == Concept.Add) || (before[^1].Concept == Concept.Title && text[before[^1].Start..before[^1].End].EndsWith("name", StringComparison.OrdinalIgnoreCase))) && !before.Exists(t => t.Kind is TokenKind.Quote or TokenKind.Unknown or TokenKind.Colon || t.Concept == Concept.Called);
        if (!open || clause.Count < 2 || !clause.TrueForAll(t => char.IsUpper(text[t.Start]) || t.Kind == TokenKind.Number || t.Concept == Concept.And))
        {
            return null;
        }

        var (start, end) = (clause[0].Start, clause[^1].End);
        return new Token(TokenKind.Quote, start, end - start) { Content = text[start..end] };
    }

    /// <summary>
    /// A clause that only adds a length or a verb to the one before: 把前奏剪掉，大概8秒; "the gaps are annoying, remove them".
    /// </summary>
    private static bool Completes(string text, List<Token> before, List<Token> clause)
    {
        var verbs = before.Exists(t => Verbs.IsVerb(t.Concept));
        if (ValueIn(clause) is { Kind: TokenKind.Duration })
        {
            return !before.Exists(t => t.IsTime) && ((before.Exists(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim) && before.Exists(t => t.Concept is Concept.Begin or Concept.End))
                || before.Exists(t => t.Concept is Concept.SilenceNoun) && verbs || before.Exists(t => t.Concept is Concept.FadeIn or Concept.FadeOut or Concept.Crossfade or Concept.Chorus or Concept.Teaser or Concept.Later or Concept.Earlier));
        }

        // "not so big, the title": what it is about comes last.
        if (before.Exists(t => Verbs.IsLook(t.Concept) || t.Kind == TokenKind.Color) && !before.Exists(t => Verbs.IsThing(t.Concept) || t.Kind == TokenKind.Quote || t.IsTime) && clause.Count(t => Verbs.IsThing(t.Concept)) == 1
            && clause.TrueForAll(t => Verbs.IsThing(t.Concept) || t.Concept == Concept.Filler))
        {
            return true;
        }

        // "title on top, 'Slow Burn'".
        if (clause is [{ Kind: TokenKind.Quote }] && before.Exists(t => t.Concept == Concept.Title) && !before.Exists(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Called or Concept.Remove or Concept.Captions))
        {
            return true;
        }

        // "the name is spelled 'Ashford', not 'Nemo'".
        if (clause is [{ Concept: Concept.Not }, { Kind: TokenKind.Quote }] && before[^1].Kind == TokenKind.Quote && !before.Exists(t => t.Concept == Concept.Title && text[t.Start..t.End].ToLowerInvariant() is not "name"))
        {
            return true;
        }

        // "the reading speed is a touch quick, bring it down 5%".
        if (!verbs && before.Exists(t => t.Concept == Concept.SpeedWord) && clause.FindIndex(t => t.Concept is Concept.Quieter or Concept.TurnDown or Concept.Louder or Concept.TurnUp) is >= 0 and var pace && !clause.Exists(t => t.Concept is Concept.Voice or Concept.Music or Concept.Volume || t.Kind == TokenKind.Decibel))
        {
            clause[pace] = clause[pace] with { Concept = clause[pace].Concept is Concept.Quieter or Concept.TurnDown ? Concept.Slower : Concept.Faster };
            before.RemoveAll(t => t.Concept == Concept.SpeedWord);
            return true;
        }

        // "the good part is 0:20-0:45, use that".
        if (!verbs && before.Exists(t => t.IsTime) && clause.Exists(t => t.Concept is Concept.Use or Concept.Keep) && clause.Exists(t => t.Concept is Concept.It) && clause.TrueForAll(t => t.Concept is Concept.Use or Concept.Keep or Concept.It or Concept.Only or Concept.Filler))
        {
            return true;
        }

        // "I stop talking at 0:50, cut everything after".
        if (before.Count(t => t.IsTime) == 1 && !before.Exists(t => Clause.SubjectOf(t.Concept) != Subject.None || t.Kind == TokenKind.Quote || t.Concept is Concept.Cut or Concept.Trim or Concept.Keep or Concept.First or Concept.Last)
            && clause.Exists(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep) && clause.Exists(t => t.Concept is Concept.Before or Concept.After)
            && clause.TrueForAll(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep or Concept.Before or Concept.After or Concept.AllOf or Concept.It or Concept.Filler or Concept.CanYou))
        {
            return true;
        }

        // 0:30到0:35、1:00到1:10剪掉: both parts are cut.
        if (before.Exists(t => t.IsTime) && before.TrueForAll(t => IsOfRange(t) || t.Kind == TokenKind.Number) && before.Exists(t => t.Kind == TokenKind.Dash || t.Concept == Concept.To)
            && clause.Exists(t => t.IsTime) && clause.TrueForAll(t => IsOfRange(t) || t.Kind == TokenKind.Number || t.Concept is Concept.Cut or Concept.Remove or Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.And or Concept.AllOf))
        {
            return true;
        }

        // 标题从第3秒开始，到第10秒结束: until when.
        if (clause[0].Concept == Concept.To && clause.Count(t => t.IsTime) == 1 && clause.TrueForAll(t => IsOfRange(t) || t.Concept is Concept.End or Concept.Remove) && before.Count(t => t.IsTime) == 1 && before.Exists(t => t.Concept is Concept.From or Concept.Begin) && !before.Exists(t => t.Concept is Concept.Cut or Concept.Keep))
        {
            clause.RemoveAll(t => t.Concept is Concept.End or Concept.Remove);
            return true;
        }

        // 开头那句口误剪掉，大概2秒到5秒那里: where it is.
        if (before.Exists(t => t.Concept is Concept.Cut or Concept.Remove) && !before.Exists(t => t.IsTime || t.Kind == TokenKind.Quote || Verbs.IsThing(t.Concept)) && clause.Count(t => t.IsTime) == 2 && clause.TrueForAll(IsOfRange))
        {
            before.RemoveAll(t => t.Concept is Concept.Begin or Concept.End or Concept.First or Concept.Last);
            return true;
        }

        // "there's a typo in line 2, should be 'Nemo'": what the line is to say.
        if (!verbs && before.Exists(t => t.Concept is Concept.Line or Concept.LineWord or Concept.Captions) && before.Exists(t => t.Kind is TokenKind.Number or TokenKind.Ordinal) && !before.Exists(t => t.Kind == TokenKind.Quote)
            && clause.Exists(t => t.Kind == TokenKind.Quote) && clause.TrueForAll(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Filler or Concept.It or Concept.Change or Concept.To or Concept.Called))
        {
            return true;
        }

        // "music only for the intro, first 6 s": when it is shown or heard.
        if (clause.Exists(t => t.IsTime) && clause.TrueForAll(t => t.IsTime || t.Kind == TokenKind.Dash || t.Concept is Concept.First or Concept.Last or Concept.Filler or Concept.For or Concept.From or Concept.To or Concept.Only)
            && before.Exists(t => t.Concept is Concept.Music or Concept.Title or Concept.Logo) && before.Exists(t => t.Concept is Concept.Only or Concept.Begin or Concept.End) && !before.Exists(t => t.IsTime))
        {
            before.RemoveAll(t => t.Concept is Concept.Begin or Concept.End && clause.Exists(c => c.Concept is Concept.First or Concept.Last));
            return true;
        }

        // 第一段剪短，留前8秒: of that clip.
        if (before.Exists(t => t.Concept == Concept.Video) && before.Exists(t => t.Kind == TokenKind.Ordinal) && text[before[0].Start] >= 0x2E80 && before.TrueForAll(t => t.Kind == TokenKind.Ordinal || t.Concept is Concept.Video or Concept.Filler or Concept.TooLong or Concept.Trim)
            && clause.Exists(t => t.Concept is Concept.Keep or Concept.Only) && clause.Count(t => t.Kind == TokenKind.Duration) == 1 && clause.TrueForAll(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Keep or Concept.Only or Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.Filler))
        {
            before.RemoveAll(t => t.Concept is Concept.TooLong or Concept.Trim);
            return true;
        }

        // 名字错了，不是“李梅”，是“李玫”.
        if (before.Count > 1 && before[^1].Kind == TokenKind.Quote && text[before[^2].Start..before[^2].End] is "不是" or "别写" && clause is [{ Concept: Concept.Called }, { Kind: TokenKind.Quote }, ..])
        {
            return true;
        }

        // "slow it down a little, about ten per cent": how much.
        if (ValueIn(clause) is { Kind: TokenKind.Percent or TokenKind.Factor or TokenKind.Decibel } by && before.Exists(t => t.Concept is Concept.Faster or Concept.Slower or Concept.Louder or Concept.Quieter or Concept.Bigger or Concept.Smaller)
            && !before.Exists(t => t.Kind == by.Kind))
        {
            return true;
        }

        // 前奏太长了，砍掉8秒: from where.
        if (!verbs && !before.Exists(t => t.IsTime) && before.Exists(t => t.Concept is Concept.Begin or Concept.End) && clause.Count(t => t.Kind == TokenKind.Duration) == 1
            && clause.TrueForAll(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Cut or Concept.Remove or Concept.Filler or Concept.It) && clause.Exists(t => t.Concept is Concept.Cut or Concept.Remove))
        {
            before.RemoveAll(t => t.Concept == Concept.TooLong);
            return true;
        }

        if (!verbs && before.Exists(t => t.Concept == Concept.SilenceNoun) && clause.Exists(t => IsTightening(text, t)) && clause.TrueForAll(t => IsTightening(text, t) || t.Concept is Concept.Filler or Concept.It))
        {
            return true;
        }

        var bare = clause.TrueForAll(t => t.Concept is Concept.Remove or Concept.Cut or Concept.Filler or Concept.It or Concept.CanYou or Concept.AllOf) && clause.Exists(t => t.Concept is Concept.Remove or Concept.Cut);
        return bare && !verbs && before.Exists(t => Verbs.IsThing(t.Concept) || t.IsTime) && !before.Exists(t => t.Concept is Concept.No or Concept.Yes or Concept.QuestionWord || t.Kind == TokenKind.Quote);
    }

    private static bool IsRange(List<Token> clause) => clause.Count(t => t.IsTime) == 2 && clause.Exists(t => t.Kind == TokenKind.Dash || t.Concept == Concept.To) && clause.TrueForAll(t => IsOfRange(t) || IsDenial(t) || t.Concept is Concept.Cut or Concept.Remove or Concept.It);

    private static bool IsTightening(string text, Token token) => token.Concept == Concept.Trim || WordLists.Tightening.Contains(text[token.Start..token.End]);

    private static bool IsOfRange(Token token) => token.IsTime || token.Kind == TokenKind.Dash || token.Concept is Concept.To or Concept.From or Concept.Filler;

    private static bool IsBareDenial(List<Token> clause) => clause.TrueForAll(t => IsDenial(t) || t.Concept == Concept.Filler)
        || (clause.Exists(IsDenial) && clause.TrueForAll(t => IsDenial(t) || t.Concept is Concept.Filler or Concept.Keep or Concept.It));

    private static bool IsDenial(Token token) => token.Concept == Concept.No;

    /// <summary>The one value of a clause that says nothing else; null if there is none.</summary>
    private static Token? ValueIn(List<Token> clause)
    {
        var said = clause.FindAll(t => !IsDenial(t) && t.Concept is not (Concept.Filler or Concept.It or Concept.Change or Concept.At or Concept.To or Concept.Only or Concept.InsteadOf or Concept.Replace));
        return said is [var value] && FamilyOf(value) != 0 ? value : null;
    }

    private static bool AreAlike(Token token, Token value) => FamilyOf(token) == FamilyOf(value) || (value.Kind == TokenKind.Number && token.Kind is TokenKind.Duration or TokenKind.Percent);

    /// <summary>"30 seconds, no, 20": the unit stays.</summary>
    private static Token Fitted(Token value, Token old) => value.Kind != TokenKind.Number || old.Kind == TokenKind.Number ? value
        : old.Kind == TokenKind.Percent ? value with { Kind = old.Kind, Value = value.Value / 100 }
        : value with { Kind = old.Kind, Time = TimeSpan.FromSeconds(value.Value * (old.Time >= TimeSpan.FromMinutes(1) && value.Value < 10 ? 60 : 1)) };

    public static int FamilyOf(Token token) => token.Kind switch
    {
        TokenKind.Duration or TokenKind.Time => 1,
        TokenKind.Color => 2,
        TokenKind.Percent => 3,
        TokenKind.Decibel => 4,
        TokenKind.Factor => 5,
        TokenKind.Quote => 6,
        TokenKind.Number => 7,
        TokenKind.Lines => 8,
        TokenKind.FrameRate => 9,
        TokenKind.Ratio => 10,
        TokenKind.Word => token.Concept switch
        {
            Concept.Portrait or Concept.Landscape or Concept.Square => 10,
            Concept.Top or Concept.Middle or Concept.Bottom => 11,
            Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight => 12,
            Concept.Upward or Concept.Downward or Concept.TurnUp or Concept.TurnDown => 13,
            Concept.Bigger or Concept.Smaller => 14,
            Concept.Louder or Concept.Quieter => 15,
            Concept.Faster or Concept.Slower => 16,
            _ => 0,
        },
        _ => 0,
    };
}
