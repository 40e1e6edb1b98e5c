using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Reports;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Carries out the edits of one turn. Nothing else changes a project.</summary>
/// <param name="tools">The services that edits may ask.</param>
/// <param name="files">The session's files.</param>
/// <param name="read">Reads a version's draft.</param>
internal sealed class ProjectEditor(EditTools tools, IReadOnlyList<Asset> files, Func<string, Project?> read)
{
    private readonly List<Applied> _applied = [];
    private readonly List<Edit> _held = [];
    private readonly List<Question> _questions = [];
    private readonly List<Note> _historyNotes = [];

    /// <summary>Carries the edits out in order.</summary>
    /// <param name="history">The session's versions.</param>
    /// <param name="project">The project now; null if there is none.</param>
    /// <param name="edits">What to do.</param>
    /// <param name="certainty">How sure they are: what takes something away waits for a yes when it is not.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<EditResult> ApplyAsync(
        SessionRecord history, Project? project, IReadOnlyList<Edit> edits, Certainty certainty, CancellationToken cancellationToken)
    {
        var context = new EditContext(project ?? new Project(), files, tools) { IsNew = project is null };
        var start = project;
        var whole = OutputReset.DropParts(project);
        (history, project) = await ApplyAllAsync(context, history, whole, edits, certainty, cancellationToken);
        if (project is not null)
        {
            project = OutputReset.KeepAsked(whole, OutputReset.Apply(whole, project, edits), edits);
            // Nothing changed: the parts were made and stay.
            project = start is not null && project == whole ? start : project;
            project = start is null ? TagTitles.Show(context, BareSlides.Show(project, edits), edits) : project;
        }

        var final = project is null ? null : await SlidePlan.ApplyAsync(context, project, cancellationToken);
        return new EditResult
        {
            Project = final,
            History = history,
            Applied = _applied,
            Held = _held,
            WithHeld = _held.Count == 0 || final is null ? null : await PreviewAsync(final, cancellationToken),
            Questions = _questions,
            Notes = [.. context.Notes],
            HistoryNotes = _historyNotes,
        };
    }

    private async Task<(SessionRecord History, Project? Project)> ApplyAllAsync(
        EditContext context, SessionRecord history, Project? project, IReadOnlyList<Edit> edits, Certainty certainty, CancellationToken cancellationToken)
    {
        foreach (var edit in edits)
        {
            switch (edit)
            {
                case Ask ask:
                    _questions.Add(ask.About);
                    break;
                case CompareVersions:
                    // Answered from the versions that are kept.
                    break;
                case Undo or Redo or GoToVersion:
                    if (Move(history, edit) is { Draft: { } draft } moved && read(draft) is { } shown)
                    {
                        (history, project) = (moved, shown);
                    }

                    break;
                case RestorePart restore when project is not null:
                    project = Restore(history, project, restore);
                    break;
                default:
                    project = await ApplyAsync(context, project, edit, certainty, cancellationToken);
                    break;
            }
        }

        return (history, project);
    }

    private async Task<Project?> ApplyAsync(EditContext context, Project? project, Edit edit, Certainty certainty, CancellationToken cancellationToken)
    {
        context.Project = project ?? new Project();
        var changed = await edit.ApplyAsync(context, cancellationToken);
        if (!context.IsNew && Harm.Waits(project, changed, certainty))
        {
            _held.Add(edit);
            return project;
        }

        _applied.Add(new Applied(edit, project, changed));
        return changed;
    }

    private async Task<Project> PreviewAsync(Project project, CancellationToken cancellationToken)
    {
        var context = new EditContext(project, files, tools);
        foreach (var edit in _held)
        {
            context.Project = await edit.ApplyAsync(context, cancellationToken);
        }

        return await SlidePlan.ApplyAsync(context, context.Project, cancellationToken);
    }

    /// <summary>One part as it was last in an earlier version; a note if it was never different.</summary>
    private Project Restore(SessionRecord history, Project project, RestorePart restore)
    {
        foreach (var version in history.Past.Reverse().Where(v => SessionHistory.IsKept(history, v)))
        {
            if (read(history.Versions[version - history.FirstVersion]) is { } earlier && restore.From(earlier, project) is { } restored && ProjectReport.Describe(project, restored, Phrases.In(chinese: false)).Count > 0)
            {
                _applied.Add(new Applied(restore, project, restored));
                return restored;
            }
        }

        _historyNotes.Add(new Note("restore.none", []));
        return project;
    }

    private SessionRecord? Move(SessionRecord history, Edit edit)
    {
        switch (edit)
        {
            case Undo undo:
                return Repeat(history, undo.Steps, SessionHistory.Undo, "undone", "undo.nothing");
            case Redo redo:
                return Repeat(history, redo.Steps, SessionHistory.Redo, "redone", "redo.nothing");
            case GoToVersion { Number: var number } when SessionHistory.IsKept(history, number):
                _historyNotes.Add(new Note("version.now", [number]));
                return SessionHistory.GoTo(history, number);
            case GoToVersion { Number: var number }:
                _historyNotes.Add(number < history.FirstVersion && number > 0 ? new Note("version.gone", [number]) : new Note("version.none", [number, SessionHistory.Count(history)]));
                return null;
            default:
                return null;
        }
    }

    private SessionRecord? Repeat(SessionRecord history, int steps, Func<SessionRecord, SessionRecord?> move, string done, string nothing)
    {
        SessionRecord? moved = null;
        for (var i = 0; i < steps && move(moved ?? history) is { } next; i++)
        {
            moved = next;
        }

        _historyNotes.Add(new Note(moved is null ? nothing : done, []));
        return moved;
    }
}
