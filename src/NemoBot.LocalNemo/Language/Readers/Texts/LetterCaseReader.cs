using System.Globalization;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads a title or captions in other letters of the same words: capitals, small letters, a capital at the start of each word.</summary>
internal sealed class LetterCaseReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (ReadCaptions(clause, reading))
        {
            return;
        }

        var titles = reading.Project.Titles.Count;
        if (!clause.HasFree(Concept.Capitals, Concept.Lowercase, Concept.TitleCase) || titles == 0 || reading.TitleTexts.Count != titles
            || clause.Has(Concept.Captions, Concept.Lyrics, Concept.Remove, Concept.Not)
            || !HasOnlyCase(clause))
        {
            return;
        }

        var which = clause.Has(Concept.AllOf) ? TitleRef.Every : FontWords.NumberOf(clause) is { } number ? new TitleRef { Number = number } : TitleRef.Last;
        var change = CaseOf(clause);
        clause.ClaimEverything();
        foreach (var title in Titles.Find(reading.Project, which))
        {
            reading.Add(new SetTitle(which.All ? new TitleRef { Text = title.Text } : which) { Text = change(title.Text) }, Subject.Title);
        }
    }

    /// <summary>"captions in all caps": the words of every line.</summary>
    private static bool ReadCaptions(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Capitals, Concept.Lowercase, Concept.TitleCase) || !clause.Has(Concept.Captions, Concept.Lyrics)
            || clause.Has(Concept.Title, Concept.Remove, Concept.Not, Concept.First, Concept.Last)
            || clause.Tokens.Any(t => t.Kind is TokenKind.Ordinal or TokenKind.Number)
            || reading.Project.Captions is not { } captions || !HasOnlyCase(clause))
        {
            return false;
        }

        var change = CaseOf(clause);
        clause.ClaimEverything();
        foreach (var (index, line) in captions.Lines.Index())
        {
            reading.Add(new EditCaption(change(line.Text)) { Line = index + 1 }, Subject.Captions);
        }

        return true;
    }

    private static bool HasOnlyCase(Clause clause) => clause.Tokens.All(t => t.Kind != TokenKind.Quote && (IsCase(t) || FontWords.IsFrame(clause, t)));

    private static bool IsCase(Token token) => token.Concept is Concept.Capitals or Concept.Lowercase or Concept.TitleCase;

    private static Func<string, string> CaseOf(Clause clause) => clause.Has(Concept.TitleCase)
        ? text => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant())
        : clause.Has(Concept.Lowercase) ? text => text.ToLowerInvariant() : text => text.ToUpperInvariant();
}
