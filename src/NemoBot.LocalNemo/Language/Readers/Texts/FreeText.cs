using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads texts to be shown that are neither quoted nor called a title: write HAPPY BIRTHDAY in the center, 写上欢迎收听.</summary>
internal static partial class FreeText
{
    private const int ShortestCapitals = 3;

    /// <summary>Reads and claims it; null if there is none.</summary>
    public static (string Text, string? Artist)? Read(Clause clause, Reading reading)
    {
        if (clause.Has(Concept.Remove, Concept.Cut, Concept.SyntheticVoice)
            || clause.Tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.File || Clause.SubjectOf(t.Concept) != Subject.None))
        {
            return null;
        }

        if (CalledAfter(clause) is { } called && Artist(clause) is var artist && After(clause, called) is { } name)
        {
            clause.ClaimAll(Concept.Voice, Concept.Music, Concept.Episode, Concept.Recording, Concept.Called);
            return (name, artist);
        }

        if ((Renamed(clause, reading) ?? Said(clause, reading)) is { } other)
        {
            return (other, null);
        }

        if (clause.Has(Concept.Add) && ColonOf(clause) is { } colon)
        {
            return (Labelled(clause, colon) ?? TitleTextReader.TakeAfter(clause, colon)) is { } text ? (text, null) : null;
        }

        var verb = Find(clause, i => IsWriting(clause, i));
        if (verb >= 0 && After(clause, verb) is { } written)
        {
            return (written, null);
        }

