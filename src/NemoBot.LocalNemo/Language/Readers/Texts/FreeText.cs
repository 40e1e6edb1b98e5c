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
        if (clause.Tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.File || Clause.SubjectOf(t.Concept) != Subject.None) || clause.Has(Concept.Remove, Concept.Cut))
        {
            return null;
        }

        if (CalledAfter(clause) is { } called && Artist(clause) is var artist && After(clause, called) is { } name)
        {
            clause.ClaimAll(Concept.Voice, Concept.Music, Concept.Episode, Concept.Recording, Concept.Called);
            return (name, artist);
        }

        if (reading.TitleTexts.Count > 0 && Enumerable.Range(0, clause.Tokens.Count).FirstOrDefault(i => WordLists.Renaming.Contains(clause.TextOf(clause.Tokens[i])), -1) is >= 0 and var rename
            && After(clause, clause.IndexOf(Concept.To) is var to && to > rename ? to : rename) is { } other)
        {
            return (other, null);
        }

        var said = clause.FreeIndexOf(Concept.Called);
        if (said >= 0 && (WordLists.Introducing.Contains(clause.TextOf(clause.Tokens[said])) || clause.Tokens.Any(t => t.Concept is Concept.Top or Concept.Middle or Concept.Bottom or Concept.Add)) && clause.TextOf(clause.Tokens[said]).Length > 1 && After(clause, said) is { } placed)
        {
            clause.Claim(said);
            return (placed, null);
        }

        if (reading.Focus == Subject.Title && reading.TitleTexts.Count > 0 && clause.FreeIndexOf(Concept.Called) is >= 0 and var mark && After(clause, mark) is { } renamed)
        {
            clause.Claim(mark);
            return (renamed, null);
        }

        if (clause.Has(Concept.Add) && clause.Free(TokenKind.Colon).Cast<int?>().FirstOrDefault() is { } colon && colon + 1 < clause.Tokens.Count && clause.Tokens[colon + 1].Kind != TokenKind.Quote)
        {
            return (Labelled(clause, colon) ?? TitleTextReader.TakeAfter(clause, colon)) is { } text ? (text, null) : null;
        }

        var verb = Enumerable.Range(0, clause.Tokens.Count).FirstOrDefault(i => IsWriting(clause, i), -1);
        if (verb >= 0 && After(clause, verb) is { } written)
        {
            return (written, null);
        }

        return clause.Has(Concept.Add, Concept.Move) && Capitals(clause) is { } capitals ? (capitals, null) : null;
    }

    /// <summary>底部写主讲人：王老师: what stands before the colon is part of the text, unless it only announces one.</summary>
    private static string? Labelled(Clause clause, int colon)
    {
        var verb = Enumerable.Range(0, colon).FirstOrDefault(i => WordLists.Writing.Contains(clause.TextOf(clause.Tokens[i])), -1);
        return verb >= 0 && verb + 1 < colon && clause.IsChinese(clause.Tokens[verb + 1]) && !Announcement().IsMatch(clause.TextBetween(clause.Tokens[verb].End, clause.Tokens[colon].Start)) ? Take(clause, verb + 1, clause.Tokens.Count) : null;
    }

    [GeneratedRegex(@"^\s*(?:上|着|个|一|几|这|下面|以下|的|句|话|行|段|条|内容|主题|本期|今天|题目|标题|大字|小字|字|例如|比如|就|是)*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    /// <summary>Reads and claims the unknown or capital words right after a token.</summary>
    public static string? After(Clause clause, int index)
    {
        var first = index + 1;
        while (first < clause.Tokens.Count && (clause.Tokens[first].Concept is Concept.Filler or Concept.Called or Concept.ByName || clause.Tokens[first].Kind is TokenKind.Colon or TokenKind.Dash) && !IsCapital(clause, first))
        {
            first++;
        }

        var last = first;
        while (last < clause.Tokens.Count && IsText(clause, last))
        {
            last++;
        }

        // One character is a noun or a verb more often than a text.
        var isLone = last == first + 1 && clause.Tokens[first].Length == 1 && clause.IsChinese(clause.Tokens[first]);
        return last > first && !isLone && Enumerable.Range(first, last - first).Any(i => clause.Tokens[i].Kind == TokenKind.Unknown || IsCapital(clause, i)) ? Take(clause, first, last) : null;
    }

    private static string Take(Clause clause, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            clause.Claim(i);
        }

        return clause.TextBetween(clause.Tokens[first].Start, clause.Tokens[last - 1].End).Trim();
    }

    private static string? Artist(Clause clause) =>
        clause.FreeIndexOf(Concept.ByName) is >= 0 and var by && After(clause, by) is { } name && clause.Claim(by) is not null ? name : null;

    /// <summary>"the song is called …": the place of the word after the noun; null if there is none.</summary>
    private static int? CalledAfter(Clause clause)
    {
        var noun = clause.FreeIndexOf(Concept.Voice, Concept.Music, Concept.Episode, Concept.Recording);
        var called = clause.FreeIndexOf(Concept.Called);
        return noun >= 0 && called > noun && called + 1 < clause.Tokens.Count && (clause.Tokens[called + 1].Kind == TokenKind.Unknown || IsCapital(clause, called + 1)) ? called : null;
    }

    private static bool IsWriting(Clause clause, int index) => clause.Tokens[index].Concept is Concept.Add && WordLists.Writing.Contains(clause.TextOf(clause.Tokens[index]))
        // 打嗝 writes nothing.
        && !(clause.TextOf(clause.Tokens[index]) == "打" && index + 1 < clause.Tokens.Count && clause.Tokens[index + 1] is { Kind: TokenKind.Unknown } next && clause.IsChinese(next));

    /// <summary>A run of words in capitals: put SOLD OUT on the picture.</summary>
    private static string? Capitals(Clause clause)
    {
        bool IsShouted(int i) => !clause.IsClaimed(i) && clause.TextOf(clause.Tokens[i]) is var text && text.Any(char.IsAsciiLetterUpper) && text.All(c => !char.IsAsciiLetterLower(c)) && text[0] < 0x2E80;
        var first = Enumerable.Range(0, clause.Tokens.Count).FirstOrDefault(i => IsShouted(i) && clause.Tokens[i].Kind == TokenKind.Unknown && clause.Tokens[i].Length >= ShortestCapitals, -1);
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

        return Take(clause, first, last);
    }

    private static bool IsCapital(Clause clause, int index) => char.IsUpper(clause.TextOf(clause.Tokens[index])[0]);

    private static bool IsText(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        return !clause.IsClaimed(index) && (token.Kind is TokenKind.Unknown or TokenKind.Symbol or TokenKind.Number or TokenKind.Ordinal || token.IsGuess || IsCapital(clause, index)
            || (token is { Concept: Concept.Filler, Length: 1 } && index > 0 && clause.Tokens[index - 1] is { Kind: TokenKind.Unknown } before && before.End == token.Start && clause.IsChinese(token))
            || (token.Concept is Concept.And && index + 1 < clause.Tokens.Count && IsCapital(clause, index + 1))
            || (token.Concept is Concept.Filler or Concept.And && index + 1 < clause.Tokens.Count && clause.Tokens[index + 1].Kind == TokenKind.Unknown));
    }
}
