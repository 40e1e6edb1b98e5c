namespace NemoBot.LocalNemo.Projects;

/// <summary>One word of a caption and when it is spoken.</summary>
internal sealed record CaptionWord(TimeSpan Start, TimeSpan End, string Text);