        return clause.Has(Concept.Add, Concept.Move) && Capitals(clause) is { } capitals ? (capitals, null) : null;
    }

    private static int Find(Clause clause, Predicate<int> fits)
    {
        var i = 0;
        while (i < clause.Tokens.Count && !fits(i))
        {
            i++;
        }

        return i < clause.Tokens.Count ? i : -1;
    }

    /// <summary>"rename it to Late Show".</summary>
    private static string? Renamed(Clause clause, Reading reading)
    {
        if (reading.TitleTexts.Count == 0 || Find(clause, i => WritingLists.Renaming.Contains(clause.TextOf(clause.Tokens[i]))) is not (>= 0 and var rename))
        {
            return null;
        }

        return After(clause, Math.Max(clause.IndexOf(Concept.To), rename));
    }

    /// <summary>"saying Late Show at the top"; "call it Late Show" after the title was spoken of.</summary>
    private static string? Said(Clause clause, Reading reading)
    {
        var said = clause.FreeIndexOf(Concept.Called);
        if (said < 0)
        {
            return null;
        }

        var word = clause.TextOf(clause.Tokens[said]);
        var introduces = WritingLists.Introducing.Contains(word)
            || clause.Tokens.Any(t => t.Concept is Concept.Top or Concept.Middle or Concept.Bottom or Concept.Add);
        var renames = reading.Focus == Subject.Title && reading.TitleTexts.Count > 0;
        if (!((introduces && word.Length > 1) || renames) || After(clause, said) is not { } text)
        {
            return null;
        }

        clause.Claim(said);
        return text;
    }

    /// <summary>The place of a colon with an unquoted text after it.</summary>
    private static int? ColonOf(Clause clause) => clause.Free(TokenKind.Colon).Cast<int?>().FirstOrDefault() is { } colon
        && colon + 1 < clause.Tokens.Count && clause.Tokens[colon + 1].Kind != TokenKind.Quote ? colon : null;

    /// <summary>底部写主讲人：王老师: what stands before the colon is part of the text, unless it only announces one.</summary>
    private static string? Labelled(Clause clause, int colon)
    {
        var verb = Find(clause, i => WritingLists.Writing.Contains(clause.TextOf(clause.Tokens[i])));
        if (verb < 0 || verb + 1 >= colon || !clause.IsChinese(clause.Tokens[verb + 1]))
        {
            return null;
        }

        var label = clause.TextBetween(clause.Tokens[verb].End, clause.Tokens[colon].Start);
        return Announcement().IsMatch(label) ? null : clause.TakeText(verb + 1, clause.Tokens.Count);
    }

    [GeneratedRegex(@"^\s*(?:上|着|个|一|几|这|下面|以下|的|句|话|行|段|条|内容|主题|本期|今天|题目|标题|大字|小字|字|例如|比如|就|是)*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    /// <summary>Reads and claims the unknown or capital words right after a token.</summary>
    public static string? After(Clause clause, int index)
    {
        var first = index + 1;
        while (first < clause.Tokens.Count && IsMark(clause.Tokens[first]) && !IsCapital(clause, first))
        {
            first++;
        }

        while (first > index + 1 && first < clause.Tokens.Count && BeginsName(clause, first - 1))
        {
            first--;
        }

        var last = first;
        while (last < clause.Tokens.Count && (IsText(clause, last) || BeginsName(clause, last)))
        {
            last++;
        }

        // One character is a noun or a verb more often than a text.
        var isLone = last == first + 1 && clause.Tokens[first].Length == 1 && clause.IsChinese(clause.Tokens[first]);
        var isName = Enumerable.Range(first, last - first).Any(i => clause.Tokens[i].Kind == TokenKind.Unknown || IsCapital(clause, i));
        return isName && !isLone ? clause.TakeText(first, last) : null;
    }

    /// <summary>是周六夜话: a day or a feast right before an unknown word belongs to it.</summary>
    private static bool BeginsName(Clause clause, int index) => index + 1 < clause.Tokens.Count && WritingLists.BeginningsOfNames.Contains(clause.TextOf(clause.Tokens[index]))
        && clause.Tokens[index + 1] is { Kind: TokenKind.Unknown } next && next.Start == clause.Tokens[index].End;

    private static bool IsMark(Token token) =>
        token.Concept is Concept.Filler or Concept.Called or Concept.ByName || token.Kind is TokenKind.Colon or TokenKind.Dash;

    private static string? Artist(Clause clause) =>
        clause.FreeIndexOf(Concept.ByName) is >= 0 and var by && After(clause, by) is { } name && clause.Claim(by) is not null ? name : null;

    /// <summary>"the song is called …": the place of the word after the noun; null if there is none.</summary>
    private static int? CalledAfter(Clause clause)
    {
        var noun = clause.FreeIndexOf(Concept.Voice, Concept.Music, Concept.Episode, Concept.Recording);
        var called = clause.FreeIndexOf(Concept.Called);
        var hasName = called > noun && called + 1 < clause.Tokens.Count
            && (clause.Tokens[called + 1].Kind == TokenKind.Unknown || IsCapital(clause, called + 1));
        return noun >= 0 && hasName ? called : null;
    }

    private static bool IsWriting(Clause clause, int index) =>
        clause.Tokens[index].Concept is Concept.Add && WritingLists.Writing.Contains(clause.TextOf(clause.Tokens[index])) && !IsHiccup(clause, index);

    /// <summary>打嗝 writes nothing.</summary>
    private static bool IsHiccup(Clause clause, int index) => clause.TextOf(clause.Tokens[index]) == "打" && index + 1 < clause.Tokens.Count
        && clause.Tokens[index + 1] is { Kind: TokenKind.Unknown } next && clause.IsChinese(next);

    /// <summary>A run of words in capitals: put SOLD OUT on the picture.</summary>
    private static string? Capitals(Clause clause)
    {
        bool IsShouted(int i) => !clause.IsClaimed(i) && !clause.IsChinese(clause.Tokens[i])
            && clause.TextOf(clause.Tokens[i]) is var text && text.Any(char.IsAsciiLetterUpper) && !text.Any(char.IsAsciiLetterLower);
        var first = Find(clause, i => clause.Tokens[i].Kind == TokenKind.Unknown && clause.Tokens[i].Length >= ShortestCapitals && IsShouted(i));
        if (first < 0 || clause.Text.All(c => !char.IsAsciiLetterLower(c)))
        {
            return null;
        }

        while (first > 0 && IsShouted(first - 1))
        {
            first--;
        }

        var last = first;
        while (last < clause.Tokens.Count && IsShouted(last))
        {
            last++;
        }

        return clause.TakeText(first, last);
    }

    private static bool IsCapital(Clause clause, int index) => char.IsUpper(clause.TextOf(clause.Tokens[index])[0]);

    private static bool IsText(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        var isWord = token.Kind is TokenKind.Unknown or TokenKind.Symbol or TokenKind.Number or TokenKind.Ordinal || token.IsGuess || IsCapital(clause, index);
        return !clause.IsClaimed(index) && (isWord || IsParticle(clause, index) || Joins(clause, index));
    }

    /// <summary>A small Chinese word right after an unknown one: 你好吗.</summary>
    private static bool IsParticle(Clause clause, int index) => clause.Tokens[index] is { Concept: Concept.Filler, Length: 1 } token && clause.IsChinese(token)
        && index > 0 && clause.Tokens[index - 1] is { Kind: TokenKind.Unknown } before && before.End == token.Start;

    /// <summary>A small word before one of the text: "Rock and Roll".</summary>
    private static bool Joins(Clause clause, int index) => index + 1 < clause.Tokens.Count
        && ((clause.Tokens[index].Concept is Concept.And && IsCapital(clause, index + 1))
            || (clause.Tokens[index].Concept is Concept.Filler or Concept.And && clause.Tokens[index + 1].Kind == TokenKind.Unknown));
}
