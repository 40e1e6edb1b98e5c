namespace NemoBot.Core.Replies.Translation;

internal static class GuiTranslator { public static GuiTranslation Translate(string text, string language) => new(text.Trim(), []); public static string TranslatePartial(string text, string language) => text; }
