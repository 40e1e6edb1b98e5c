using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>"the title covers the circle", "the captions hide my face": what is in the way goes where nothing is.</summary>
internal static class Obstructions
{
    private static readonly VerticalPlace[] Edges = [VerticalPlace.Top, VerticalPlace.Bottom, VerticalPlace.Middle];

    /// <summary>Moves it, and claims the clause; false if nothing that is shown is in the way, or another clause says what to do.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var at = clause.Tokens.ToList().FindIndex(t => WordLists.Obscuring.Contains(clause.TextOf(t)) && t.Concept is not (Concept.Cover or Concept.Blocks));
        if (at < 1 || at == clause.Tokens.Count - 1 || reading.Situation.Project is null || clause.Text[0] >= 0x2E80 || clause.Tokens.Where((_, i) => i != at).Any(t => t.IsTime || t.Kind == TokenKind.Quote || t.Concept == Concept.Not || Verbs.IsVerb(t.Concept))
            || reading.Clauses.Any(c => c != clause && c.Tokens.Any(t => Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept))))
        {
            return false;
        }

        var thing = InTheWay(clause, at, reading);
        if (thing == Subject.None)
        {
            return false;
        }

        if (Moved(thing, reading.Project) is not { } edit)
        {
            // "the captions hide the picture", and there are none: nothing is to be hidden.
            clause.IsUnclear = true;
            return true;
        }

        clause.ClaimEverything();
        reading.Add(edit, thing);
        return true;
    }

    private static Subject InTheWay(Clause clause, int verb, Reading reading)
    {
        var before = clause.Tokens.Take(verb).ToList();
        return before.Select(t => Clause.SubjectOf(t.Concept)).FirstOrDefault(s => s != Subject.None) is not Subject.None and var named ? named
            : before.Exists(t => t.Concept == Concept.It) ? reading.Focus : Subject.None;
    }

    /// <summary>The edit that takes a thing to a place where nothing else is; null if it is not shown.</summary>
    public static Edit? Moved(Subject thing, Project project) => thing switch
    {
        Subject.Title when project.Titles.Count > 0 => new SetTitle(TitleRef.Last) { Look = new TitleLook { Place = Free(project, project.Titles[Titles.Unnamed(project.Titles)].Place, Subject.Title) } },
        Subject.Captions when project.Captions is { } captions => new SetCaptions { Place = Free(project, captions.Place, Subject.Captions) },
        Subject.Visual when project.Visual.Style != VisualStyle.None => new SetVisual { Place = Free(project, project.Visual.ShownPlace, Subject.Visual) },
        Subject.Logo when project.Overlays is [.., var logo] => new SetLogo { Corner = Across(logo.Corner) },
        _ => null,
    };

    /// <summary>The first place where neither it nor anything else is.</summary>
    private static VerticalPlace Free(Project project, VerticalPlace now, Subject thing)
    {
        List<VerticalPlace> taken = [now];
        taken.AddRange(thing == Subject.Title ? [] : project.Titles.Select(t => t.Place));
        taken.AddRange(thing == Subject.Captions || project.Captions is not { } captions ? [] : [captions.Place]);
        taken.AddRange(thing == Subject.Visual || project.Visual.Style == VisualStyle.None ? [] : [project.Visual.ShownPlace]);
        return Edges.Except(taken).Concat(Edges.Where(e => e != now)).First();
    }

    private static Corner Across(Corner corner) => corner switch
    {
        Corner.TopLeft => Corner.TopRight,
        Corner.TopRight => Corner.TopLeft,
        Corner.BottomLeft => Corner.BottomRight,
        _ => Corner.BottomLeft,
    };
}
