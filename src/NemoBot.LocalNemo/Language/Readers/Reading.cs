using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>The reading of one message: what was known before, and what has been understood so far.</summary>
internal sealed class Reading(Situation situation, IReadOnlyList<Clause> clauses)
{
    private readonly List<Edit> _edits = [];
    private readonly HashSet<Edit> _said = [];
    private readonly List<Suggestion> _suggestions = [];
    private int _heard;

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

    /// <summary>A clause that led to an edit only supposed or stated something.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>A clause that led to an edit asks what it would be like.</summary>
    public bool IsSupposed { get; set; }

    /// <summary>"don't use this picture yet": files that have just come are not placed.</summary>
    public bool RefusesFiles { get; set; }

    /// <summary>"don't cut anyone off": a picture is to be shown whole.</summary>
    public bool ForbidsCropping { get; set; }

    /// <summary>Something that the user has to decide; null: nothing.</summary>
    public Choice? Choice { get; set; }

    /// <summary>Music plays, or is to be added by what was read before.</summary>
    public bool HasMusic => Project.Music.Count > 0 || BringsMusicBack || Edits.OfType<PlaceFile>().Any(p => p.As == FileRole.Music);

    private bool BringsMusicBack => Edits.OfType<Undo>().Any() && Situation.LastEdits is [.., RemoveMusic];

    /// <summary>There is main material, or will be once the new files are placed.</summary>
    public bool HasMaterial => Situation.HasMaterial || Situation.Files.Count > 0;

    /// <summary>A video or a picture fills the frame, or will.</summary>
    public bool ShowsPictures => Project.Background.Kind is BackgroundKind.Video or BackgroundKind.Image || Project.Slides.Count > 0
        || Situation.NewFiles.Any(f => f.Facts.Kind is MediaKind.Video or MediaKind.Image);

    /// <summary>What the message has led to so far: it differs once a clause adds to it, even an edit that is there already.</summary>
    public (int Heard, int Offers, SmallTalk Talk, Choice? Choice, bool RefusesFiles, bool ForbidsCropping) Mark =>
        (_heard, _suggestions.Count, SmallTalk, Choice, RefusesFiles, ForbidsCropping);

    /// <summary>Adds an edit.</summary>
    public void Add(Edit edit)
    {
        _heard++;
        if ((EditMerging.CountsOnce(edit) && !_said.Add(edit)) || EditMerging.Absorb(_edits, edit))
        {
            return;
        }

        var edits = edit is AddTitle first && TitleTexts.Count == 0 ? EditMerging.WithEarlyLook(_edits, first) : [edit];
        Follow(edit);
        _edits.AddRange(edits);
    }

    /// <summary>Takes the edits back that came after so many: they are not meant after all.</summary>
    public void Withdraw(int count) => _edits.RemoveRange(count, _edits.Count - count);

    /// <summary>Notes what an edit makes of the titles and the files.</summary>
    private void Follow(Edit edit)
    {
        switch (edit)
        {
            case AddTitle title:
                TitleTexts.Add(title.Text);
                break;
            case ShowTags tags:
                TitleTexts.AddRange(Situation.Files.SelectMany(f => TextsOf(f.Facts, tags.Only)).OfType<string>().Except(TitleTexts));
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
    }

    /// <summary>The title and the artist that a file names, or the one of them that is asked for.</summary>
    private static IEnumerable<string?> TextsOf(MediaFacts facts, TitleRole? only) =>
        [only == TitleRole.Artist ? null : facts.Title, only == TitleRole.Title ? null : facts.Artist];

    /// <summary>Gives the best part that is to be kept another length.</summary>
    public void ReplaceHighlight(TimeSpan length)
    {
        if (_edits.FindIndex(e => e is KeepHighlight) is >= 0 and var at)
        {
            _edits[at] = new KeepHighlight(length);
            _heard++;
        }
    }

    /// <summary>Gives the picture whose time was changed last a length that is named after it: "the first one longer, like 10 sec".</summary>
    public void ReplaceSlideTime(TimeSpan length)
    {
        if (_edits is [.., SetSlideTime { Factor: not null } time])
        {
            _edits[^1] = new SetSlideTime(time.Number) { Length = length };
            _heard++;
        }
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
    public bool Says(params Concept[] concepts) => Clauses.Any(c => !c.IsForbidden && c.Has(concepts));
}
