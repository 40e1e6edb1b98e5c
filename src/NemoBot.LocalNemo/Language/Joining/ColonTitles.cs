using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>
/// Joins what follows "title:" where its words could ask for something: "title: why we sleep", "title: Sunday Slow Down"; and what
/// follows "caption:", unless it says how captions look.
/// </summary>
internal static class ColonTitles
{
    /// <summary>The tokens with such a text as a quoted one.</summary>
    public static IReadOnlyList<Token> Join(string text, IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            var isTitle = tokens[i].Concept == Concept.Title;
            if (!(isTitle || tokens[i].Concept == Concept.Captions) || (isTitle ? ColonAfter(tokens, i) : ColonRightAfter(tokens, i)) is not { } colon)
            {
                continue;
            }

            if ((isTitle ? EndOf(text, tokens, colon + 1) : EndOfCaption(text, tokens, i)) is { } end)
            {
                var start = tokens[colon + 1].Start;
                return [.. tokens.Take(colon + 1), new Token(TokenKind.Quote, start, end - start) { Content = text[start..end].Trim() }, .. tokens.SkipWhile(t => t.Start < end)];
            }
        }

        return tokens;
    }

    /// <summary>加字幕：今天天气真好, a line to show: words that say nothing of captions, one of them unknown, or a greeting.</summary>
    private static int? EndOfCaption(string text, IReadOnlyList<Token> tokens, int noun)
    {
        if (tokens.Take(noun).Any(t => Verbs.IsVerb(t.Concept) && t.Concept != Concept.Add) || tokens.Any(t => text[t.Start..t.End] is "should be" or "应该是"))
        {
            // "fix the caption: hello should be hullo".
            return null;
        }

        var words = tokens.Skip(noun + 2).TakeWhile(t => t.Kind != TokenKind.Break).ToList();
        var isLine = words.Exists(t => t.Kind == TokenKind.Unknown || t.Concept == Concept.Greeting)
            && words.TrueForAll(t => t.Kind is TokenKind.Word or TokenKind.Unknown && !Verbs.IsLook(t.Concept)
                && (!Verbs.IsVerb(t.Concept) || t.Kind == TokenKind.Unknown) && Clause.SubjectOf(t.Concept) == Subject.None);
        return isLine && !text.Contains('\n', StringComparison.Ordinal) ? words[^1].End : null;
    }

    private static int? ColonRightAfter(IReadOnlyList<Token> tokens, int noun) => tokens[noun + 1].Kind == TokenKind.Colon ? noun + 1 : null;

    /// <summary>The colon behind the word, or behind the place that follows it: "title at the top: …"; null if there is none.</summary>
    private static int? ColonAfter(IReadOnlyList<Token> tokens, int title)
    {
        var at = title + 1;
        while (at < tokens.Count && at < title + 5 && tokens[at].Concept is Concept.At or Concept.Filler or Concept.Top or Concept.Middle or Concept.Bottom)
        {
            at++;
        }

        return at + 1 < tokens.Count && tokens[at].Kind == TokenKind.Colon ? at : null;
    }

    /// <summary>Where a text that begins there ends; null if its words are read one by one.</summary>
    private static int? EndOf(string text, IReadOnlyList<Token> tokens, int first)
    {
        if (AsksToEnd(text, tokens, first))
        {
            // "title: Was ist los? 🤔": the mark and what follows it are part of the text.
            return text.Length;
        }

        if (MarkedTitles.EndOf(text, tokens, first) is { } marked)
        {
            return marked;
        }

        if (LastOfName(text, tokens, first) is { } name)
        {
            return tokens[name].End;
        }

        if (!IsQuestion(text, tokens[first]) && !IsPhrase(text, tokens, first))
        {
            return null;
        }

        var last = first;
        while (last + 1 < tokens.Count && tokens[last + 1].Kind is not (TokenKind.Break or TokenKind.Quote))
        {
            last++;
        }

        return last + 1 == tokens.Count ? text.Length : tokens[last].End;
    }

    /// <summary>The last word or sign of a name in capitals that has a verb or a size in it; null if it is none.</summary>
    private static int? LastOfName(string text, IReadOnlyList<Token> tokens, int first)
    {
        var last = first - 1;
        while (last + 1 < tokens.Count && (IsCapital(text, tokens[last + 1]) || tokens[last + 1].Kind == TokenKind.Symbol || (last >= first && tokens[last + 1].Kind == TokenKind.Number)))
        {
            last++;
        }

        last = EndOfPart(text, tokens, last);

        var couldAsk = tokens.Skip(first).Take(last - first + 1).Any(t => Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept)
            || t.Concept is Concept.Faster or Concept.Slower or Concept.SpeedWord or Concept.FadeIn or Concept.FadeOut or Concept.SilenceNoun);
        return last > first && couldAsk ? last : null;
    }

    /// <summary>"Quiet Mornings - Part 2": a number after the dash, so it is no artist.</summary>
    private static int EndOfPart(string text, IReadOnlyList<Token> tokens, int last)
    {
        if (last + 2 >= tokens.Count || tokens[last + 1].Kind != TokenKind.Dash)
        {
            return last;
        }

        var end = last + 1;
        while (end + 1 < tokens.Count && (IsCapital(text, tokens[end + 1]) || tokens[end + 1].Kind is TokenKind.Number or TokenKind.Ordinal))
        {
            end++;
        }

        return tokens.Skip(last + 2).Take(end - last - 1).Any(t => t.Kind is TokenKind.Number or TokenKind.Ordinal) ? end : last;
    }

    private static bool IsCapital(string text, Token token) =>
        token.Kind is TokenKind.Word or TokenKind.Unknown or TokenKind.Color && char.IsUpper(text[token.Start]);

    /// <summary>"title: a love story": a word that is a shape elsewhere.</summary>
    private static bool IsPhrase(string text, IReadOnlyList<Token> tokens, int first) =>
        text[tokens[first].Start..tokens[first].End].ToLowerInvariant() is "a" or "an" or "the" or "my" or "our" or "your" or "his" or "her"
        && tokens.Skip(first).TakeWhile(t => t.Kind != TokenKind.Break).ToList() is var words
        && words.Exists(t => t.Concept is Concept.Story or Concept.Reels or Concept.Shorts or Concept.Square or Concept.Portrait)
        && !words.Exists(t => t.Kind is TokenKind.Quote || t.Concept is Concept.For or Concept.And);

    /// <summary>Words that ask the bot for nothing, a question mark, and no words after it.</summary>
    private static bool AsksToEnd(string text, IReadOnlyList<Token> tokens, int first)
    {
        var words = tokens.Skip(first).TakeWhile(t => t.Kind != TokenKind.Break).ToList();
        var after = words.Count == 0 ? text.Length : words[^1].End;
        var mark = after;
        while (mark < text.Length && text[mark] == ' ')
        {
            mark++;
        }

        return words.Count > 0 && mark < text.Length && text[mark] is '?' or '？' && !text[mark..].Any(char.IsLetterOrDigit)
            && words.TrueForAll(t => t.Kind is TokenKind.Word or TokenKind.Unknown or TokenKind.Number && !Verbs.IsVerb(t.Concept) && !Verbs.IsLook(t.Concept) && t.Concept != Concept.CanYou);
    }

    private static bool IsQuestion(string text, Token token) => text[token.Start] < 0x2E80 && WordLists.QuestionStarts.Contains(text[token.Start..token.End].Split(' ')[0]);
}
