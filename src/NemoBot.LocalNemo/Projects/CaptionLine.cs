namespace NemoBot.LocalNemo.Projects;

/// <summary>One caption.</summary>
/// <param name="Start">First moment on the timeline.</param>
/// <param name="End">End on the timeline.</param>
/// <param name="Text">Plain text; may hold line breaks.</param>
internal sealed record CaptionLine(TimeSpan Start, TimeSpan End, string Text)
{
    /// <summary>Times of single words; empty if unknown.</summary>
    public IReadOnlyList<CaptionWord> Words { get; init; } = [];

    /// <summary>The line at other times, and each of its words.</summary>
    /// <param name="time">Where a moment is now.</param>
    public CaptionLine Map(Func<TimeSpan, TimeSpan> time) => this with
    {
        Start = time(Start),
        End = time(End),
        Words = [.. Words.Select(w => w with { Start = time(w.Start), End = time(w.End) })],
    };

    /// <summary>Without the words that do not last.</summary>
    public CaptionLine DropEmptyWords() => this with { Words = [.. Words.Where(w => w.End > w.Start)] };
}
