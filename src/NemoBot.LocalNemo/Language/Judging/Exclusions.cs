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
        return KeepsOneTitle(reading, index, mark) || (mark < 0 && RemovesTheRest(reading, index)) || KeepsThings(reading, index, mark);
    }

    /// <summary>"remove all titles but the first", 删掉所有标题，除了第一个.</summary>
    private static bool KeepsOneTitle(Reading reading, int index, int mark)
    {
        var clause = reading.Clauses[index];
        if (!clause.Has(Concept.Remove))
        {
            return false;
        }

        return mark > 0 ? clause.Tokens.Take(mark).Any(t => t.Concept == Concept.Title) && KeepsOne(reading, clause, clause, clause.Tokens.Skip(mark + 1))
            : mark < 0 && clause.Has(Concept.Title) && index + 1 < reading.Clauses.Count && reading.Clauses[index + 1] is var next
                && WordLists.Excluding.Contains(next.TextOf(next.Tokens[0])) && KeepsOne(reading, clause, next, next.Tokens.Skip(1));
    }

    /// <summary>"remove everything except the title"; 除了标题 may be a clause of its own.</summary>
    private static bool KeepsThings(Reading reading, int index, int mark)
    {
        var clause = reading.Clauses[index];
        var spoken = mark >= 0 && IsAll(clause, mark) ? clause
            : index > 0 && mark < 0 && IsOnlyExclusion(reading.Clauses[index - 1]) && IsAll(clause, 0) ? reading.Clauses[index - 1] : null;
        if (spoken is null || clause.HasTime)
        {
            return false;
        }

        var kept = (spoken == clause ? clause.Tokens.Skip(mark + 1) : spoken.Tokens).Where(t => Verbs.IsThing(t.Concept)).ToList();
        if (kept.Count == 0)
        {
            return false;
        }

        if (RemovesOnly(reading, clause, kept))
        {
            return true;
        }

        if (!clause.Has(Concept.Remove) || !reading.Situation.HasMaterial)
        {
            clause.IsUnclear = true;
            return true;
        }

        var texts = (spoken == clause ? clause.Tokens.Take(mark) : clause.Tokens).Any(t => t.Concept == Concept.Title);
        Others(reading.Project, kept, texts).ToList().ForEach(reading.Add);
        reading.IsDoubtful = true;
        reading.Focus = kept.Select(t => Clause.SubjectOf(t.Concept)).FirstOrDefault(s => s != Subject.None, reading.Focus);
        clause.ClaimEverything();
        spoken.ClaimEverything();
        return true;
    }

    /// <summary>"keep everything but the waveform": only what is left out goes.</summary>
    private static bool RemovesOnly(Reading reading, Clause clause, List<Token> things)
    {
        var removals = things.ConvertAll(t => RemovalOf(reading.Project, t));
        if (!IsKept(clause) || !reading.Situation.HasMaterial || removals.Contains(null))
        {
            return false;
        }

        removals.ForEach(e => reading.Add(e!, Clause.SubjectOf(things[0].Concept)));
        clause.ClaimEverything();
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
        if (!AsksForTheRest(reading, index))
        {
            return false;
        }

        Others(reading.Project, [], texts: false).Where(e => e is not RemoveMusic).ToList().ForEach(reading.Add);
        clause.ClaimEverything();
        reading.IsDoubtful = true;
        return true;
    }

    private static bool AsksForTheRest(Reading reading, int index)
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
        Subject.Progress => new SetProgressBar(false),
        _ => thing.Concept == Concept.Music && project.Music.Count > 0 ? new RemoveMusic() : null,
    };

    /// <summary>The edits that take away all parts that are there, but for those that are kept.</summary>
    /// <param name="project">What has the parts.</param>
    /// <param name="kept">Words for what stays.</param>
    /// <param name="texts">Only texts go.</param>
    private static IEnumerable<Edit> Others(Project project, List<Token> kept, bool texts)
    {
        (bool IsThere, bool IsKept, Edit Removal)[] parts =
        [
            (project.Titles.Count > 0, Names(Subject.Title), new RemoveTitles(TitleRef.Every)),
            (project.Captions is not null, Names(Subject.Captions), new RemoveCaptions()),
            (project.Visual.Style != VisualStyle.None, Names(Subject.Visual), new SetVisual { Style = VisualStyle.None }),
            (project.ProgressBar, Names(Subject.Progress), new SetProgressBar(false)),
            (project.Overlays.Count > 0, Names(Subject.Logo), new SetLogo { Remove = true }),
            (project.Music.Count > 0, kept.Exists(t => t.Concept == Concept.Music), new RemoveMusic()),
        ];
        return parts.Where(p => p.IsThere && !p.IsKept && (!texts || p.Removal is RemoveTitles or RemoveCaptions)).Select(p => p.Removal);

        bool Names(Subject subject) => kept.Exists(t => Clause.SubjectOf(t.Concept) == subject);
    }
}
