using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Tells an "and" between two wishes from one between two things: "cut the intro and add a title", "black and white".</summary>
internal static class JoinedStarts
{
    /// <summary>Something new is asked for from here on.</summary>
    public static bool BeginAt(string text, IReadOnlyList<Token> tokens, int index, List<Token> current)
    {
        for (; index < tokens.Count; index++)
        {
            if (IsNameOfTitle(tokens, index))
            {
                continue;
            }

            if (IsWithoutThing(tokens, index, current) || IsExclusion(tokens, index))
            {
                return true;
            }

            var concept = tokens[index].Concept;
            if (concept is Concept.Filler or Concept.Then or Concept.It or Concept.Only or Concept.CanYou)
            {
                continue;
            }

            return !IsMoreOfIt(text, tokens, index, current) && BeginsHere(text, tokens, index, current);
        }

        return false;
    }

    /// <summary>"the first title on the left and the second on the right".</summary>
    public static bool IsNextOne(Token token, List<Token> current) =>
        (token.Kind == TokenKind.Ordinal || token.Concept is Concept.OtherOne or Concept.LowerOne or Concept.UpperOne)
        && current.Exists(t => t.Kind == TokenKind.Ordinal || t.Concept is Concept.First or Concept.UpperOne or Concept.LowerOne)
        && current.Exists(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept));

    private static bool BeginsHere(string text, IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        IsText(text, tokens, index, current)
        || IsPlacedText(text, tokens, index)
        || ShapeClauses.BeginsAt(tokens, index, current)
        || Verbs.IsVerb(tokens[index].Concept)
        || Verbs.BeginsClause(tokens[index].Concept)
        || (IsAnotherThing(tokens[index].Concept, current) && !IsInTheWay(text, tokens, index))
        || IsLookOfCaptions(tokens, index, current)
        || IsCutOfPart(text, tokens, index, current)
        || IsOtherTrack(tokens[index].Concept, current)
        || IsNextOne(tokens[index], current)
        || IsSpeeding(tokens, index)
        || IsCentering(text, tokens, index);

    /// <summary>字幕大一点然后从第12秒剪到第18秒不要, 音乐小一半然后前10秒原声静音: a part of the time, and what becomes of it.</summary>
    private static bool IsCutOfPart(string text, IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        text[tokens[index].Start] >= 0x2E80
        && tokens[index - 1].Concept == Concept.Then
        && (tokens[index].IsTime || tokens[index].Concept is Concept.From or Concept.First or Concept.Last or Concept.Begin)
        && tokens.Skip(index).Take(2).Any(t => t.IsTime)
        && RestOfClause(tokens, index).Any(t => t.Concept is Concept.Cut or Concept.Trim or Concept.Mute or Concept.Keep)
        && current.Exists(t => Verbs.IsLook(t.Concept) || t.Concept is Concept.Half or Concept.Double or Concept.Louder or Concept.Quieter);

    private static IEnumerable<Token> RestOfClause(IReadOnlyList<Token> tokens, int from) => tokens.Skip(from).TakeWhile(t => t.Kind != TokenKind.Break);

    /// <summary>"large subtitles and our parish name 'X'".</summary>
    private static bool IsNameOfTitle(IReadOnlyList<Token> tokens, int index) =>
        tokens[index].Kind == TokenKind.Unknown
        && index + 1 < tokens.Count
        && Clause.SubjectOf(tokens[index + 1].Concept) == Subject.Title
        && tokens.Skip(index + 2).FirstOrDefault(t => t.Concept != Concept.Filler)?.Kind == TokenKind.Quote;

    /// <summary>"a dark background and no waveform".</summary>
    private static bool IsWithoutThing(IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        tokens[index].Concept == Concept.No
        && index + 1 < tokens.Count
        && Verbs.IsThing(tokens[index + 1].Concept)
        && current.Exists(t => Verbs.IsThing(t.Concept));

    /// <summary>"remove the captions but not the title".</summary>
    private static bool IsExclusion(IReadOnlyList<Token> tokens, int index) =>
        tokens[index].Concept == Concept.Not && tokens[index - 1].Concept == Concept.But;

    /// <summary>我说话的时候音乐再压低: more of it, not something else.</summary>
    private static bool IsMoreOfIt(string text, IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        tokens[index].Concept is Concept.Duck or Concept.Louder or Concept.Quieter or Concept.Faster or Concept.Slower
        && text.AsSpan(tokens[index - 1].Start, tokens[index - 1].Length) is "再"
        && !current.Exists(t => Verbs.IsVerb(t.Concept) || IsWish(t.Concept));

    private static bool IsWish(Concept concept) =>
        Verbs.BeginsClause(concept) && concept is not (Concept.Captions or Concept.Title or Concept.Logo);

    private static bool IsText(string text, IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        tokens[index].Kind == TokenKind.Quote
        && (tokens[index - 1].Concept == Concept.Then || IsTextBesideOther(tokens, index, current));

    /// <summary>"big captions and 'Tip 12' at the top", "logo top left and 'Open day' at the bottom": the text is another wish.</summary>
    private static bool IsTextBesideOther(IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        IsLaterText(tokens, index, current)
        || ((current.Exists(t => t.Concept == Concept.Captions) || (current.Exists(IsPicture) && IsPlaced(tokens, index)))
        && !current.Exists(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Title or Concept.Called)
        && !current.Exists(t => t.Concept is Concept.Change or Concept.Replace or Concept.Swap or Concept.Remove));

    /// <summary>"the title for the first 6 seconds and 'Guest: Theo' after that".</summary>
    private static bool IsLaterText(IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        current.Exists(t => t.Concept == Concept.Title)
        && current.Exists(t => t.IsTime)
        && !current.Exists(t => t.Kind == TokenKind.Quote)
        && RestOfClause(tokens, index + 1).Take(2).Any(t => t.IsTime || t.Concept is Concept.After or Concept.From or Concept.At or Concept.For or Concept.Then);

    private static bool IsPicture(Token token) =>
        token.Concept is Concept.Logo or Concept.Waveform or Concept.Bars or Concept.Cover or Concept.Image;

    private static bool IsPlaced(IReadOnlyList<Token> tokens, int quote) => RestOfClause(tokens, quote + 1).Take(3).Any(IsPlace);

    private static bool IsPlace(Token token) =>
        token.Concept is Concept.Top or Concept.Bottom or Concept.Middle
            or Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight;

    /// <summary>…然后上面写“外婆的菜谱”: a place and a text.</summary>
    private static bool IsPlacedText(string text, IReadOnlyList<Token> tokens, int index) =>
        IsPlace(tokens[index])
        && tokens.Skip(index + 1).Take(2).Any(t => t.Kind == TokenKind.Quote || WritingLists.Writing.Contains(text[t.Start..t.End]));

    /// <summary>"the title 'Tip 12' and karaoke captions": their look is said before them.</summary>
    private static bool IsLookOfCaptions(IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        IsLook(tokens[index])
        && tokens.Skip(index).SkipWhile(IsLook).FirstOrDefault() is { Concept: Concept.Captions }
        && IsAnotherThing(Concept.Captions, current);

    private static bool IsLook(Token token) =>
        token.Kind == TokenKind.Color || Verbs.IsLook(token.Concept) || token.Concept is Concept.Karaoke or Concept.Boxed or Concept.Classic;

    /// <summary>"the title is low and the waveform covers it".</summary>
    private static bool IsInTheWay(string text, IReadOnlyList<Token> tokens, int index) =>
        RestOfClause(tokens, index).Any(t => WordLists.Obscuring.Contains(text[t.Start..t.End]));

    /// <summary>"the original sound at half volume and this song beneath": each sound has a loudness of its own.</summary>
    private static bool IsOtherTrack(Concept concept, List<Token> current) =>
        concept is Concept.Voice or Concept.Music
        && current.Exists(t => t.Concept is Concept.Voice or Concept.Music or Concept.Video)
        && current.Exists(IsLevel);

    private static bool IsLevel(Token token) =>
        token.Kind is TokenKind.Percent or TokenKind.Decibel or TokenKind.Number
        || token.Concept is Concept.Half or Concept.Double or Concept.Louder or Concept.Quieter;

    /// <summary>"... and center the first one".</summary>
    private static bool IsCentering(string text, IReadOnlyList<Token> tokens, int index) =>
        text[tokens[index].Start..tokens[index].End].ToLowerInvariant() is "center" or "centre"
        && index + 1 < tokens.Count
        && tokens[index + 1] is var next
        && (next.Kind == TokenKind.Ordinal || next.Concept is Concept.First or Concept.Filler or Concept.It || Verbs.IsThing(next.Concept));

    /// <summary>"... and speed the rest up".</summary>
    private static bool IsSpeeding(IReadOnlyList<Token> tokens, int index) =>
        tokens[index].Concept == Concept.SpeedWord
        && RestOfClause(tokens, index + 1).Any(t => t.Concept is Concept.Upward or Concept.TurnUp);

    private static bool IsAnotherThing(Concept concept, List<Token> current)
    {
        var subject = Clause.SubjectOf(concept);
        var before = current.Select(t => Clause.SubjectOf(t.Concept)).LastOrDefault(s => s != Subject.None);
        return subject != Subject.None && before != Subject.None && subject != before && current.TrueForAll(t => t.Concept is not Concept.Merge);
    }
}
