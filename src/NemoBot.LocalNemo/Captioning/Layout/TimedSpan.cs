namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>A word of a line: where it is in the text and when it is spoken.</summary>
internal readonly record struct TimedSpan(TextSpan Span, TimeSpan Start, TimeSpan End);
