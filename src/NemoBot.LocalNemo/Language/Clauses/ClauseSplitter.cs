using NemoBot.LocalNemo.Language.Dialog;
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
        var parts = new List<List<Token>>();
        var heads = new Dictionary<List<Token>, (Concept Inherited, bool IsLater)>(ReferenceEqualityComparer.Instance);
        var current = new List<Token>();
        var (inherited, later) = (Concept.None, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            var joins = tokens[i].Concept is Concept.And or Concept.Then or Concept.But;
            if (tokens[i].Kind == TokenKind.Break || (joins && BeginsSomething(text, tokens, i + 1, current)))
            {
                var verb = joins || IsComma(text, tokens[i]) ? VerbToInherit(text, tokens, i + 1, current) : Concept.None;
                Close(verb, tokens[i].Concept == Concept.Then);
                continue;
            }

            if (tokens[i].Concept == Concept.InsteadOf)
            {
                i = EndOfGivenUp(tokens, i);
                continue;
            }

            if (IsException(text, tokens[i], current))
            {
                // What is given up is no wish.
                while (i + 1 < tokens.Count && tokens[i + 1].Kind != TokenKind.Break)
                {
                    i++;
                }

                continue;
            }

            if (BeginsWithoutMark(text, tokens[i], current) || current.Count >= MostTokens)
            {
                Close(Concept.None, false);
            }

            later |= tokens[i].Concept == Concept.Then && current.Count == 0;
            if (!joins || tokens[i].Concept == Concept.And || (tokens[i].Concept == Concept.But && current.Exists(t => t.Concept == Concept.AllOf || text[t.Start..t.End].EndsWith(" all", StringComparison.OrdinalIgnoreCase)) && current.Exists(t => t.Concept is Concept.Remove or Concept.Mute)))
            {
                current.Add(tokens[i]);
            }
        }

        Close(Concept.None, false);
        return
        [
            .. Distribution.Apply(text, Corrections.Apply(text, parts))
                .Select(p => new Clause(written, text, Verbs.Resolve(text, BareTimes.Read(text, Relations.Resolve(text, Sequencing.Drop(text, Reasons.Drop(p)))))) { Inherited = heads[p].Inherited, IsLater = heads[p].IsLater }),
        ];

        void Close(Concept verb, bool then)
        {
            if (current.Count > 0)
            {
                parts.Add(current);
                heads[current] = (inherited, later);
                (inherited, current) = (verb, []);
            }

            later |= then;
        }
    }

    /// <summary>"a line instead of the bars at the top": only the thing that is given up is no wish, what comes after it is.</summary>
    private static int EndOfGivenUp(IReadOnlyList<Token> tokens, int mark)
    {
        var named = false;
        var last = mark;
        while (last + 1 < tokens.Count && tokens[last + 1] is { } next && next.Kind != TokenKind.Break && !Verbs.IsVerb(next.Concept)
            && next.Concept is not (Concept.And or Concept.Then or Concept.But) && !(named && (Verbs.IsLook(next.Concept) || next.Concept is Concept.At or Concept.For or Concept.From)))
        {
            named |= next.Concept is not (Concept.Filler or Concept.It or Concept.None) || next.Kind != TokenKind.Word;
            last++;
        }

        return last;
    }

    /// <summary>A verb after a quoted text starts a clause even without punctuation: add "A" remove "B". So does "no" before a wish.</summary>
    private static bool BeginsWithoutMark(string text, Token token, List<Token> current) =>
        current.Count > 0 && ((current[^1].Kind == TokenKind.Quote && !(token.Concept == Concept.Cut && current.Exists(t => text[t.Start..t.End] is "把" or "将" or "帮我把" or "请把")) && !current.TrueForAll(t => t.Kind == TokenKind.Quote || t.Concept == Concept.Filler) && token.Concept is Concept.Remove or Concept.Add or Concept.Keep or Concept.Cut or Concept.Mute)
        || (current.Count > 1 && token is { Concept: Concept.No, Length: > 2 } && !text.AsSpan(token.Start, token.Length).Equals("wrong", StringComparison.OrdinalIgnoreCase))
        // 人声大一点音乐小一点, "voice louder music softer".
        || (current[^1].Concept is Concept.Bigger or Concept.Smaller or Concept.Louder or Concept.Quieter && token.Concept is Concept.Voice or Concept.Music && current.Exists(t => t.Concept is Concept.Voice or Concept.Music && t.Concept != token.Concept))
        // 原声关小一点别关掉: the wish and what is not wanted.
        || (token.Concept == Concept.Not && text[token.Start] >= 0x2E80 && current.FindLast(t => t.Concept != Concept.Filler)?.Concept is Concept.Quieter or Concept.Louder or Concept.Bigger or Concept.Smaller or Concept.Faster or Concept.Slower or Concept.Brighter or Concept.Darker or Concept.Upward or Concept.Downward)
        // 去掉波形换成圆环.
        || (token.Concept == Concept.Change && text[token.Start..token.End] is "换成" or "改成" or "改用" or "换上" && current.Exists(t => t.Concept == Concept.Remove) && current.Exists(t => Verbs.IsThing(t.Concept)))
        // 前奏太长了砍掉8秒.
        || (current[^1].Concept is Concept.TooLong or Concept.Useless && text[current[^1].Start] >= 0x2E80 && text[current[^1].End - 1] == '了' && token.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep)
        // "no visualizer just the cover".
        || (token.Concept == Concept.Only && current.Exists(t => t.Concept is Concept.Remove or Concept.Mute) && Verbs.IsThing(current[^1].Concept) && text[token.Start] < 0x2E80)
        // "scrap the bars do a circle thing".
        || (current.Exists(t => t.Concept == Concept.Remove) && Verbs.IsThing(current[^1].Concept) && text[token.Start..token.End].ToLowerInvariant() is "do" or "make" or "use" or "put" or "give" or "show")
        || SentenceStarts.IsOne(text, token, current)
        // 第一个红色第二个绿色.
        || IsNextOne(token, current)
        // "a square clip of the first 30 seconds with the heading 'Chapter One'".
        || (token.Concept == Concept.Title && current.Exists(t => t.Concept is Concept.Video or Concept.Teaser or Concept.Shorts or Concept.Reels) && current.Exists(t => t.Concept is Concept.First or Concept.Last or Concept.From) && current.Exists(t => t.IsTime)
            && current.TrueForAll(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Kind != TokenKind.Quote))
        || (current is [{ Concept: Concept.No }] && token.Concept is Concept.Undo or Concept.Move or Concept.Change or Concept.OtherOne or Concept.Not));

    /// <summary>"everything in yellow except the background": what is left out of a look is no wish.</summary>
    private static bool IsException(string text, Token token, List<Token> current) => WordLists.Exceptions.Contains(text[token.Start..token.End])
        && current.Exists(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept)) && !current.Exists(t => t.Concept is Concept.Keep or Concept.Cut or Concept.Remove or Concept.Mute or Concept.Trim);

    private static bool IsComma(string text, Token token) => token.Length == 1 && text[token.Start] is ',' or '，' or '、';

    /// <summary>"remove the title and the waveform": the second thing is to be removed as well.</summary>
    private static Concept VerbToInherit(string text, IReadOnlyList<Token> tokens, int next, List<Token> current)
    {
        if (next < tokens.Count && text[tokens[next].Start..tokens[next].End] is "要" or "想要" or "我要" or "改要")
        {
            // 不要波形，要进度条.
            return Concept.None;
        }

        var verb = current.Select(t => t.Concept).LastOrDefault(c => c is Concept.Remove or Concept.Mute or Concept.Keep or Concept.Cut);
        if (verb is Concept.Cut or Concept.Remove && current.Exists(t => t.IsTime) && next < tokens.Count && tokens[next].Concept is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth)
        {
            // "cut the last 3 sec and fade out".
            return Concept.None;
        }

        for (; verb != Concept.None && next < tokens.Count && tokens[next].Kind != TokenKind.Break; next++)
        {
            if (tokens[next].Concept == Concept.Blur && current.Exists(t => t.Concept == Concept.Not))
            {
                // 左右别裁掉，上下模糊: what is forbidden is not what the blur is to suffer.
                return Concept.None;
            }

            // "skip the intro, start at 0:11" keeps what comes after.
            if (tokens[next] is { Concept: Concept.From, Length: > 4 } || (tokens[next].Concept is not (Concept.Filler or Concept.It or Concept.AllOf or Concept.And) && !Verbs.IsThing(tokens[next].Concept) && !IsMeasured(tokens[next])))
            {
                return Concept.None;
            }
        }

        return verb;
    }

    /// <summary>"cut the first 5 seconds and the last 3": a time is cut as well.</summary>
    private static bool IsMeasured(Token token) =>
        token.IsTime || token.Kind is TokenKind.Number or TokenKind.Dash or TokenKind.Ordinal || token.Concept is Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.To or Concept.From or Concept.FillerWords;

    private static bool BeginsSomething(string text, IReadOnlyList<Token> tokens, int index, List<Token> current)
    {
        for (; index < tokens.Count; index++)
        {
            var concept = tokens[index].Concept;
            if (tokens[index].Kind == TokenKind.Unknown && index + 1 < tokens.Count && Clause.SubjectOf(tokens[index + 1].Concept) == Subject.Title && tokens.Skip(index + 2).FirstOrDefault(t => t.Concept != Concept.Filler)?.Kind == TokenKind.Quote)
            {
                // "large subtitles and our parish name 'X'".
                continue;
            }

            if (concept == Concept.No && index + 1 < tokens.Count && Verbs.IsThing(tokens[index + 1].Concept) && current.Exists(t => Verbs.IsThing(t.Concept)))
            {
                // "a dark background and no waveform".
                return true;
            }

            if (concept == Concept.Not && tokens[index - 1].Concept == Concept.But)
            {
                // "remove the captions but not the title".
                return true;
            }

            if (concept is Concept.Filler or Concept.Then or Concept.It or Concept.Only or Concept.CanYou)
            {
                continue;
            }

            if (text.AsSpan(tokens[index - 1].Start, tokens[index - 1].Length) is "再" && concept is Concept.Duck or Concept.Louder or Concept.Quieter or Concept.Faster or Concept.Slower && !current.Exists(t => Verbs.IsVerb(t.Concept) || Verbs.BeginsClause(t.Concept) && t.Concept is not (Concept.Captions or Concept.Title or Concept.Logo)))
            {
                // 我说话的时候音乐再压低: more of it, not something else.
                return false;
            }

            return (tokens[index].Kind == TokenKind.Quote && (tokens[index - 1].Concept == Concept.Then || IsTextBesideOther(text, tokens, index, current))) || IsPlacedText(text, tokens, index) || ShapeClauses.BeginsAt(tokens, index, current) || Verbs.IsVerb(concept) || Verbs.BeginsClause(concept) || (IsAnotherThing(concept, current) && !tokens.Skip(index).TakeWhile(t => t.Kind != TokenKind.Break).Any(t => WordLists.Obscuring.Contains(text[t.Start..t.End])))
                || IsOtherTrack(concept, current) || IsNextOne(tokens[index], current) || IsSpeeding(tokens, index) || IsCentering(text, tokens, index);
        }

        return false;
    }

    /// <summary>"big captions and 'Tip 12' at the top", "logo top left and 'Open day' at the bottom": the text is another wish.</summary>
    private static bool IsTextBesideOther(string text, IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        (current.Exists(t => t.Concept == Concept.Captions) || (current.Exists(t => t.Concept is Concept.Logo or Concept.Waveform or Concept.Bars or Concept.Cover or Concept.Image) && IsPlaced(tokens, index))) && !current.Exists(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Title or Concept.Change or Concept.Replace or Concept.Swap or Concept.Remove or Concept.Called);

    private static bool IsPlaced(IReadOnlyList<Token> tokens, int quote) => tokens.Skip(quote + 1).TakeWhile(t => t.Kind != TokenKind.Break).Take(3).Any(t => t.Concept is Concept.Top or Concept.Bottom or Concept.Middle or Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight);

    /// <summary>…然后上面写“外婆的菜谱”: a place and a text.</summary>
    private static bool IsPlacedText(string text, IReadOnlyList<Token> tokens, int index) => tokens[index].Concept is Concept.Top or Concept.Bottom or Concept.Middle or Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight
        && tokens.Skip(index + 1).Take(2).Any(t => t.Kind == TokenKind.Quote || WordLists.Writing.Contains(text[t.Start..t.End]));

    /// <summary>"the original sound at half volume and this song beneath": each sound has a loudness of its own.</summary>
    private static bool IsOtherTrack(Concept concept, List<Token> current) => concept is Concept.Voice or Concept.Music && current.Exists(t => t.Concept is Concept.Voice or Concept.Music or Concept.Video)
        && current.Exists(t => t.Kind is TokenKind.Percent or TokenKind.Decibel or TokenKind.Number || t.Concept is Concept.Half or Concept.Double or Concept.Louder or Concept.Quieter);

    /// <summary>"the first title on the left and the second on the right".</summary>
    private static bool IsNextOne(Token token, List<Token> current) => (token.Kind == TokenKind.Ordinal || token.Concept is Concept.OtherOne or Concept.LowerOne or Concept.UpperOne)
        && current.Exists(t => t.Kind == TokenKind.Ordinal || t.Concept is Concept.First or Concept.UpperOne or Concept.LowerOne) && current.Exists(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept));

    /// <summary>"... and center the first one".</summary>
    private static bool IsCentering(string text, IReadOnlyList<Token> tokens, int index) => text[tokens[index].Start..tokens[index].End].ToLowerInvariant() is "center" or "centre" && index + 1 < tokens.Count
        && (tokens[index + 1].Kind == TokenKind.Ordinal || tokens[index + 1].Concept is Concept.First or Concept.Filler or Concept.It || Verbs.IsThing(tokens[index + 1].Concept));

    /// <summary>"... and speed the rest up".</summary>
    private static bool IsSpeeding(IReadOnlyList<Token> tokens, int index) =>
        tokens[index].Concept == Concept.SpeedWord && tokens.Skip(index + 1).TakeWhile(t => t.Kind != TokenKind.Break).Any(t => t.Concept is Concept.Upward or Concept.TurnUp);

    private static bool IsAnotherThing(Concept concept, List<Token> current)
    {
        var subject = Clause.SubjectOf(concept);
        var before = current.Select(t => Clause.SubjectOf(t.Concept)).LastOrDefault(s => s != Subject.None);
        return subject != Subject.None && before != Subject.None && subject != before && current.TrueForAll(t => t.Concept is not Concept.Merge);
    }
}
