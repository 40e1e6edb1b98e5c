namespace NemoBot.Core.Text.Translation;

/// <summary>Judges one clause: content, or talk about an editor.</summary>
internal sealed class EnglishClause
{
    // Bounds the cost of hostile texts; real clauses are shorter.
    private const int LongestClause = 200;
    private const int Near = 12;

    private readonly List<Word> _words;

    /// <summary>Reads a clause.</summary>
    public EnglishClause(string text)
    {
        Text = text;
        _words = Word.Read(text);
    }

    /// <summary>The clause.</summary>
    public string Text { get; }

    /// <summary>The clause orders or permits the reader something: "you can open …", "press …".</summary>
    public bool IsDirective => Deed() >= 0;

    /// <summary>The clause has a subject of its own and so can stand alone.</summary>
    public bool HasSubject =>
        _words.FindIndex(w => !IsIn(EnglishWords.Openers, w)) is >= 0 and var first
        && (_words[first].IsHidden || _words[first].IsCapital || IsIn(EnglishWords.Subjects, _words[first]));

    /// <summary>The clause only makes sense with another one.</summary>
    public bool IsSubordinate => _words.Count == 0 || IsIn(EnglishWords.Subordinators, _words[0]) || (_words.All(w => IsIn(EnglishWords.Openers, w)) && _words.Count <= 3);

    /// <summary>The clause is about the editor and says nothing else.</summary>
    public bool IsAboutEditor
    {
        get
        {
            if (HasGesture())
            {
                return true;
            }

            var part = Part();
            var deed = Deed();
            return (deed >= 0 && (WeakPart() >= 0 || IsLabelAfter(deed) || IsKey(deed))) || (part >= 0 && !IsOwnWork());
        }
    }

    /// <summary>
    /// The clause without phrases of place in the editor ("in the preview player"); empty if it says nothing without them. Orders to
    /// the reader are left whole.
    /// </summary>
    public string WithoutPlaces()
    {
        if (IsDirective || HasGesture() || _words.Count > LongestClause)
        {
            return Text;
        }

        var text = Text;
        while (PlaceIn(Word.Read(text)) is ({ } from, { } to))
        {
            text = text[..from].TrimEnd() + text[to..];
        }

        if (text.Length == Text.Length)
        {
            return Text;
        }

        var left = Word.Read(text);
        return left.Count < 2 || EnglishWords.Shows.Contains(left[^1].Text) ? "" : text;
    }

    private static bool IsIn(System.Collections.Frozen.FrozenSet<string> set, Word word) => set.Contains(word.Text);

    private bool HasGesture()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            // "a click", "the tap" are nouns, "click track", "tap dance" too, unless it is done with one.
            if (!IsIn(EnglishWords.Gestures, _words[i]) || IsInMedia(i))
            {
                continue;
            }

