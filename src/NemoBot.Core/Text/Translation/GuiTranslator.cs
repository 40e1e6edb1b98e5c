using System.Text;

namespace NemoBot.Core.Text.Translation;

/// <summary>
/// The backend believes that the user sits in front of an editor. This keeps what it says about the content, leaves out what it says
/// about buttons and panels, and finds what it wants done there, so that the bot can do it.
/// </summary>
internal static class GuiTranslator
{
    /// <summary>Translates a complete text.</summary>
    /// <param name="text">As the backend wrote it; may be Markdown.</param>
    /// <param name="language">The conversation's language, for requests that are made from what is left out.</param>
    /// <param name="isPlain">It is no Markdown: every sign stays.</param>
    public static GuiTranslation Translate(string text, string language, bool isPlain)
    {
        var dropped = new List<string>();
        var blocks = new TextBlocks();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!isPlain && PlainText.IsFence(line))
            {
                continue;
            }

            var plain = isPlain ? line.TrimEnd() : PlainText.Line(line);
            var before = dropped.Count;
            var translated = TranslateLine(plain, dropped);
            blocks.Add(plain, translated, dropped.Count > before);
        }

        var finder = new ActionFinder(Texts.For(language));
        var actions = dropped.Select(finder.Find).OfType<GuiAction>().Distinct().ToList();
        return new(blocks.ToString(), actions);
    }

    /// <summary>
    /// Translates a text that is still being written: only its complete sentences, so that no half sentence about the editor shows
    /// up in a message and vanishes again.
    /// </summary>
    public static string TranslatePartial(string text, string language, bool isPlain) =>
        Translate(text[..SentenceSplitter.CompleteLength(text)], language, isPlain).Text;

    private static string TranslateLine(string line, List<string> dropped)
    {
        var shield = new ContentShield();
        var mark = ListMark.LengthOf(line);
        var hidden = shield.Hide(line[mark..]);
        var result = new StringBuilder();
        var pieces = new List<string>();
        foreach (var sentence in SentenceSplitter.Split(hidden))
        {
            result.Append(sentence.Any(IsChinese) ? ChineseSentence.Translate(sentence, pieces) : EnglishSentence.Translate(sentence, pieces));
        }

        dropped.AddRange(pieces.Select(shield.Restore));
        var left = shield.Restore(result.ToString()).Trim();
        return left.Length == 0 ? "" : line[..mark] + left;
    }

    private static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9fff';
}
