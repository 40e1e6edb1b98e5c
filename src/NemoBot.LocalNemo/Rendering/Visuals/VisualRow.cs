using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Visuals;

/// <summary>A way to draw the sound.</summary>
/// <param name="Style">In the model and, in lower case, in drafts.</param>
/// <param name="English">What people call it.</param>
/// <param name="Chinese">What people call it.</param>
/// <param name="Create">Makes one.</param>
internal sealed record VisualRow(VisualStyle Style, IReadOnlyList<string> English, IReadOnlyList<string> Chinese, Func<VisualSpec, ISoundVisual> Create);
