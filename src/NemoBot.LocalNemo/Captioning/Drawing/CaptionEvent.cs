namespace NemoBot.LocalNemo.Captioning.Drawing;

/// <summary>A picture of captions that does not change from start to end.</summary>
/// <param name="Start">Position on the timeline.</param>
/// <param name="End">Position on the timeline.</param>
/// <param name="Style">The name of a style in the script's header.</param>
/// <param name="Body">Override tags, written by us, and escaped text.</param>
internal sealed record CaptionEvent(TimeSpan Start, TimeSpan End, string Style, string Body);