            var isNoun = i > 0 && (IsIn(EnglishWords.Indefinite, _words[i - 1]) || _words[i - 1].Text is "the" or "your" or "mouse" or "one" or "single" or "of" or "about");
            var isCompound = i + 1 < _words.Count && _words[i + 1].Text is "track" or "tracks" or "bait" or "dance" or "dancing" or "dancer" or "dancers" or "water" or "queen" or "queens" or "race" or "racing" or "sound" or "sounds" or "shoes" or "noise" or "beat";
            var isMeans = isNoun && i > 1 && _words[i - 2].Text is "with" or "in" or "by" && _words[i - 1].Text is "a" or "one" or "single";
            if (isMeans || (!isNoun && !isCompound && !IsOwnWork() && !IsDoneByAnother(i)))
            {
                return true;
            }
        }

        return false;
    }

    // "The speaker taps the microphone": a person in the video does it, not the reader.
    private bool IsDoneByAnother(int gesture) =>
        gesture >= 2
        && _words[0].Text is "the" or "a" or "an" or "two" or "three" or "his" or "her" or "their" or "one"
        && !IsIn(EnglishWords.Openers, _words[gesture - 1])
        && !IsIn(EnglishWords.Modals, _words[gesture - 1])
        && !_words.Any(w => w.Text is "you" or "you'll" or "your" || IsIn(EnglishWords.Parts, w));

    private int Part() => FindPart(w => IsIn(EnglishWords.Parts, w));

    private int WeakPart() => FindPart(w => IsIn(EnglishWords.WeakParts, w) || IsIn(EnglishWords.Parts, w));

    private int FindPart(Func<Word, bool> isPart)
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if (isPart(_words[i]) && IsPartAt(i))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsPartAt(int i) => IsBare(_words, i) && !IsInMedia(i) && !IsIndefinite(i) && !IsOwner(i);

    // "the colour of the button"
    private bool IsOwner(int i) => _words[i].Text is "button" or "buttons" && i >= 2 && _words[i - 2].Text == "of" && _words[i - 1].Text is "the" or "your" or "this";

    // Nothing that would make another thing of it follows: "button mushroom", "panel discussion".
    private static bool IsBare(List<Word> words, int i) =>
        i + 1 == words.Count || IsIn(EnglishWords.AfterPart, words[i + 1]) || IsIn(EnglishWords.Parts, words[i + 1]) || IsIn(EnglishWords.WeakParts, words[i + 1])
        || words[i + 1].IsHidden
        || words[i + 1].Text is "you" or "you'll" or "your" or "the" or "i" or "it" or "this" or "we" or "→" or ">" or "-" or "–";

    private bool IsIndefinite(int i) =>
        !(_words[i].Text is "sidebar" or "dropdown" or "playhead" or "tooltip" or "toolbar" or "popup" or "pop-up")
        && Enumerable.Range(1, 3).Any(back => i - back >= 0 && IsIn(EnglishWords.Indefinite, _words[i - back])
            && Enumerable.Range(i - back + 1, back - 1).All(k => !IsIn(EnglishWords.Places, _words[k])));

    // "a video about dashboards", "the button in your screen recording": a part of what is shown, not of what shows it.
    private bool IsInMedia(int i)
    {
        for (var k = Math.Max(0, i - Near); k + 1 < i; k++)
        {
            if (IsIn(EnglishWords.Media, _words[k]) && _words[k + 1].Text is "of" or "about" or "showing" or "featuring" or "where" or "that" or "with" or "titled" or "called" or "explaining")
            {
                return _words[k + 1].Text is not "that" and not "with" || !IsIn(EnglishWords.Gestures, _words[i]);
            }
        }

        for (var k = i + 1; k < Math.Min(_words.Count - 1, i + Near); k++)
        {
            if (_words[k].Text is "in" or "of" or "on" or "from" && Enumerable.Range(k + 1, Math.Min(4, _words.Count - k - 1)).Any(n => IsIn(EnglishWords.Media, _words[n]))
                && !Enumerable.Range(k + 1, Math.Min(5, _words.Count - k - 1)).Any(n => IsIn(EnglishWords.Parts, _words[n]) || _words[n].Text is "player" or "editor" or "preview"))
            {
                return true;
            }
        }

        return false;
    }

    // "I've made the export button bigger": the backend reports its work on the content. What it opened or switched to is its editor again.
    private bool IsOwnWork() =>
        _words.FindIndex(w => !IsIn(EnglishWords.Openers, w)) is >= 0 and var first
        && _words[first].Text is "i" or "i've" or "i'll" or "we" or "we've" or "i'm"
        && !_words.Any(w => w.Text is "open" or "opened" or "switched" or "clicked" or "navigated" or "opening" or "highlighted" or "you" or "recommend" or "suggest" or "need")
        && !_words.Any(w => w.Text is "slider" or "sliders" or "sidebar" or "playhead");

    // Index of the verb that the reader is asked to carry out; -1 if there is none.
    private int Deed()
    {
        var i = 0;
        var isPermitted = false;
        for (; i < _words.Count; i++)
        {
            if (_words[i].Text is "you" or "you'll" or "you'd")
            {
                isPermitted = true;
            }
            else if (IsIn(EnglishWords.Deeds, _words[i]))
            {
                return isPermitted || i == 0 || _words[i - 1].Text is not "i" and not "i've" and not "i'll" and not "we" ? i : -1;
            }
            else if (IsIn(EnglishWords.Subjects, _words[i]) && _words.Skip(i).Take(6).ToList() is var rest
                && rest.FindIndex(w => w.Text is "can" or "could" or "may") is >= 0 and var can && can + 1 < rest.Count && rest[can + 1].Text == "be")
            {
                i += can + 1;
                isPermitted = true;
            }
            else if (!IsIn(EnglishWords.Openers, _words[i]) && !(isPermitted && IsIn(EnglishWords.Modals, _words[i])) && _words[i].Text is not "can" and not "be")
            {
                return -1;
            }
        }

        return -1;
    }

    private bool IsLabelAfter(int deed)
    {
        var next = deed + 1;
        while (next < _words.Count && _words[next].Text is "the" or "on" or "to")
        {
            next++;
        }

        return next < _words.Count && _words[deed].Text is "press" or "hit" or "choose" or "select" or "use" or "pick"
            && ((_words[next].IsCapital && IsIn(EnglishWords.Labels, _words[next])) || (_words[next].IsHidden && _words[deed].Text is "press" or "hit"));
    }

    private bool IsKey(int deed) =>
        _words[deed].Text is "press" or "hit" && deed + 1 < _words.Count
        && _words[deed + 1].Text is "play" or "enter" or "space" or "spacebar" or ['c', 't', 'r', 'l', ..] or ['c', 'm', 'd', ..] or "export" or "save" or "download" or "render" or "generate";

    private static (int? From, int? To) PlaceIn(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsIn(EnglishWords.Places, words[i]) || words[i].Text == "of")
            {
                continue;
            }

            for (var end = i + 1; end < words.Count && end <= i + 6 && !(end > i + 1 && IsIn(EnglishWords.Places, words[end])); end++)
            {
                var isPart = IsIn(EnglishWords.Parts, words[end]) || (IsIn(EnglishWords.PlaceParts, words[end]) && IsIn(EnglishWords.PartAdjectives, words[end - 1]));
                if (isPart && IsBare(words, end) && !(end + 1 < words.Count && words[end + 1].IsHidden) && !words.Skip(i).Take(end - i).Any(w => IsIn(EnglishWords.Indefinite, w) || w.IsHidden))
                {
                    while (end + 1 < words.Count && (IsIn(EnglishWords.Parts, words[end + 1]) || IsIn(EnglishWords.PlaceParts, words[end + 1])))
                    {
                        end++;
                    }

                    return (words[i].Start, words[EndOfPlace(words, end)].End);
                }
            }
        }

        return (null, null);
    }

    // "the panel on the left", "the button at the top right corner of the screen"
    private static int EndOfPlace(List<Word> words, int end)
    {
        var last = end;
        for (var i = end + 1; i < words.Count && words[i].Text is "on" or "at" or "in" or "of" or "the" or "left" or "right" or "top" or "bottom" or "upper" or "lower" or "left-hand" or "right-hand" or "side" or "corner" or "screen"; i++)
        {
            last = words[i].Text is "on" or "at" or "in" or "of" or "the" ? last : i;
        }

        return last;
    }
}
