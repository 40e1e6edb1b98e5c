namespace NemoBot.Core.Replies.Translation;

internal sealed record GuiAction(GuiActionKind Kind, string? Text = null);
