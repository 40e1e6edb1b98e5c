using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads which titles are to be taken away.</summary>
internal static class TitleRemovals
{
    /// <summary>"only the first title, drop the other", 只留第一个标题: of two titles the other one goes.</summary>
    public static bool KeepOne(Clause clause, Reading reading)
    {
        if (reading.Project.Titles.Count != 2)
        {
            return false;
        }

        var namesOther = clause.HasFree(Concept.OtherOne) && clause.Tokens.All(t => t.Concept is Concept.Remove or Concept.OtherOne or Concept.Filler);
        if (namesOther && clause.Has(Concept.Remove) && reading.Edits is [.., RemoveTitles])
        {
            clause.ClaimEverything();
            return true;
        }

        if (!clause.Has(Concept.Only, Concept.Keep) || !clause.HasFree(Concept.Title) || clause.Tokens.Any(AsksForMore)
            || References.Number(clause, Concept.Title) is not { } kept)
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new RemoveTitles(new TitleRef { Number = kept is 1 ? 2 : 1 }), Subject.Title);
        return true;
    }

    /// <summary>"keep the first title yellow": more than which one stays.</summary>
    private static bool AsksForMore(Token token) => token.IsTime || token.Kind is TokenKind.Quote or TokenKind.Color
        || Verbs.IsLook(token.Concept) || token.Concept is Concept.Remove or Concept.Not;

    /// <summary>Reads, claims and removes the titles that are named.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var quotes = clause.Free(TokenKind.Quote)
            .Where(i => reading.TitleTexts.Contains(clause.Tokens[i].Content, StringComparer.OrdinalIgnoreCase)).ToList();
        var number = References.Number(clause, Concept.Title)
            ?? (clause.HasFree(Concept.Title) ? TitleNumbers.ByPlace(clause, reading) : null) ?? NumberAlone(clause, reading);
        return !IsOfLetters(clause)
            && (RemoveWord(clause, reading) || (quotes.Count == 0 && RemoveArtist(clause, reading)) || RemoveBoth(clause, reading)
                || RemoveNamed(clause, reading, quotes, number));
    }

    /// <summary>标题不要粗体 is about the letters, not about the title.</summary>
    private static bool IsOfLetters(Clause clause) => clause.HasFree(Concept.Title)
        && clause.HasFree(Concept.Bold, Concept.Font, Concept.Outline, Concept.Shadow, Concept.Plate, Concept.Capitals);

    private static bool RemoveArtist(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Title) || !clause.HasFree(Concept.Artist) || Artists.Shown(reading) is not { } artist)
        {
            return false;
        }

        clause.ClaimAll(Concept.Artist);
        reading.Add(new RemoveTitles(new TitleRef { Text = artist }), Subject.Title);
        return true;
    }

    private static bool RemoveBoth(Clause clause, Reading reading)
    {
        if (!BothAlone(clause, reading))
        {
            return false;
        }

        reading.Add(new RemoveTitles(TitleRef.Every), Subject.Title);
        return true;
    }

    /// <summary>Removes the titles with these texts, the one with this number, or all of them.</summary>
    private static bool RemoveNamed(Clause clause, Reading reading, List<int> quotes, int? number)
    {
        if (!clause.ClaimAll(Concept.Title) && quotes.Count == 0 && number is null)
        {
            return false;
        }

        if (quotes.Count > 0)
        {
            quotes.ForEach(q => reading.Add(new RemoveTitles(new TitleRef { Text = clause.Claim(q).Content }), Subject.Title));
            return true;
        }

        if (number is null && reading.Project.Captions is not null && clause.Has(Concept.AllOf) && TitleChanges.SaysTexts(clause))
        {
            // "remove all the text": captions are text too.
            reading.Add(new RemoveCaptions());
        }

        if (number is null && OnlyMainTitle(clause, reading) is { } main)
        {
            reading.Add(new RemoveTitles(new TitleRef { Text = main }), Subject.Title);
            return true;
        }

        // A text in quotes that no title has: the right one is asked for instead of removing them all.
        var unknown = clause.Take(TokenKind.Quote)?.Content;
        var every = unknown is null && number is null;
        reading.Add(new RemoveTitles(every ? TitleRef.Every : new TitleRef { Text = unknown, Number = unknown is null ? number : null }), Subject.Title);
        return true;
    }

    /// <summary>"remove the title" beside other texts: the one that was made as the title.</summary>
    private static string? OnlyMainTitle(Clause clause, Reading reading) =>
        !clause.Has(Concept.AllOf, Concept.Each)
        && clause.Tokens.Any(t => t.Concept == Concept.Title && clause.TextOf(t).ToLowerInvariant() is "title" or "heading" or "headline" or "标题" or "主标题" or "大标题")
        && reading.Project.Titles.Count > 1
        && reading.Project.Titles.Where(t => t.Role == TitleRole.Title).ToList() is [var only] ? only.Text : null;

    /// <summary>"remove 'Morning' from the title": the rest of it stays.</summary>
    private static bool RemoveWord(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Title) || clause.Free(TokenKind.Quote).ToList() is not [var quote]
            || clause.Tokens[quote].Content.Trim() is not { Length: > 0 } word || WithPart(reading, word) is not { } whole)
        {
            return false;
        }

        clause.ClaimEverything();
        var rest = whole.Replace(word, " ", StringComparison.OrdinalIgnoreCase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        reading.Add(new SetTitle(new TitleRef { Text = whole }) { Text = string.Join(' ', rest) }, Subject.Title);
        return true;
    }

    private static string? WithPart(Reading reading, string word) =>
        reading.TitleTexts.Find(t => !t.Equals(word, StringComparison.OrdinalIgnoreCase) && t.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>"remove both", 两个都删了, where two titles are all that is counted.</summary>
    private static bool BothAlone(Clause clause, Reading reading) =>
        reading.Project is { Titles.Count: 2, Slides.Count: 0, Clips.Count: 1 } && reading.Focus is Subject.None or Subject.Title
        && clause.Tokens.All(t => t.Concept is Concept.Remove or Concept.AllOf or Concept.Filler or Concept.It)
        && clause.HasWord(WordLists.Both) && clause.ClaimAll(Concept.AllOf, Concept.Remove, Concept.It);

    /// <summary>"delete the first one" where several titles are the only things that are counted.</summary>
    private static int? NumberAlone(Clause clause, Reading reading)
    {
        var countsOther = reading.Project.Slides.Count > 0 || reading.Project.Clips.Count > 1 || reading.Focus is not (Subject.None or Subject.Title);
        if (reading.Project.Titles.Count < 2 || countsOther || clause.Tokens.Any(NamesThing))
        {
            return null;
        }

        if (clause.Take(TokenKind.Ordinal) is { } ordinal)
        {
            return (int)ordinal.Value;
        }

        return clause.ClaimAll(Concept.First, Concept.UpperOne) ? 1 : clause.ClaimAll(Concept.Last, Concept.LowerOne) ? -1 : null;
    }

    private static bool NamesThing(Token token) => Clause.SubjectOf(token.Concept) != Subject.None
        || token.Kind is TokenKind.Unknown or TokenKind.File or TokenKind.Quote || Verbs.IsThing(token.Concept);
}
