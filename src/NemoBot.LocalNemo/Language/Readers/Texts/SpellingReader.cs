using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads "there's a typo, it's 'Morning Shows'", "it's spelled Mourning": the text that is shown and comes nearest is written so.</summary>
internal sealed class SpellingReader : IClauseReader
{
    private const int Longest = 80;

    public void Read(Clause clause, Reading reading)
    {
        if (clause.Has(Concept.Title, Concept.Captions, Concept.Artist, Concept.Replace, Concept.Change, Concept.Not, Concept.LineWord)
            || !reading.Clauses.Any(c => c.HasWord(WritingLists.Misspelling))
            || RightText(clause) is not { Length: > 1 and <= Longest } text
            || ((Edit?)Titled(reading, text) ?? Spoken(reading, text)) is not { } edit)
        {
            return;
        }

        clause.ClaimEverything();
        reading.Clauses.Where(c => c.HasWord(WritingLists.Misspelling) && !c.HasFree(TokenKind.Quote)).ToList().ForEach(c => c.ClaimEverything());
        reading.Add(edit, edit is SetTitle ? Subject.Title : Subject.Captions);
    }

    /// <summary>The one quoted text, or what follows "spelled".</summary>
    private static string? RightText(Clause clause)
    {
        if (clause.Free(TokenKind.Quote).ToList() is { Count: > 0 } quotes)
        {
            return quotes is [var only] ? clause.Tokens[only].Content : null;
        }

        var mark = clause.Tokens.ToList().FindIndex(t => clause.TextOf(t).ToLowerInvariant() is "spelled" or "spelt");
        return mark > 0 && mark + 1 < clause.Tokens.Count && !clause.IsChinese(clause.Tokens[0])
            ? clause.TextBetween(clause.Tokens[mark + 1].Start, clause.Tokens[^1].End).Trim() : null;
    }

    private static SetTitle? Titled(Reading reading, string text)
    {
        var nearest = reading.TitleTexts.SelectMany(t => Runs(t, text).Select(r => (Title: t, Run: r))).Where(n => IsNear(n.Run, text))
            .OrderBy(n => Spelling.Distance(n.Run, text)).FirstOrDefault();
        return nearest.Title is not { } title ? null
            : new SetTitle(reading.TitleTexts.Count == 1 ? TitleRef.Last : new TitleRef { Text = title })
            {
                Text = title.Replace(nearest.Run, text, StringComparison.Ordinal),
            };
    }

    private static EditCaption? Spoken(Reading reading, string text) => (reading.Project.Captions?.Lines ?? [])
        .SelectMany(l => Runs(l.Text, text)).Where(r => IsNear(r, text)).OrderBy(r => Spelling.Distance(r, text)).FirstOrDefault() is { } run
        ? new EditCaption(text) { Old = run } : null;

    /// <summary>Every part of a shown text with as many words as the right one.</summary>
    private static IEnumerable<string> Runs(string shown, string text)
    {
        var words = shown.Split(' ');
        var count = text.Split(' ').Length;
        return Enumerable.Range(0, Math.Max(0, words.Length - count + 1)).Select(i => string.Join(' ', words.Skip(i).Take(count)));
    }

    private static bool IsNear(string run, string text) =>
        run != text && run.Length <= Longest && Spelling.Distance(run, text) <= Math.Max(2, text.Length / 4) && Spelling.Distance(run, text) < text.Length / 2.0;
}
