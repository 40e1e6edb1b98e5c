using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Turns;

/// <summary>Tells which changes take something away that is not wanted back lightly.</summary>
internal static class Harm
{
    private const double MuchShorter = 0.9;

    /// <summary>A change waits for a yes, as far as the reading that led to it is unsure.</summary>
    public static bool Waits(Project? before, Project after, Certainty certainty) => certainty != Certainty.Sure
        && ((certainty == Certainty.Supposed && before is { Clips.Count: > 0 } or { Slides.Count: > 0 } && before != after) || IsDone(before, after) || (certainty >= Certainty.Doubtful && before is not null && (IsPartRemoved(before, after) || IsTextReplaced(before, after))));

    /// <summary>A change mutes a sound, shortens the video by more than a tenth, replaces a picture or drops a file.</summary>
    public static bool IsDone(Project? before, Project after) => before is { Clips.Count: > 0 } or { Slides.Count: > 0 }
        && (IsMuted(before, after) || IsVoiceReplaced(before, after) || after.Duration < before.Duration * MuchShorter || IsPictureReplaced(before, after)
            || !FileUse.Of(before).IsSubsetOf(FileUse.Of(after)));

    public static bool AreCaptionsRemoved(Project before, Project after) => before.Captions is not null && after.Captions is null;

    public static bool IsVisualRemoved(Project before, Project after) => before.Visual.Style != VisualStyle.None && after.Visual.Style == VisualStyle.None;

    private static bool IsMuted(Project before, Project after) => (before.Volume > 0 && after.Volume == 0)
        || (before.Music.Any(m => m.Volume > 0) && after.Music.Count > 0 && after.Music.All(m => m.Volume == 0));

    private static bool IsVoiceReplaced(Project before, Project after) => after.Voice is { } voice && voice.Asset.Id != before.Voice?.Asset.Id
        && before is { Volume: > 0, Background.Kind: BackgroundKind.Video } && before.Clips.Any(c => c.Asset.Facts.HasAudio);

    private static bool IsPartRemoved(Project before, Project after) =>
        after.Titles.Count < before.Titles.Count || AreCaptionsRemoved(before, after) || IsVisualRemoved(before, after);

    private static bool IsTextReplaced(Project before, Project after) =>
        before.Titles.Count == after.Titles.Count && before.Titles.Zip(after.Titles).Any(t => !string.Equals(t.First.Text, t.Second.Text, StringComparison.OrdinalIgnoreCase));

    private static bool IsPictureReplaced(Project before, Project after) =>
        before.Background is { Kind: BackgroundKind.Image, Asset: { } picture } && after.Background.Asset?.Id != picture.Id;
}
