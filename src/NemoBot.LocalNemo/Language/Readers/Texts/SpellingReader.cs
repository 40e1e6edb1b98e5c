using NemoBot.Core.Text;
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
            || RightText(clause) is not { Length: > 1 and <= Longest } text
            || !reading.Clauses.Any(c => c.HasWord(WritingLists.Misspelling))
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

    private static SetTitle? Titled(Reading reading, string text) => Nearest(reading.TitleTexts, text) is not ({ } title, { } run) ? null
        : new SetTitle(reading.TitleTexts.Count == 1 ? TitleRef.Last : new TitleRef { Text = title })
        {
            Text = title.Replace(run, text, StringComparison.Ordinal),
        };

    private static EditCaption? Spoken(Reading reading, string text) =>
        Nearest((reading.Project.Captions?.Lines ?? []).Select(l => l.Text), text) is (_, { } run) ? new EditCaption(text) { Old = run } : null;

    /// <summary>The shown text, and the part of it, that comes nearest to the right one; null if none is near.</summary>
    private static (string Shown, string Run)? Nearest(IEnumerable<string> shown, string text) => shown
        .SelectMany(s => Runs(s, text).Where(r => r != text && r.Length <= Longest).Select(r => (Shown: s, Run: r, Distance: DistanceOf(r, text))))
        .Where(n => n.Distance <= Math.Max(2, text.Length / 4) && n.Distance < text.Length / 2.0)
        .OrderBy(n => n.Distance)
        .Select(n => ((string, string)?)(n.Shown, n.Run)).FirstOrDefault();

    /// <summary>Every part of a shown text with as many words as the right one.</summary>
    private static IEnumerable<string> Runs(string shown, string text)
    {
        var words = shown.Split(' ');
        var count = text.Split(' ').Length;
        return Enumerable.Range(0, Math.Max(0, words.Length - count + 1)).Select(i => string.Join(' ', words.Skip(i).Take(count)));
    }

    /// <summary>Capitals count as the same letter.</summary>
    private static int DistanceOf(string run, string text) => EditDistance.Between(run.ToUpperInvariant(), text.ToUpperInvariant());
}
