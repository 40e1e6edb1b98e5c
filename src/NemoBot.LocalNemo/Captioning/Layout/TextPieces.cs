using System.Globalization;
using System.Text;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>Cuts text into the smallest parts between which a line may break.</summary>
internal static class TextPieces
{
    /// <summary>Words with the spaces behind them, ideographs with their punctuation; what is wider than a line is cut between characters.</summary>
    public static List<TextSpan> Split(string text, double width)
    {
        List<TextSpan> pieces = [];
        int start = 0, index = 0;
        var measured = 0.0;
        Rune? before = null;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var rune = FirstRune(element);
            var elementWidth = TextWidth.Measure(element);
            if (before is { } last && index > start && !Rune.IsWhiteSpace(rune)
                && (MayBreak(last, rune) || measured >= width || (measured + elementWidth > width && !Scripts.IsClosing(rune) && !Scripts.IsOpening(last))))
            {
                pieces.Add(new TextSpan(start, index));
                (start, measured) = (index, 0);
            }

            index += element.Length;
            measured += elementWidth;
            before = rune;
        }

        if (index > start)
        {
            pieces.Add(new TextSpan(start, index));
        }

        return pieces;
    }

    private static Rune FirstRune(string element) => Rune.TryGetRuneAt(element, 0, out var rune) ? rune : Rune.ReplacementChar;

    private static bool MayBreak(Rune last, Rune next) =>
        Rune.IsWhiteSpace(last)
        || (!Scripts.IsClosing(next) && !Scripts.IsOpening(last) && (Scripts.IsIdeographic(last) || Scripts.IsIdeographic(next)))
        || (last.Value == '-' && Rune.IsLetter(next));
}
