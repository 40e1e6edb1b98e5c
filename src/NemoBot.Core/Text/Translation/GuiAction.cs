namespace NemoBot.Core.Text.Translation;

/// <summary>One thing to do or to offer as a button.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">The request, for <see cref="GuiActionKind.SendEdit"/>.</param>
internal sealed record GuiAction(GuiActionKind Kind, string? Text = null);
