namespace NemoBot.LocalNemo.Projects;

/// <summary>One caption.</summary>
/// <param name="Start">First moment on the timeline.</param>
/// <param name="End">End on the timeline.</param>
/// <param name="Text">Plain text; may hold line breaks.</param>
internal sealed record CaptionLine(TimeSpan Start, TimeSpan End, string Text)
{
    /// <summary>Times of single words; empty if unknown.</summary>
    public IReadOnlyList<CaptionWord> Words { get; init; } = [];
}
