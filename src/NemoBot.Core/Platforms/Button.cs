namespace NemoBot.Core.Platforms;

/// <summary>A button under a message. Its id means the same after a restart and weeks later.</summary>
/// <param name="Id">At most 60 ASCII characters without spaces, so that it fits the tightest platform (64 bytes).</param>
/// <param name="Label">At most 40 characters, in the conversation's language.</param>
/// <param name="Style">How much it stands out.</param>
public sealed record Button(string Id, string Label, ButtonStyle Style = ButtonStyle.Normal);
