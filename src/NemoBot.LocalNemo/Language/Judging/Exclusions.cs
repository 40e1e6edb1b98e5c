using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads "remove everything except the title", 除了标题，其他都去掉: all other parts that are there go, after a yes.</summary>
internal static class Exclusions
{
    /// <summary>Takes the clause out of the message if it leaves one thing out of all; the readers would take that thing for what is meant.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        var mark = clause.Tokens.ToList().FindIndex(t => WordLists.Excluding.Contains(clause.TextOf(t)) || t.Concept == Concept.But);
        if (mark > 0 && clause.Has(Concept.Remove) && clause.Tokens.Take(mark).Any(t => t.Concept == Concept.Title) && KeepsOne(reading, clause, clause, clause.Tokens.Skip(mark + 1)))
        {
            return true;
        }

        // 删掉所有标题，除了第一个.
        if (mark < 0 && clause.Has(Concept.Remove) && clause.Has(Concept.Title) && index + 1 < reading.Clauses.Count && reading.Clauses[index + 1] is var next && WordLists.Excluding.Contains(next.TextOf(next.Tokens[0]))
            && KeepsOne(reading, clause, next, next.Tokens.Skip(1)))
        {
            return true;
        }

        if (mark < 0 && RemovesTheRest(reading, index))
        {
            foreach (var edit in Others(reading.Project, [], texts: false).Where(e => e is not RemoveMusic).ToList())
            {
                reading.Add(edit);
            }

            clause.ClaimEverything();
            reading.IsDoubtful = true;
            return true;
        }

        var spoken = mark >= 0 && IsAll(clause, mark) ? clause
            : index > 0 && mark < 0 && IsOnlyExclusion(reading.Clauses[index - 1]) && IsAll(clause, 0) ? reading.Clauses[index - 1] : null;
        if (spoken is null || clause.Tokens.Any(t => t.IsTime))
        {
            return false;
        }

        var kept = (spoken == clause ? clause.Tokens.Skip(mark + 1) : spoken.Tokens).Where(t => Verbs.IsThing(t.Concept)).ToList();
        if (kept.Count == 0)
        {
            return false;
        }

        if (IsKept(clause) && reading.Situation.HasMaterial && kept.ConvertAll(t => RemovalOf(reading.Project, t)) is var removals && removals.TrueForAll(e => e is not null))
        {
            // "keep everything but the waveform": only what is left out goes.
            removals.ForEach(e => reading.Add(e!, Clause.SubjectOf(kept[0].Concept)));
            clause.ClaimEverything();
            return true;
        }

        if (!clause.Has(Concept.Remove) || !reading.Situation.HasMaterial)
        {
            clause.IsUnclear = true;
            return true;
        }

        var texts = (spoken == clause ? clause.Tokens.Take(mark) : clause.Tokens).Any(t => t.Concept == Concept.Title);
        foreach (var edit in Others(reading.Project, kept, texts).ToList())
        {
            reading.Add(edit);
        }

