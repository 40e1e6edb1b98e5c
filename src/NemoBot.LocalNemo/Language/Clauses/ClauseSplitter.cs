using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Cuts a message's tokens into clauses.</summary>
internal static class ClauseSplitter
{
    // Longer than any request; keeps the time in proportion to the text.
    private const int MostTokens = 120;

    /// <summary>Cuts them at marks, and at "and" where something new is asked for.</summary>
    public static IReadOnlyList<Clause> Cut(string written, IReadOnlyList<Token> tokens)
    {
        var text = CleanText.Simplified(written);
        var parts = new ClauseParts();
        for (var i = 0; i < tokens.Count; i++)
        {
            i = Take(text, tokens, i, parts);
        }

        parts.Close(Concept.None, then: false);
        return
        [
            .. Distribution.Apply(text, LeadingMoments.Join(text, Corrections.Apply(text, parts.All)))
                .Select(p => (Tokens: p, Head: parts.HeadOf(p)))
                .Select(p => new Clause(written, text, Resolved(text, p.Tokens)) { Inherited = p.Head.Inherited, IsLater = p.Head.IsLater }),
        ];
    }

    /// <summary>Adds a token to the current part, begins the next one with it, or leaves it out.</summary>
    /// <returns>The index of the last token that was dealt with.</returns>
    private static int Take(string text, IReadOnlyList<Token> tokens, int at, ClauseParts parts)
    {
        var token = tokens[at];
        var joins = token.Concept is Concept.And or Concept.Then or Concept.But;
        if (token.Kind == TokenKind.Break || (joins && JoinedStarts.BeginAt(text, tokens, at + 1, parts.Current)))
        {
            var verb = joins || IsComma(text, token) ? VerbToInherit(text, tokens, at + 1, parts.Current, parts.Inherited) : Concept.None;
            parts.Close(verb, token.Concept == Concept.Then);
            return at;
        }

        if (token.Concept == Concept.InsteadOf)
        {
            return EndOfGivenUp(tokens, at);
        }

        if (IsException(text, token, parts.Current))
        {
            return EndOfClause(tokens, at);
        }

        if (UnmarkedStarts.IsOne(text, token, parts.Current) || SentenceStarts.IsConclusion(text, tokens, at, parts.Current) || parts.Current.Count >= MostTokens)
        {
            parts.Close(Concept.None, then: false);
        }

        var removesAllBut = token.Concept == Concept.But && RemovesAll(text, parts.Current);
        parts.Add(token, isLeftOut: joins && token.Concept != Concept.And && !removesAllBut);
        return at;
    }

    /// <summary>The tokens of a clause with the meanings that fit together.</summary>
    private static IReadOnlyList<Token> Resolved(string text, List<Token> tokens)
    {
        tokens = Sequencing.Drop(text, Reasons.Drop(tokens));
        return VerbPhrases.Resolve(text, BareTimes.Read(text, Relations.Resolve(text, tokens)));
    }

    /// <summary>"remove all but the title".</summary>
    private static bool RemovesAll(string text, List<Token> current) =>
        current.Exists(t => t.Concept is Concept.Remove or Concept.Mute)
        && current.Exists(t => t.Concept == Concept.AllOf || text[t.Start..t.End].EndsWith(" all", StringComparison.OrdinalIgnoreCase));

    /// <summary>The place before the next mark: what is left out is no wish.</summary>
    private static int EndOfClause(IReadOnlyList<Token> tokens, int index)
    {
        while (index + 1 < tokens.Count && tokens[index + 1].Kind != TokenKind.Break)
        {
            index++;
        }

        return index;
    }

    /// <summary>"a line instead of the bars at the top": only the thing that is given up is no wish, what comes after it is.</summary>
    private static int EndOfGivenUp(IReadOnlyList<Token> tokens, int mark)
    {
        var named = false;
        var last = mark;
        while (last + 1 < tokens.Count && tokens[last + 1] is { } next && !EndsGivenUp(next) && !(named && SaysHow(next.Concept)))
        {
            named |= next.Concept is not (Concept.Filler or Concept.It or Concept.None) || next.Kind != TokenKind.Word;
            last++;
        }

        return last;
    }

