namespace NemoBot.Core.Text.Translation;

/// <summary>A phrase that says where in an editor something is: "in the preview player", "on the panel at the top right".</summary>
internal static class EditorPlace
{
    private const int LongestPhrase = 6;

    /// <summary>Where the first such phrase begins and ends in the clause; null if there is none.</summary>
    public static (int From, int To)? Find(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsIn(EnglishWords.Places) && words[i].Text != "of" && FindPart(words, i) is { } part)
            {
                return (words[i].Start, words[EndOfPlace(words, part)].End);
            }
        }

        return null;
    }

    /// <summary>The last word of the part that a preposition leads to.</summary>
    private static int? FindPart(List<Word> words, int preposition)
    {
        for (var end = preposition + 1; end < words.Count && end <= preposition + LongestPhrase; end++)
        {
            if (end > preposition + 1 && words[end].IsIn(EnglishWords.Places))
            {
                return null;
            }

            if (IsPart(words, end) && !words[preposition..end].Any(w => w.IsIn(EnglishWords.Indefinite) || w.IsHidden))
            {
                while (end + 1 < words.Count && (words[end + 1].IsIn(EnglishWords.Parts) || words[end + 1].IsIn(EnglishWords.PlaceParts)))
                {
                    end++;
                }

                return end;
            }
        }

        return null;
    }

    private static bool IsPart(List<Word> words, int at) =>
        (words[at].IsIn(EnglishWords.Parts) || (words[at].IsIn(EnglishWords.PlaceParts) && words[at - 1].IsIn(EnglishWords.PartAdjectives)))
        && EditorParts.IsBare(words, at)
        && !(at + 1 < words.Count && words[at + 1].IsHidden);

    // "the panel on the left", "the button at the top right corner of the screen"
    private static int EndOfPlace(List<Word> words, int part)
    {
        var last = part;
        for (var i = part + 1; i < words.Count; i++)
        {
            if (words[i].Text is "left" or "right" or "top" or "bottom" or "upper" or "lower" or "left-hand" or "right-hand" or "side" or "corner" or "screen")
            {
                last = i;
            }
            else if (words[i].Text is not ("on" or "at" or "in" or "of" or "the"))
            {
                break;
            }
        }

        return last;
    }
}
