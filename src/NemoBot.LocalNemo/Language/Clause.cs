namespace NemoBot.LocalNemo.Language;

/// <summary>A part of a message that asks for one thing or a few. Whoever understands a token claims it; what nobody claims was not understood.</summary>
/// <param name="text">The whole cleaned message.</param>
/// <param name="tokens">This part's tokens.</param>
internal sealed class Clause(string text, IReadOnlyList<Token> tokens)
{
    private const int AdjectiveReach = 3;

    private readonly bool[] _claimed = new bool[tokens.Count];

    /// <summary>The tokens.</summary>
    public IReadOnlyList<Token> Tokens { get; } = tokens;

    /// <summary>The part's own text.</summary>
    public string Text => Tokens.Count == 0 ? "" : text[Tokens[0].Start..Tokens[^1].End];

    /// <summary>The original text between two places.</summary>
    public string TextBetween(int start, int end) => text[start..end];

    /// <summary>One of these is said.</summary>
    public bool Has(params ReadOnlySpan<Concept> concepts) => IndexOf(concepts) >= 0;

    /// <summary>Where the first of these is; -1 if none is.</summary>
    public int IndexOf(params ReadOnlySpan<Concept> concepts)
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (Tokens[i].Concept != Concept.None && concepts.Contains(Tokens[i].Concept))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Places of the tokens of a kind that nobody has claimed.</summary>
    public IEnumerable<int> Free(TokenKind kind) => Enumerable.Range(0, Tokens.Count).Where(i => Tokens[i].Kind == kind && !_claimed[i]);

    /// <summary>Takes a token.</summary>
    public Token Claim(int index)
    {
        _claimed[index] = true;
        return Tokens[index];
    }

    /// <summary>Somebody took it.</summary>
    public bool IsClaimed(int index) => _claimed[index];

    /// <summary>One of these is said and nobody has claimed it.</summary>
    public bool HasFree(params ReadOnlySpan<Concept> concepts)
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (!_claimed[i] && Tokens[i].Concept != Concept.None && concepts.Contains(Tokens[i].Concept))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes every token with one of these meanings; true if there was one that nobody had.</summary>
    public bool ClaimAll(params ReadOnlySpan<Concept> concepts)
    {
        var any = false;
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (Tokens[i].Concept != Concept.None && concepts.Contains(Tokens[i].Concept))
            {
                any |= !_claimed[i];
                _claimed[i] = true;
            }
        }

        return any;
    }

    /// <summary>Which thing a colour, size or place at an index belongs to.</summary>
    public Subject OwnerOf(int index)
    {
        // "a blue background", 蓝色的背景: the thing follows; "the background in blue", 背景蓝色: it went before.
        for (var i = index + 1; i < Tokens.Count && i <= index + AdjectiveReach; i++)
        {
            if (SubjectOf(Tokens[i].Concept) is not Subject.None and var after)
            {
                return after;
            }

            if (!CanStandBetween(Tokens[i]))
            {
                break;
            }
        }

        for (var i = index - 1; i >= 0; i--)
        {
            if (SubjectOf(Tokens[i].Concept) is not Subject.None and var before)
            {
                return before;
            }

            if (Tokens[i].Kind == TokenKind.Quote)
            {
                return Subject.Title;
            }
        }

        return Subject.None;
    }

    /// <summary>Which thing a word names.</summary>
    public static Subject SubjectOf(Concept concept) => concept switch
    {
        Concept.Title or Concept.Captions => Subject.Title,
        Concept.Background or Concept.Gradient or Concept.Image or Concept.Cover => Subject.Background,
        Concept.Waveform or Concept.Bars or Concept.Line or Concept.Spectrum or Concept.Visuals => Subject.Visual,
        _ => Subject.None,
    };

    private bool CanStandBetween(Token token) => token.Kind == TokenKind.Color
        || token.Concept is Concept.ColorWord or Concept.Large or Concept.Small or Concept.Huge or Concept.Tiny or Concept.Bigger or Concept.Smaller
        || (token.Concept == Concept.Filler && TextBetween(token.Start, token.End) is "的" or "one" or "big");
}
