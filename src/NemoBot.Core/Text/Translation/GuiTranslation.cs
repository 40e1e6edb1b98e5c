namespace NemoBot.Core.Text.Translation;

/// <summary>A text of the backend, made for people who see no editor.</summary>
/// <param name="Text">Plain text; empty if it spoke of nothing but the editor.</param>
/// <param name="Actions">What it asked the user to do there, without repetition, in its order.</param>
internal sealed record GuiTranslation(string Text, IReadOnlyList<GuiAction> Actions);
