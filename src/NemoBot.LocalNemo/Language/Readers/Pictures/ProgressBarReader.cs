using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads that a progress bar is shown, and in which color.</summary>
internal static class ProgressBarReader
{
    public static void Read(Clause clause, Reading reading)
    {
        if (ColorAlone(clause, reading) is { } only)
        {
            reading.Add(new SetProgressBar(true) { Color = clause.Claim(only).Content }, Subject.Progress);
            clause.ClaimAll(Concept.ColorWord);
            clause.ClaimFrame();
            return;
        }

        if (!clause.HasFree(Concept.ProgressBar))
        {
            return;
        }

        var color = clause.Free(TokenKind.Color).Where(i => clause.OwnerOf(i) == Subject.Progress).Select(i => clause.Claim(i).Content).LastOrDefault();
        clause.ClaimAll(Concept.ProgressBar, Concept.Bottom, Concept.Top, Concept.ColorWord);
        clause.ClaimFrame();
        reading.Add(new SetProgressBar(true) { Color = color }, Subject.Progress);
    }

    /// <summary>"add a progress bar and make it yellow".</summary>
    private static int? ColorAlone(Clause clause, Reading reading)
    {
        if (reading.Focus != Subject.Progress || clause.Free(TokenKind.Color).ToList() is not [var only] || clause.OwnerOf(only) != Subject.None)
        {
            return null;
        }

        return clause.Tokens.Any(t => t.Kind is TokenKind.Unknown or TokenKind.Quote) ? null : only;
    }
}
