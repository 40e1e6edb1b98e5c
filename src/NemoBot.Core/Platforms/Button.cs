namespace NemoBot.Core.Platforms;

/// <summary>A button below a message. Its id stays valid over restarts.</summary>
/// <param name="Id">At most 60 ASCII characters without spaces, so that it fits the tightest platform (64 bytes).</param>
/// <param name="Label">At most 40 characters, in the conversation's language.</param>
/// <param name="Style">Emphasis.</param>
public sealed record Button(string Id, string Label, ButtonStyle Style = ButtonStyle.Normal);
