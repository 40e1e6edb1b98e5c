using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>The reading of one message: what was known before, and what has been understood so far.</summary>
internal sealed class Reading(Situation situation, IReadOnlyList<Clause> clauses)
{
    private readonly List<Edit> _edits = [];
    private readonly List<Suggestion> _suggestions = [];

    /// <summary>What was known before.</summary>
    public Situation Situation { get; } = situation;

    /// <summary>All clauses of the message.</summary>
    public IReadOnlyList<Clause> Clauses { get; } = clauses;

    /// <summary>The project before the message.</summary>
    public Project Project { get; } = situation.Project ?? new Project();

    /// <summary>The edits in order.</summary>
    public IReadOnlyList<Edit> Edits => _edits;

    /// <summary>What to offer instead of what is not understood.</summary>
    public IReadOnlyList<Suggestion> Suggestions => _suggestions;

    /// <summary>What the last clause was about.</summary>
    public Subject Focus { get; set; } = situation.Focus;

    /// <summary>What is said besides wishes.</summary>
    public SmallTalk SmallTalk { get; set; }

    /// <summary>The texts of the titles as they will be after the edits so far.</summary>
    public List<string> TitleTexts { get; } = [.. (situation.Project?.Titles ?? []).Select(t => t.Text)];

    /// <summary>Ids of files that have been given a role by words.</summary>
    public HashSet<string> Placed { get; } = [];

    /// <summary>Lines of captions or lyrics that were pasted into the message; empty if there are none.</summary>
    public string PastedLines { get; init; } = "";

    /// <summary>There is main material, or will be once the new files are placed.</summary>
    public bool HasMaterial => Situation.HasMaterial || Situation.Files.Count > 0;

    /// <summary>Adds an edit.</summary>
    public void Add(Edit edit)
    {
        // "too quiet, louder please" asks once.
        if (edit is SetVolume && _edits.Contains(edit))
        {
            return;
        }

        switch (edit)
        {
            case AddTitle title:
                TitleTexts.Add(title.Text);
                break;
            case RemoveTitles { Which.All: true }:
                TitleTexts.Clear();
                break;
            case RemoveTitles { Which.Text: { } text }:
                TitleTexts.RemoveAll(t => string.Equals(t, text, StringComparison.OrdinalIgnoreCase));
                break;
            case PlaceFile place:
                Placed.Add(place.File);
                break;
            default:
                break;
        }

        _edits.Add(edit);
    }

    /// <summary>Adds an edit and notes what it was about.</summary>
    public void Add(Edit edit, Subject focus)
    {
        Add(edit);
        Focus = focus;
    }

    /// <summary>Offers something instead.</summary>
    public void Suggest(Suggestion suggestion)
    {
        if (!_suggestions.Contains(suggestion))
        {
            _suggestions.Add(suggestion);
        }
    }

    /// <summary>A new or session file that is used nowhere and has no role yet, the newest first; null if there is none.</summary>
    public Asset? Unused(Func<Asset, bool> fits) => Situation.Files.LastOrDefault(f => fits(f) && !Placed.Contains(f.Id) && !FileUse.IsUsed(Project, f));

    /// <summary>One of these is said anywhere in the message.</summary>
    public bool Says(params Concept[] concepts) => Clauses.Any(c => c.Has(concepts));
}
