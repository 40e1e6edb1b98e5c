using System.Globalization;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads a title in other letters of the same words: capitals, small letters, a capital at the start of each word.</summary>
internal sealed class LetterCaseReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        var titles = reading.Project.Titles.Count;
        if (!clause.HasFree(Concept.Capitals, Concept.Lowercase, Concept.TitleCase) || titles == 0 || reading.TitleTexts.Count != titles
            || clause.Has(Concept.Captions, Concept.Lyrics, Concept.Remove, Concept.Not)
            || !clause.Tokens.All(t => t.Kind != TokenKind.Quote && (IsCase(t) || FontWords.IsFrame(clause, t))))
        {
            return;
        }

        var which = clause.Has(Concept.AllOf) ? TitleRef.Every : FontWords.NumberOf(clause) is { } number ? new TitleRef { Number = number } : TitleRef.Last;
        var isLower = clause.Has(Concept.Lowercase);
        var isTitle = clause.Has(Concept.TitleCase);
        clause.ClaimEverything();
        foreach (var title in Titles.Find(reading.Project, which))
        {
            reading.Add(new SetTitle(which.All ? new TitleRef { Text = title.Text } : which) { Text = Change(title, isLower, isTitle) }, Subject.Title);
        }
    }

    private static bool IsCase(Token token) => token.Concept is Concept.Capitals or Concept.Lowercase or Concept.TitleCase;

    private static string Change(Title title, bool isLower, bool isTitle)
    {
        if (isTitle)
        {
            return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(title.Text.ToLowerInvariant());
        }

        return isLower ? title.Text.ToLowerInvariant() : title.Text.ToUpperInvariant();
    }
}
