namespace NemoBot.Core.Replies.Translation;

internal sealed record GuiTranslation(string Text, IReadOnlyList<GuiAction> Actions);
