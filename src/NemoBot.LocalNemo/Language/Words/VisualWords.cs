using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Visuals;

namespace NemoBot.LocalNemo.Language.Words;

/// <summary>The meanings of words for the picture of the sound.</summary>
internal static class VisualWords
{
    /// <summary>Every meaning: the picture as such, and each style of it.</summary>
    public static Concept[] All { get; } = [Concept.Waveform, Concept.Visuals, .. VisualTable.Rows.Select(r => ConceptOf(r.Style)).Distinct()];

    /// <summary>A style whose words mean more than the style (a line of captions, a black bar) has a meaning of its own, of the same name.</summary>
    public static Concept ConceptOf(VisualStyle style) => Enum.TryParse<Concept>(style.ToString(), out var own) ? own : Concept.OtherVisual;
}
