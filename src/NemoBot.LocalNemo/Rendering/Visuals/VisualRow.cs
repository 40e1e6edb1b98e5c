using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Visuals;

/// <summary>A way to draw the sound.</summary>
/// <param name="Style">In the model and, in lower case, in drafts.</param>
/// <param name="English">As it is named in a sentence, with its article.</param>
/// <param name="Chinese">As it is named in a sentence.</param>
/// <param name="Words">What people call it in both languages, in lower case.</param>
/// <param name="Create">Makes one.</param>
internal sealed record VisualRow(VisualStyle Style, string English, string Chinese, IReadOnlyList<string> Words, Func<VisualSpec, ISoundVisual> Create)
{
    /// <summary>Its name in a sentence.</summary>
    public string NameIn(bool chinese) => chinese ? Chinese : English;
}
