using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Groups of words by their part in a sentence.</summary>
internal static class Verbs
{
    /// <summary>A word that asks for something to be done.</summary>
    public static bool IsVerb(Concept concept) => concept is Concept.Add or Concept.Change or Concept.Use or Concept.Let or Concept.Move or Concept.Remove
        or Concept.Keep or Concept.Trim or Concept.Crop or Concept.Cut or Concept.Merge or Concept.Append or Concept.Replace or Concept.Swap or Concept.Mute
        or Concept.Unmute or Concept.Undo or Concept.Redo or Concept.Reverse or Concept.Loop or Concept.Denoise or Concept.Rotate or Concept.Export;

    /// <summary>A word that asks for something by itself.</summary>
    public static bool BeginsClause(Concept concept) => concept is Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth or Concept.Louder or Concept.Quieter
        or Concept.Title or Concept.Another or Concept.Faster or Concept.Slower or Concept.Crossfade or Concept.ProgressBar or Concept.Logo or Concept.Captions
        or Concept.Blur or Concept.Fill or Concept.LoudnessWord or Concept.Duck;

    /// <summary>A word that says how something looks or where it is.</summary>
    public static bool IsLook(Concept concept) => concept is Concept.Bigger or Concept.Smaller or Concept.Large or Concept.Small or Concept.Huge or Concept.Tiny
        or Concept.Top or Concept.Middle or Concept.Bottom or Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight or Concept.Left or Concept.Right
        or Concept.Upward or Concept.Downward or Concept.Font or Concept.Taller or Concept.Thinner or Concept.Louder or Concept.Quieter;

    /// <summary>A word for a thing that can be taken away.</summary>
    public static bool IsThing(Concept concept) => Clause.SubjectOf(concept) != Subject.None || concept is Concept.Music or Concept.Blur or Concept.Zoom or Concept.FadeIn
        or Concept.FadeOut or Concept.FadeBoth or Concept.ProgressBar or Concept.Crossfade or Concept.Noise or Concept.SilenceNoun or Concept.Scene or Concept.Voice;

    /// <summary>A clause with a verb and a thing to do it to, as opposed to one that only asks.</summary>
    public static bool AsksForChange(Clause clause) => clause.Tokens.Any(t => IsVerb(t.Concept) && t.Concept is not (Concept.Export or Concept.Add or Concept.Let))
        && clause.Tokens.Any(t => t.Kind is TokenKind.Quote or TokenKind.Color or TokenKind.Percent || Clause.SubjectOf(t.Concept) != Subject.None);

    /// <summary>A shape, or a platform that asks for one.</summary>
    public static bool IsShape(Concept concept) =>
        concept is Concept.Portrait or Concept.Landscape or Concept.Square or Concept.TikTok or Concept.Reels or Concept.Shorts or Concept.Story
            or Concept.YouTube or Concept.Instagram or Concept.Xiaohongshu;
}
