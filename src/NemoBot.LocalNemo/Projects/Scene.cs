namespace NemoBot.LocalNemo.Projects;

/// <summary>Moving pictures of a music video.</summary>
/// <param name="Style">What is drawn.</param>
/// <param name="Mood">A word such as calm, dark or happy; null: taken from the music.</param>
internal sealed record Scene(SceneStyle Style, string? Mood);