        reading.IsDoubtful = true;
        reading.Focus = kept.Select(t => Clause.SubjectOf(t.Concept)).FirstOrDefault(s => s != Subject.None, reading.Focus);
        clause.ClaimEverything();
        spoken.ClaimEverything();
        return true;
    }

    /// <summary>"remove all titles but the first".</summary>
    private static bool KeepsOne(Reading reading, Clause clause, Clause exception, IEnumerable<Token> named)
    {
        var titles = reading.Project.Titles;
        var kept = named.Select(t => t.Kind is TokenKind.Ordinal or TokenKind.Number ? (int)t.Value : t.Concept == Concept.First ? 1 : t.Concept == Concept.Last ? titles.Count
            : t.Kind == TokenKind.Quote ? titles.ToList().FindIndex(o => string.Equals(o.Text, t.Content, StringComparison.OrdinalIgnoreCase)) + 1 : 0).FirstOrDefault(n => n > 0);
        if (kept < 1 || kept > titles.Count)
        {
            return false;
        }

        foreach (var other in titles.Where((_, i) => i != kept - 1))
        {
            reading.Add(new RemoveTitles(new TitleRef { Text = other.Text }), Subject.Title);
        }

        clause.ClaimEverything();
        exception.ClaimEverything();
        return true;
    }

    /// <summary>"remove the title and everything else on screen": nothing is said to stay.</summary>
    private static bool RemovesTheRest(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        return reading.Situation.HasMaterial && clause.Has(Concept.Remove) && clause.Tokens.Any(t => WordLists.Others.Contains(clause.TextOf(t)) && clause.TextOf(t).EndsWith("else", StringComparison.OrdinalIgnoreCase))
            && (clause.Tokens.Any(t => Verbs.IsThing(t.Concept)) || (index > 0 && reading.Clauses[index - 1].Has(Concept.Remove)))
            && !reading.Clauses.Any(c => c.Has(Concept.Keep, Concept.Only, Concept.Not, Concept.But) || c.Tokens.Any(t => t.IsTime));
    }

    private static bool IsAll(Clause clause, int mark) => clause.Has(Concept.AllOf) || clause.Tokens.Any(t => WordLists.Others.Contains(clause.TextOf(t)))
        || clause.TextOf(clause.Tokens[mark]).Contains(' ', StringComparison.Ordinal) && WordLists.Everything.Contains(clause.TextOf(clause.Tokens[mark]).Split(' ')[0]);

    /// <summary>除了音乐，全部静音: the clause only names what the next one leaves out.</summary>
    private static bool IsOnlyExclusion(Clause clause) => WordLists.Excluding.Contains(clause.TextOf(clause.Tokens[0]))
        && clause.Tokens.Skip(1).All(t => Verbs.IsThing(t.Concept) || t.Concept == Concept.Filler);

    private static bool IsKept(Clause clause) => !clause.Has(Concept.Remove) && WordLists.Keeping.Contains(clause.Text.TrimStart().Split(' ')[0]) && !clause.Tokens.Any(t => t.Kind == TokenKind.Color || Verbs.IsLook(t.Concept));

    /// <summary>The edit that takes a part away; null if it is not there or cannot be taken away alone.</summary>
    private static Edit? RemovalOf(Project project, Token thing) => Clause.SubjectOf(thing.Concept) switch
    {
        Subject.Title when project.Titles.Count > 0 => new RemoveTitles(TitleRef.Every),
        Subject.Captions when project.Captions is not null => new RemoveCaptions(),
        Subject.Visual when project.Visual.Style != VisualStyle.None => new SetVisual { Style = VisualStyle.None },
        Subject.Logo when project.Overlays.Count > 0 => new SetLogo { Remove = true },
        _ => thing.Concept == Concept.Music && project.Music.Count > 0 ? new RemoveMusic() : null,
    };

    private static IEnumerable<Edit> Others(Project project, List<Token> kept, bool texts)
    {
        bool Stays(Subject subject) => kept.Exists(t => Clause.SubjectOf(t.Concept) == subject);
        if (project.Titles.Count > 0 && !Stays(Subject.Title))
        {
            yield return new RemoveTitles(TitleRef.Every);
        }

        if (project.Captions is not null && !Stays(Subject.Captions))
        {
            yield return new RemoveCaptions();
        }

        if (texts)
        {
            yield break;
        }

        if (project.Visual.Style != VisualStyle.None && !Stays(Subject.Visual))
        {
            yield return new SetVisual { Style = VisualStyle.None };
        }

        if (project.ProgressBar && !Stays(Subject.Progress))
        {
            yield return new SetProgressBar(false);
        }

        if (project.Overlays.Count > 0 && !Stays(Subject.Logo))
        {
            yield return new SetLogo { Remove = true };
        }

        if (project.Music.Count > 0 && !kept.Exists(t => t.Concept == Concept.Music))
        {
            yield return new RemoveMusic();
        }
    }
}
