namespace NemoBot.Core.Text.Translation;

/// <summary>The parts of an editor's screen that a clause names: buttons, panels, sliders.</summary>
internal sealed class EditorParts(List<Word> words)
{
    private const int Near = 12;

    /// <summary>A part is named that only an editor has.</summary>
    public bool IsPlainNamed => Names(w => w.IsIn(EnglishWords.Parts));

    /// <summary>A part is named, or what can be one: "page", "icon".</summary>
    public bool IsAnyNamed => Names(w => w.IsIn(EnglishWords.WeakParts) || w.IsIn(EnglishWords.Parts));

    /// <summary>What follows a part makes no other thing of it, as in "button mushroom" and "panel discussion".</summary>
    public static bool IsBare(List<Word> words, int part) =>
        part + 1 == words.Count
        || words[part + 1] is var next
        && (next.IsHidden || next.IsIn(EnglishWords.AfterPart) || next.IsIn(EnglishWords.Parts) || next.IsIn(EnglishWords.WeakParts)
            || next.Text is "you" or "you'll" or "your" or "the" or "i" or "it" or "this" or "we" or "→" or ">" or "-" or "–");

    /// <summary>A word belongs to what is shown, not to what shows it: "a video about dashboards", "the button in your screen recording".</summary>
    public bool IsInMedia(int at) => IsSubjectOfMedia(at) ?? IsPlacedInMedia(at);

    private bool Names(Func<Word, bool> isPart) =>
        Enumerable.Range(0, words.Count).Any(i => isPart(words[i]) && IsBare(words, i) && !IsInMedia(i) && !IsIndefinite(i) && !IsOwner(i));

    // "the colour of the button"
    private bool IsOwner(int at) =>
        words[at].Text is "button" or "buttons" && at >= 2 && words[at - 2].Text == "of" && words[at - 1].Text is "the" or "your" or "this";

    // "a button", "any of the panels": nothing on the reader's screen, unless only a screen has it.
    private bool IsIndefinite(int at) =>
        words[at].Text is not ("sidebar" or "dropdown" or "playhead" or "tooltip" or "toolbar" or "popup" or "pop-up")
        && Enumerable.Range(1, 3).Any(back => at - back >= 0 && words[at - back].IsIn(EnglishWords.Indefinite)
            && Enumerable.Range(at - back + 1, back - 1).All(k => !words[k].IsIn(EnglishWords.Places)));

    // Null if no media before the word tells what they show.
    private bool? IsSubjectOfMedia(int at)
    {
        for (var k = Math.Max(0, at - Near); k + 1 < at; k++)
        {
            if (words[k].IsIn(EnglishWords.Media) && words[k + 1].IsIn(EnglishWords.AfterMedia))
            {
                return words[k + 1].Text is not "that" and not "with" || !words[at].IsIn(EnglishWords.Gestures);
            }
        }

        return null;
    }

    private bool IsPlacedInMedia(int at)
    {
        for (var k = at + 1; k < Math.Min(words.Count - 1, at + Near); k++)
        {
            if (words[k].Text is "in" or "of" or "on" or "from" && After(k, 4).Any(w => w.IsIn(EnglishWords.Media))
                && !After(k, 5).Any(w => w.IsIn(EnglishWords.Parts) || w.Text is "player" or "editor" or "preview"))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Word> After(int at, int count) => words.Skip(at + 1).Take(count);
}
