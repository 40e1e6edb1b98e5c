using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Captions;

/// <summary>Reads other words for lines of the captions.</summary>
internal static class CaptionWords
{
    /// <summary>"line 3: new text", "change 'Nemo' to 'NEMO' everywhere".</summary>
    public static bool Read(Clause clause, Reading reading) => reading.Project.Captions is { } captions
        && (RemoveLine(clause, reading, captions) || ChangeLine(clause, reading, captions)
            || ReplaceQuoted(clause, reading) || ReplaceUnquoted(clause, reading));

    /// <summary>"get rid of 'second line' in the captions".</summary>
    private static bool RemoveLine(Clause clause, Reading reading, Projects.Captions captions)
    {
        if (!clause.Has(Concept.Remove) || !clause.Has(Concept.Captions, Concept.LineWord) || clause.Free(TokenKind.Quote).ToList() is not [var quote])
        {
            return false;
        }

        var text = clause.Tokens[quote].Content;
        return captions.Lines.ToList().FindIndex(l => l.Text.Contains(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var gone
            && Edit(clause, reading, new EditCaption("") { Line = gone + 1 });
    }

    /// <summary>"line 3: new text", "in line 2 replace 'second' by '2nd'".</summary>
    private static bool ChangeLine(Clause clause, Reading reading, Projects.Captions captions)
    {
        var at = clause.FreeIndexOf(Concept.Line, Concept.LineWord, Concept.Captions);
        if (at < 0 || (References.Number(clause, Concept.Line, Concept.LineWord, Concept.Captions) ?? NumberBefore(clause, at)) is not { } number)
        {
            return false;
        }

        var quotes = clause.Free(TokenKind.Quote).Select(q => clause.Tokens[q].Content).ToList();
        if (quotes is [var was, var now] && captions.Lines.ElementAtOrDefault(number - 1) is { } spoken
            && spoken.Text.Contains(was, StringComparison.OrdinalIgnoreCase))
        {
            return Edit(clause, reading, new EditCaption(spoken.Text.Replace(was, now, StringComparison.OrdinalIgnoreCase)) { Line = number });
        }

        return quotes.Count < 2 && NewText(clause) is { } text && Edit(clause, reading, new EditCaption(text) { Line = number });
    }

    /// <summary>What a line is to say: quoted, after a colon, or nothing where it is to go.</summary>
    private static string? NewText(Clause clause)
    {
        var colon = clause.Free(TokenKind.Colon).Cast<int?>().FirstOrDefault();
        if (clause.Take(TokenKind.Quote) is { } quote)
        {
            return quote.Content;
        }

        if (colon is { } mark && mark + 1 < clause.Tokens.Count)
        {
            return clause.TextBetween(clause.Tokens[mark + 1].Start, clause.Tokens[^1].End).Trim();
        }

        return clause.Has(Concept.Remove) ? "" : null;
    }

    /// <summary>"change 'Nemo' to 'NEMO' everywhere".</summary>
    private static bool ReplaceQuoted(Clause clause, Reading reading)
    {
        if (clause.Free(TokenKind.Quote).Select(q => clause.Tokens[q].Content).ToList() is not [var old, var text])
        {
            return false;
        }

        // "it's Nimo, not Nemo" names the right word first.
        var isReversed = !IsInLines(reading, old) && IsInLines(reading, text);
        if (!clause.Has(Concept.Everywhere, Concept.Captions) && !(clause.Has(Concept.Not) && isReversed) && !IsSpoken(clause, reading, old))
        {
            return false;
        }

        var edit = isReversed && clause.Has(Concept.Not, Concept.InsteadOf) ? new EditCaption(old) { Old = text } : new EditCaption(text) { Old = old };
        return Edit(clause, reading, edit);
    }

    /// <summary>The words are those of the captions and of no title.</summary>
    private static bool IsSpoken(Clause clause, Reading reading, string words)
    {
        if (clause.Has(Concept.Title))
        {
            return false;
        }

        return reading.Focus == Subject.Captions || (clause.Has(Concept.Change, Concept.Replace, Concept.Called) && IsInLines(reading, words)
            && !reading.TitleTexts.Contains(words, StringComparer.OrdinalIgnoreCase));
    }

    private static bool Edit(Clause clause, Reading reading, EditCaption edit)
    {
        clause.ClaimEverything();
        reading.Add(edit, Subject.Captions);
        return true;
    }

    /// <summary>把字幕里的Nemo改成NEMO, "change Nemo to NEMO in the captions".</summary>
    private static bool ReplaceUnquoted(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Captions, Concept.Lyrics) || clause.Tokens.Count <= 3 || !clause.Has(Concept.Change, Concept.Replace, Concept.Called)
            || Enumerable.Range(1, clause.Tokens.Count - 1).FirstOrDefault(i => IsReplacing(clause, i)) is not (> 0 and var mark))
        {
            return false;
        }

        var (first, last) = (mark - 1, mark + 1);
        while (first > 0 && clause.Tokens[first].Concept is Concept.AllOf or Concept.Everywhere)
        {
            first--;
        }

        var end = first;
        bool IsSaid(int from) => IsInLines(reading, clause.TextBetween(clause.Tokens[from].Start, clause.Tokens[end].End));
        if (!(IsUnknown(clause, first) || IsSaid(first)) || !(IsUnknown(clause, last) || last == clause.Tokens.Count - 1))
        {
            return false;
        }

        while (first > 0 && (IsUnknown(clause, first - 1) || IsSaid(first - 1)))
        {
            first--;
        }

        while (last + 1 < clause.Tokens.Count && IsUnknown(clause, last + 1))
        {
            last++;
        }

        var old = clause.TextBetween(clause.Tokens[first].Start, clause.Tokens[end].End);
        var text = clause.TextBetween(clause.Tokens[mark + 1].Start, clause.Tokens[last].End);
        return Edit(clause, reading, new EditCaption(text) { Old = old });
    }

    private static bool IsInLines(Reading reading, string words) =>
        reading.Project.Captions!.Lines.Any(l => l.Text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static bool IsReplacing(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        var isVerb = token.Concept is Concept.Change or Concept.Replace && clause.IsChinese(token);
        return index + 1 < clause.Tokens.Count && (isVerb || token.Concept is Concept.To
            || clause.TextOf(token).ToLowerInvariant() is "with" or "should be" or "should say" or "should read" or "应该是" or "应为");
    }

    private static bool IsUnknown(Clause clause, int index) => clause.Tokens[index].Kind is TokenKind.Unknown || clause.Tokens[index].IsGuess;

    /// <summary>第3行 is an ordinal before the word.</summary>
    private static int? NumberBefore(Clause clause, int at) =>
        at > 0 && clause.Tokens[at - 1].Kind is TokenKind.Ordinal or TokenKind.Number && !clause.IsClaimed(at - 1) ? (int)clause.Claim(at - 1).Value : null;
}
