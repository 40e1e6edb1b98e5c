namespace NemoBot.Core.Text.Translation;

/// <summary>Judges one clause: content, or talk about an editor.</summary>
internal sealed class EnglishClause
{
    // Bounds the cost of hostile texts; real clauses are shorter.
    private const int LongestClause = 200;

    private readonly List<Word> _words;
    private readonly EditorParts _parts;

    /// <summary>Reads a clause.</summary>
    public EnglishClause(string text)
    {
        Text = text;
        _words = Word.Read(text);
        _parts = new EditorParts(_words);
    }

    /// <summary>The clause.</summary>
    public string Text { get; }

    /// <summary>The clause orders or permits the reader something: "you can open …", "press …".</summary>
    public bool IsDirective => Deed() >= 0;

    /// <summary>The clause has a subject of its own and so can stand alone.</summary>
    public bool HasSubject =>
        _words.FindIndex(w => !w.IsIn(EnglishWords.Openers)) is >= 0 and var first
        && (_words[first].IsHidden || _words[first].IsCapital || _words[first].IsIn(EnglishWords.Subjects));

    /// <summary>The clause only makes sense with another one.</summary>
    public bool IsSubordinate => _words.Count == 0 || _words[0].IsIn(EnglishWords.Subordinators) || (_words.All(w => w.IsIn(EnglishWords.Openers)) && _words.Count <= 3);

    /// <summary>The clause is about the editor and says nothing else.</summary>
    public bool IsAboutEditor
    {
        get
        {
            if (HasGesture())
            {
                return true;
            }

            var deed = Deed();
            return (deed >= 0 && (_parts.IsAnyNamed || IsLabelAfter(deed) || IsKey(deed))) || (_parts.IsPlainNamed && !IsOwnWork());
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
        while (EditorPlace.Find(Word.Read(text)) is (var from, var to))
        {
            text = text[..from].TrimEnd() + text[to..];
        }

        if (text.Length == Text.Length)
        {
            return Text;
        }

        var left = Word.Read(text);
        return left.Count < 2 || left[^1].IsIn(EnglishWords.Shows) ? "" : text;
    }

    private bool HasGesture() => Enumerable.Range(0, _words.Count).Any(IsGesture);

    private bool IsGesture(int at)
    {
        if (!_words[at].IsIn(EnglishWords.Gestures) || _parts.IsInMedia(at))
        {
            return false;
        }

        // "a click", "the tap" are nouns, "click track", "tap dance" too, unless it is done with one.
        var isNoun = at > 0 && (_words[at - 1].IsIn(EnglishWords.Indefinite) || _words[at - 1].IsIn(EnglishWords.BeforeNoun));
        var isCompound = at + 1 < _words.Count && _words[at + 1].IsIn(EnglishWords.AfterGestureNoun);
        var number = at > 2 && _words[at - 1].Text == "single" && _words[at - 2].Text is "a" or "one" ? at - 2 : at - 1;
        var isMeans = isNoun && number > 0 && _words[number - 1].Text is "with" or "in" or "by" && _words[number].Text is "a" or "one" or "single";
        return isMeans || (!isNoun && !isCompound && !IsOwnWork() && !IsDoneByAnother(at));
    }

    // "The speaker taps the microphone": a person in the video does it, not the reader.
    private bool IsDoneByAnother(int gesture) =>
        gesture >= 2
        && _words[0].Text is "the" or "a" or "an" or "two" or "three" or "his" or "her" or "their" or "one"
        && !_words[gesture - 1].IsIn(EnglishWords.Openers)
        && !_words[gesture - 1].IsIn(EnglishWords.Modals)
        && !_words.Any(w => w.Text is "you" or "you'll" or "your" || w.IsIn(EnglishWords.Parts));

    // "I've made the export button bigger": the backend reports its work on the content. What it opened or switched to is its editor again.
    private bool IsOwnWork() =>
        _words.FindIndex(w => !w.IsIn(EnglishWords.Openers)) is >= 0 and var first
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
            else if (_words[i].IsIn(EnglishWords.Deeds))
            {
                return i;
            }
            else if (_words[i].IsIn(EnglishWords.Subjects) && _words.Skip(i).Take(6).ToList() is var rest
                && rest.FindIndex(w => w.Text is "can" or "could" or "may") is >= 0 and var can && can + 1 < rest.Count && rest[can + 1].Text == "be")
            {
                i += can + 1;
                isPermitted = true;
            }
            else if (!_words[i].IsIn(EnglishWords.Openers) && !(isPermitted && _words[i].IsIn(EnglishWords.Modals)) && _words[i].Text != "can")
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
            && ((_words[next].IsCapital && _words[next].IsIn(EnglishWords.Labels)) || (_words[next].IsHidden && _words[deed].Text is "press" or "hit"));
    }

    private bool IsKey(int deed) =>
        _words[deed].Text is "press" or "hit" && deed + 1 < _words.Count
        && _words[deed + 1].Text is "play" or "enter" or "space" or "spacebar" or ['c', 't', 'r', 'l', ..] or ['c', 'm', 'd', ..] or "export" or "save" or "download" or "render" or "generate";
}
