using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Words for wishes that cannot be granted.</summary>
internal static class Declines
{
    /// <summary>Each word, what it asks for, and what comes nearest.</summary>
    public static IReadOnlyList<(Concept Concept, Inability Wish, Suggestion? Instead)> All { get; } =
    [
        (Concept.Rotate, Inability.Rotate, null),
        (Concept.Spin, Inability.Rotate, null),
        (Concept.Tilt, Inability.Rotate, null),
        (Concept.Degrees, Inability.Rotate, null),
        (Concept.SyntheticVoice, Inability.Voice, null),
        (Concept.Filter, Inability.Filter, null),
        (Concept.Underline, Inability.Underline, null),
        (Concept.Shadow, Inability.Shadow, Suggestion.Plate),
        (Concept.Outline, Inability.CaptionOutline, null),
        (Concept.Variants, Inability.Variants, Suggestion.Portrait),
        (Concept.Translate, Inability.Translate, null),
        (Concept.Stabilize, Inability.Stabilize, null),
        (Concept.Freeze, Inability.Freeze, null),
        (Concept.SplitScreen, Inability.SplitScreen, null),
        (Concept.Footage, Inability.Footage, Suggestion.Slideshow),
        (Concept.CutOut, Inability.CutOut, null),
        (Concept.Separate, Inability.Separate, null),
        (Concept.Pitch, Inability.Pitch, null),
        (Concept.MusicIntro, Inability.MusicIntro, null),
        (Concept.MusicOutro, Inability.MusicIntro, null),
        (Concept.MusicAround, Inability.MusicIntro, null),
        (Concept.SoundEffect, Inability.SoundEffect, Suggestion.Denoise),
        (Concept.Publish, Inability.Publish, null),
        (Concept.Still, Inability.Still, null),
        (Concept.PerLine, Inability.PicturePerLine, null),
    ];

    /// <summary>The clause asks for something that cannot be done.</summary>
    public static bool Any(Clause clause) => All.Any(d => clause.HasFree(d.Concept));
}
