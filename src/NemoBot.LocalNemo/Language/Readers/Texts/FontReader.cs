using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads the letters of titles and captions: a font by kind or by name, bold, italic.</summary>
internal sealed class FontReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        var words = Enumerable.Range(0, clause.Tokens.Count).Where(i => !clause.IsClaimed(i) && IsMeant(clause, i, reading)).ToList();
        if (words.Count == 0 || clause.Has(Concept.Called) || FontWords.IsAboutVisual(clause) || IsOfNewText(clause, words, reading))
        {
            return;
        }

        if (clause.Has(Concept.Gradient))
        {
            // 字体颜色渐变行吗.
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.LetterGradient), Subject.Title);
        }
        else if (FontWords.AsksWhich(clause, words))
        {
            clause.ClaimEverything();
            reading.Add(new SetFont { Which = TitleRef.Last, Family = SetFont.List }, Subject.Title);
        }
        else
        {
            ReadFont(clause, reading, words);
        }
    }

    private static void ReadFont(Clause clause, Reading reading, List<int> words)
    {
        var isNegated = words.TrueForAll(i => FontWords.IsNegated(clause, i));
        var font = new SetFont
        {
            Bold = Wish(clause, words.FindIndex(i => IsBold(clause, i)), words),
            Italic = Wish(clause, words.FindIndex(i => WritingLists.ItalicWords.Contains(clause.TextOf(clause.Tokens[i]))), words),
            Family = FamilyOf(clause, words, isNegated),
        };
        if (font == new SetFont { Family = FontChoice.Other } && reading.Clauses.SkipWhile(c => c != clause).Skip(1).Any(c => c.HasFree(Concept.Font)))
        {
            // 这个字体不太好看，能换个楷体吗: which one comes after.
            clause.ClaimEverything();
        }
        else if (font != new SetFont())
        {
            // "a bigger font" asks for the size.
            Add(clause, reading, words, font, isNegated);
        }
    }

    /// <summary>标题加粗“第三期”: a new text is bold by itself.</summary>
    private static bool IsOfNewText(Clause clause, List<int> words, Reading reading) => words.TrueForAll(i => IsBold(clause, i))
        && clause.Has(Concept.Title) && clause.Free(TokenKind.Quote).Any(i => !reading.TitleTexts.Contains(clause.Tokens[i].Content, StringComparer.OrdinalIgnoreCase));

    private static bool? Wish(Clause clause, int found, List<int> words) => found < 0 ? null : !FontWords.IsNegated(clause, words[found]);

    private static void Add(Clause clause, Reading reading, List<int> words, SetFont font, bool isNegated)
    {
        var (title, captions) = (clause.Has(Concept.Title), clause.Has(Concept.Captions, Concept.Lyrics));
        var both = !title && !captions && font.Family is not null && reading.Focus is not (Subject.Title or Subject.Captions);
        words.ForEach(i => clause.Claim(i));
        var toCaptions = captions || (reading.Project.Captions is not null && (both || (!title && reading.Focus == Subject.Captions)));
        var toTitles = title || (both && reading.TitleTexts.Count > 0) || !toCaptions;
        var which = both || clause.Has(Concept.AllOf) ? TitleRef.Every : WhichOf(clause, reading);
        font = font with { Captions = toCaptions ? true : null, Which = toTitles ? which : null };
        if (isNegated || clause.Tokens.Index().All(t => clause.IsClaimed(t.Index) || FontWords.IsFrame(clause, t.Item)))
        {
            clause.ClaimEverything();
        }

        reading.Add(font, toTitles ? Subject.Title : Subject.Captions);
    }

    private static TitleRef WhichOf(Clause clause, Reading reading)
    {
        var quote = clause.Tokens.FirstOrDefault(t => t.Kind == TokenKind.Quote && reading.TitleTexts.Contains(t.Content, StringComparer.OrdinalIgnoreCase));
        return quote is not null ? new TitleRef { Text = quote.Content }
            : clause.Has(Concept.Artist) && !clause.Has(Concept.Title) && Artists.Shown(reading) is { } artist ? new TitleRef { Text = artist }
            : FontWords.NumberOf(clause) is { } number ? new TitleRef { Number = number } : TitleRef.Last;
    }

    private static bool IsMeant(Clause clause, int index, Reading reading)
    {
        var (token, word) = (clause.Tokens[index], clause.TextOf(clause.Tokens[index]));
        return token.Concept switch
        {
            Concept.Bold => IsBoldTitle(clause, reading) && !(index > 0 && char.IsUpper(word[0])),
            // 标题“早安”，白色加粗: of the letters that were just spoken of.
            Concept.Taller => word == "加粗" && reading.Focus == Subject.Title && !FontWords.IsAboutVisual(clause) && IsBoldTitle(clause, reading),
            Concept.Font => index == 0 || !char.IsUpper(word[0]) || FontWords.Names(clause, index),
            _ => false,
        };
    }

    private static bool IsBold(Clause clause, int index) => clause.Tokens[index].Concept is Concept.Bold or Concept.Taller;

    /// <summary>Bold letters of the captions are theirs to read.</summary>
    private static bool IsBoldTitle(Clause clause, Reading reading)
    {
        var hasTitles = reading.TitleTexts.Count > 0;
        return !clause.Has(Concept.Captions, Concept.Lyrics) && (hasTitles || !reading.Edits.Any(e => e is AddCaptions))
            && (clause.Has(Concept.Title) || (hasTitles && reading.Focus != Subject.Captions));
    }

    private static string? FamilyOf(Clause clause, List<int> words, bool isNegated)
    {
        if (isNegated && words.TrueForAll(i => WritingLists.FontNouns.Contains(clause.TextOf(clause.Tokens[i]))))
        {
            return null;
        }

        var said = words.Where(i => clause.Tokens[i].Concept == Concept.Font).Select(i => clause.TextOf(clause.Tokens[i]).ToLowerInvariant());
        if (said.Select(FontWords.KindOf).FirstOrDefault(k => k is not null) is { } kind)
        {
            return kind;
        }

        var noun = words.FindIndex(i => WritingLists.FontNouns.Contains(clause.TextOf(clause.Tokens[i])));
        return noun < 0 ? null : FontWords.NameBeside(clause, words[noun]) ?? (FontWords.AsksForOther(clause, words[noun]) ? FontChoice.Other : null);
    }
}
