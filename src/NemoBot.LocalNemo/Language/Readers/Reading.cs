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
    public bool HasMusic => Project.Music.Count > 0 || (Edits.OfType<Undo>().Any() && Situation.LastEdits is [.., RemoveMusic]) || Edits.OfType<PlaceFile>().Any(p => p.As == FileRole.Music);

    /// <summary>There is main material, or will be once the new files are placed.</summary>
    public bool HasMaterial => Situation.HasMaterial || Situation.Files.Count > 0;

    /// <summary>A video or a picture fills the frame, or will.</summary>
    public bool ShowsPictures => Project.Background.Kind is BackgroundKind.Video or BackgroundKind.Image || Project.Slides.Count > 0 || Situation.NewFiles.Any(f => f.Facts.Kind is MediaKind.Video or MediaKind.Image);

    /// <summary>What the message has led to so far: it differs once a clause adds to it, even an edit that is there already.</summary>
    public (int Heard, int Offers, SmallTalk Talk, Choice? Choice, bool RefusesFiles, bool ForbidsCropping) Mark => (_heard, _suggestions.Count, SmallTalk, Choice, RefusesFiles, ForbidsCropping);

    /// <summary>Adds an edit.</summary>
    public void Add(Edit edit)
    {
        _heard++;
        // "too quiet, louder please" asks once; "a bit loud, bring it down 20%" means the 20%.
        if (edit is SetVolume or SetTitle or SetVisual or SetCaptions or SetLogo or SetSpeed or SetCanvas or SetPicture or RemoveMusic or GoToVersion or Decline or RemoveSilence or AddCaptions or SetScene or SetMix or GiveCaptionFile && !_said.Add(edit))
        {
            return;
        }

        // 看不清，放大一点 asks for one step: the second says it with the rest.
        if (edit is SetCaptions { Scale: { } step } && _edits.FindIndex(e => e is SetCaptions captions && captions == new SetCaptions { Scale = step }) is >= 0 and var same)
        {
            _edits.RemoveAt(same);
        }

        // "dark red background, no picture": the color is behind, not the usual gradient.
        if (edit is SetBackground { Kind: BackgroundKind.Gradient, Color: null } && _edits.LastOrDefault() is SetBackground { Kind: BackgroundKind.Color })
        {
            return;
        }

        // "prod. by Kairo underneath, small": of the name that was just given, which is small anyway.
        if (edit is SetTitle { Text: null, Look: { HasTime: false } small } look && look.Which == TitleRef.Last && _edits.LastOrDefault() is AddTitle { Role: TitleRole.Artist } artist)
        {
            _edits[^1] = artist with { Look = artist.Look with { Color = small.Color ?? artist.Look.Color, Place = small.Place ?? artist.Look.Place, Side = small.Side ?? artist.Look.Side, Outline = small.Outline ?? artist.Look.Outline, Plate = small.Plate ?? artist.Look.Plate } };
            return;
        }

        if (edit is RemoveSilence { Padding: { } padding } && _edits.LastOrDefault() is RemoveSilence pauses && edit == pauses with { Padding = padding })
        {
            _edits[^1] = edit;
            return;
        }

        if (edit is SetProgressBar { On: true, Color: not null } && _edits.LastOrDefault() is SetProgressBar { On: true })
        {
            _edits[^1] = edit;
            return;
        }

        // "the logo is too big, make it half": the amount counts, not one step more.
        if (_edits.Count > 0 && IsStepBefore(_edits[^1], edit))
        {
            _edits.RemoveAt(_edits.Count - 1);
        }

        if (edit is SetVolume volume && _edits.FindIndex(e => e is SetVolume { Level: null, Decibels: null, Factor: 1.5 or 0.6 } step && (step.Track == volume.Track || step.Track == Track.All)) is >= 0 and var vague)
        {
            _edits.RemoveAt(vague);
        }

        if (edit is SetVolume { Track: Track.Music } && _edits.Exists(e => e is RemoveMusic))
        {
            // 不用音乐了，吵: why.
            return;
        }

        if (edit is SetVolume { Track: Track.All, Factor: 1.5 or 0.6 } louder && _edits.Exists(e => e is SetVolume other && other.Factor == louder.Factor))
        {
            return;
        }

        // "start at 4 seconds and stop at 12".
        if (edit is CutRanges { Parts: [{ From: { Ticks: > 0 } stop, To: null }] } && _edits.LastOrDefault() is KeepRanges { Parts: [{ From: { } begin, To: null }] } && stop > begin && begin >= TimeSpan.Zero)
        {
            _edits[^1] = new KeepRanges([new Span(begin, stop)]);
            return;
        }

        if (edit is SetBackground { Color: not null } && _edits.LastOrDefault() is SetBackground { Kind: BackgroundKind.Gradient, Color: null })
        {
            // 背景用渐变，从紫色到蓝色: the colors of it.
            _edits[^1] = edit;
            return;
        }

        if (edit is KeepHighlight { Length: null } && _edits.FindIndex(e => e is KeepRanges { Parts: [{ From: null, To: not null }] }) is >= 0 and var whole)
        {
            // 做成15秒的短视频，从副歌开始.
            _edits[whole] = new KeepHighlight(((KeepRanges)_edits[whole]).Parts[0].To);
            return;
        }

        // All times of a message are those of the video as it is now.
        if (edit is CutRanges cut && _edits.LastOrDefault() is CutRanges cutBefore)
        {
            _edits[^1] = new CutRanges([.. cutBefore.Parts, .. cut.Parts]);
            return;
        }

        // "start from 0:32 and keep it to 15 secs".
        if (edit is KeepRanges { Parts: [{ From: null or { Ticks: 0 }, To: { } length }] } && _edits.LastOrDefault() is KeepRanges { Parts: [{ From: { } opening, To: null }] } && length <= opening)
        {
            _edits[^1] = new KeepRanges([new Span(opening, opening + length)]);
            return;
        }

        if (edit is KeepRanges { Parts: [{ From: null or { Ticks: 0 }, To: { } end }] } && _edits.LastOrDefault() is KeepRanges { Parts: [{ From: { } start, To: null }] } && end > start && start >= TimeSpan.Zero)
        {
            _edits[^1] = new KeepRanges([new Span(start, end)]);
            return;
        }

        switch (edit)
        {
            case AddTitle title when TitleTexts.Count == 0 && _edits.FindIndex(e => e is SetTitle { Text: null, Look: { Color: not null, HasTime: false } }) is >= 0 and var early:
                // 白底黑字，标题写“读书会”: the color of a text that comes later.
                edit = title with { Look = title.Look with { Color = title.Look.Color ?? ((SetTitle)_edits[early]).Look.Color } };
                _edits.RemoveAt(early);
                TitleTexts.Add(title.Text);
                break;
            case AddTitle title when TitleTexts.Count == 0 && _edits.FindIndex(e => e is SetTitle { Text: null, Look: { Scale: not null, HasTime: false } }) is >= 0 and var sized:
                // 标题别太大，叫《慢生活》: the size of a text that comes later.
                TitleTexts.Add(title.Text);
                _edits.AddRange([title, _edits[sized]]);
                _edits.RemoveAt(sized);
                return;
            case AddTitle title:
                TitleTexts.Add(title.Text);
                break;
            case ShowTags tags:
                TitleTexts.AddRange(Situation.Files.SelectMany(f => (string?[])[tags.Only == TitleRole.Artist ? null : f.Facts.Title, tags.Only == TitleRole.Title ? null : f.Facts.Artist]).OfType<string>().Except(TitleTexts));
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

    private static bool IsStepBefore(Edit before, Edit edit) => (before, edit) switch
    {
        // 读得有点快，放慢10%.
        (SetSpeed { Relative: true, Factor: 0.8 or 1.25 }, SetSpeed) => true,
        (SetLogo { Scale: { } step } logo, SetLogo { Scale: { } or null } next) => logo == new SetLogo { Scale = step } && IsStep(step) && (next.Scale ?? next.Size) is not null,
        (SetVisual { Scale: { } step } visual, SetVisual { Scale: not null }) => visual with { Style = null } == new SetVisual { Scale = step } && IsStep(step),
        (SetCaptions { Scale: { } step } captions, SetCaptions { Scale: not null }) => captions == new SetCaptions { Scale = step } && IsStep(step),
        (SetTitle { Text: null, Look: { Scale: { } step } look } title, SetTitle next) => look == new TitleLook { Scale = step } && IsStep(step) && title.Which == next.Which && (next.Look.Scale ?? next.Look.Size) is not null,
        _ => false,
    };

    private static bool IsStep(double scale) => Math.Abs(scale - 1.3) < 0.01 || Math.Abs(scale - 1 / 1.3) < 0.01;

    /// <summary>Gives the best part that is to be kept another length.</summary>
    public void ReplaceHighlight(TimeSpan length)
    {
        if (_edits.FindIndex(e => e is KeepHighlight) is >= 0 and var at)
        {
            _edits[at] = new KeepHighlight(length);
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