    private static bool EndsGivenUp(Token token) =>
        token.Kind == TokenKind.Break || Verbs.IsVerb(token.Concept) || token.Concept is Concept.And or Concept.Then or Concept.But;

    private static bool SaysHow(Concept concept) => Verbs.IsLook(concept) || concept is Concept.At or Concept.For or Concept.From;

    /// <summary>"everything in yellow except the background": what is left out of a look is no wish.</summary>
    private static bool IsException(string text, Token token, List<Token> current) =>
        WordLists.Exceptions.Contains(text[token.Start..token.End])
        && current.Exists(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept))
        && !current.Exists(t => t.Concept is Concept.Keep or Concept.Cut or Concept.Remove or Concept.Mute or Concept.Trim);

    private static bool IsComma(string text, Token token) => token.Length == 1 && text[token.Start] is ',' or '，' or '、';

    /// <summary>"remove the title and the waveform": the second thing is to be removed as well.</summary>
    private static Concept VerbToInherit(string text, IReadOnlyList<Token> tokens, int next, List<Token> current, Concept before)
    {
        if (next < tokens.Count && text[tokens[next].Start..tokens[next].End] is "要" or "想要" or "我要" or "改要")
        {
            // 不要波形，要进度条.
            return Concept.None;
        }

        if (next < tokens.Count && text.AsSpan(tokens[next].Start, tokens[next].Length).Equals("with", StringComparison.OrdinalIgnoreCase))
        {
            // "without the title but with captions".
            return Concept.None;
        }

        // "cut the intro, first 15 secs, and any silence".
        var verb = current.Select(t => t.Concept).LastOrDefault(c => c is Concept.Remove or Concept.Mute or Concept.Keep or Concept.Cut, before);
        var isFade = next < tokens.Count && tokens[next].Concept is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth;
        if (isFade && verb is Concept.Cut or Concept.Remove && current.Exists(t => t.IsTime))
        {
            // "cut the last 3 sec and fade out".
            return Concept.None;
        }

        if (verb is Concept.Cut or Concept.Remove && next > 0 && tokens[next - 1].Concept != Concept.And && IsEffect(text, tokens, next))
        {
            return Concept.None;
        }

        for (; verb != Concept.None && next < tokens.Count && tokens[next].Kind != TokenKind.Break; next++)
        {
            if (tokens[next].Concept == Concept.Blur && current.Exists(t => t.Concept == Concept.Not))
            {
                // 左右别裁掉，上下模糊: what is forbidden is not what the blur is to suffer.
                return Concept.None;
            }

            if (IsStart(tokens[next]) || !IsOfSameVerb(tokens[next]))
            {
                return Concept.None;
            }
        }

        return verb;
    }

    /// <summary>去掉字幕，音乐淡出: a Chinese clause with an effect asks for it.</summary>
    private static bool IsEffect(string text, IReadOnlyList<Token> tokens, int next) => next < tokens.Count && text[tokens[next].Start] >= 0x2E80
        && tokens.Skip(next).TakeWhile(t => t.Kind != TokenKind.Break).Any(t => t.Concept is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth or Concept.Duck);

    /// <summary>"skip the intro, start at 0:11" keeps what comes after.</summary>
    private static bool IsStart(Token token) => token is { Concept: Concept.From, Length: > 4 };

    private static bool IsOfSameVerb(Token token) =>
        token.Concept is Concept.Filler or Concept.It or Concept.AllOf or Concept.And || Verbs.IsThing(token.Concept) || IsMeasured(token);

    /// <summary>"cut the first 5 seconds and the last 3": a time is cut as well.</summary>
    private static bool IsMeasured(Token token) =>
        token.IsTime
        || token.Kind is TokenKind.Number or TokenKind.Dash or TokenKind.Ordinal
        || token.Concept is Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.To or Concept.From or Concept.FillerWords;
}
