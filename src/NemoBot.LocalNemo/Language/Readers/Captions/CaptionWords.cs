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
    public static bool Read(Clause clause, Reading reading)
    {
        if (reading.Project.Captions is null)
        {
            return false;
        }

        if (clause.Has(Concept.Remove) && clause.Has(Concept.Captions, Concept.LineWord) && clause.Free(TokenKind.Quote).ToList() is [var quote]
            && reading.Project.Captions.Lines.ToList().FindIndex(l => l.Text.Contains(clause.Tokens[quote].Content, StringComparison.OrdinalIgnoreCase)) is >= 0 and var gone)
        {
            // "get rid of 'second line' in the captions".
            clause.ClaimEverything();
            reading.Add(new EditCaption("") { Line = gone + 1 }, Subject.Captions);
            return true;
        }

        var at = clause.FreeIndexOf(Concept.Line, Concept.LineWord, Concept.Captions);
        var number = at >= 0 ? References.Number(clause, Concept.Line, Concept.LineWord, Concept.Captions) ?? NumberBefore(clause, at) : null;
        if (number is { } numbered && clause.Free(TokenKind.Quote).ToList() is [var was, var now] && reading.Project.Captions.Lines.ElementAtOrDefault(numbered - 1) is { } spoken
            && spoken.Text.Contains(clause.Tokens[was].Content, StringComparison.OrdinalIgnoreCase))
        {
            // "in line 2 replace 'second' by '2nd'".
            reading.Add(new EditCaption(spoken.Text.Replace(clause.Tokens[was].Content, clause.Tokens[now].Content, StringComparison.OrdinalIgnoreCase)) { Line = numbered }, Subject.Captions);
            clause.ClaimEverything();
            return true;
        }

        if (number is { } line && clause.Free(TokenKind.Quote).Count() < 2)
        {
            var colon = clause.Free(TokenKind.Colon).Cast<int?>().FirstOrDefault();
            var text = clause.Take(TokenKind.Quote)?.Content
                ?? (colon is { } mark && mark + 1 < clause.Tokens.Count ? clause.TextBetween(clause.Tokens[mark + 1].Start, clause.Tokens[^1].End).Trim() : clause.Has(Concept.Remove) ? "" : null);
            if (text is not null)
            {
                clause.ClaimEverything();
                reading.Add(new EditCaption(text) { Line = line }, Subject.Captions);
                return true;
            }
        }

        var quotes = clause.Free(TokenKind.Quote).ToList();
        if (quotes.Count == 2 && (clause.Has(Concept.Everywhere, Concept.Captions) || (clause.Has(Concept.Not) && IsInLines(reading, clause.Tokens[quotes[1]].Content) && !IsInLines(reading, clause.Tokens[quotes[0]].Content)) || (!clause.Has(Concept.Title) && (reading.Focus == Subject.Captions || (clause.Has(Concept.Change, Concept.Replace, Concept.Called) && IsInLines(reading, clause.Tokens[quotes[0]].Content) && !reading.TitleTexts.Contains(clause.Tokens[quotes[0]].Content, StringComparer.OrdinalIgnoreCase))))))
        {
            var (old, text) = (clause.Tokens[quotes[0]].Content, clause.Tokens[quotes[1]].Content);
            if (clause.Has(Concept.Not, Concept.InsteadOf) && !IsInLines(reading, old) && IsInLines(reading, text))
            {
                // "it's Nimo, not Nemo" names the right word first.
                (old, text) = (text, old);
            }

            clause.ClaimEverything();
            reading.Add(new EditCaption(text) { Old = old }, Subject.Captions);
            return true;
        }

        return ReplaceUnquoted(clause, reading);
    }

    /// <summary>把字幕里的Nemo改成NEMO, "change Nemo to NEMO in the captions".</summary>
    private static bool ReplaceUnquoted(Clause clause, Reading reading)
    {
        var mark = clause.HasFree(Concept.Captions, Concept.Lyrics) && clause.Tokens.Count > 3 && clause.Has(Concept.Change, Concept.Replace, Concept.Called) ? Enumerable.Range(1, clause.Tokens.Count - 1).FirstOrDefault(i => IsReplacing(clause, i)) : 0;
        if (mark == 0)
        {
            return false;
        }

        var (first, last) = (mark - 1, mark + 1);
        while (first > 0 && clause.Tokens[first].Concept is Concept.AllOf or Concept.Everywhere)
        {
            first--;
        }

        var end = first;
        bool IsSaid(int from) => reading.Project.Captions!.Lines.Any(l => l.Text.Contains(clause.TextBetween(clause.Tokens[from].Start, clause.Tokens[end].End), StringComparison.OrdinalIgnoreCase));
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
        clause.ClaimEverything();
        reading.Add(new EditCaption(text) { Old = old }, Subject.Captions);
        return true;
    }

    private static bool IsInLines(Reading reading, string words) => reading.Project.Captions!.Lines.Any(l => l.Text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static bool IsReplacing(Clause clause, int index) => index + 1 < clause.Tokens.Count && (clause.Tokens[index].Concept is Concept.To
        || (clause.Tokens[index].Concept is Concept.Change or Concept.Replace && clause.IsChinese(clause.Tokens[index])) || clause.TextOf(clause.Tokens[index]).ToLowerInvariant() is "with" or "should be" or "should say" or "should read" or "应该是" or "应为");

    private static bool IsUnknown(Clause clause, int index) => clause.Tokens[index].Kind is TokenKind.Unknown || clause.Tokens[index].IsGuess;

    /// <summary>第3行 is an ordinal before the word.</summary>
    private static int? NumberBefore(Clause clause, int at) =>
        at > 0 && clause.Tokens[at - 1].Kind is TokenKind.Ordinal or TokenKind.Number && !clause.IsClaimed(at - 1) ? (int)clause.Claim(at - 1).Value : null;
}
