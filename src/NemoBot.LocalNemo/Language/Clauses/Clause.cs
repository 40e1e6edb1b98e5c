using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>A part of a message that asks for one thing or a few. A reader claims the tokens it understands; what is left was not understood.</summary>
/// <param name="text">The whole cleaned message.</param>
/// <param name="plain">The same in simplified characters: what words are compared with.</param>
/// <param name="tokens">This part's tokens.</param>
internal sealed class Clause(string text, string plain, IReadOnlyList<Token> tokens)
{
    private const int AdjectiveReach = 3;

    private readonly bool[] _claimed = new bool[tokens.Count];

    /// <summary>The tokens.</summary>
    public IReadOnlyList<Token> Tokens { get; } = tokens;

    /// <summary>The verb of the clause before, when this one only names another thing to do the same with.</summary>
    public Concept Inherited { get; init; }

    /// <summary>The clause was joined to the one before by a word such as "then".</summary>
    public bool IsLater { get; init; }

    /// <summary>The part's own text in simplified characters.</summary>
    public string Text => Tokens.Count == 0 ? "" : plain[Tokens[0].Start..Tokens[^1].End];

    /// <summary>The part as it was written.</summary>
    public string Written => Tokens.Count == 0 ? "" : TextBetween(Tokens[0].Start, Tokens[^1].End);

    /// <summary>The original text between two positions.</summary>
    public string TextBetween(int start, int end) => start <= end ? text[start..end] : text[end..start];

    /// <summary>A token's text in simplified characters.</summary>
    public string TextOf(Token token) => plain[token.Start..token.End];

    /// <summary>The token begins with a Chinese character.</summary>
    public bool IsChinese(Token token) => plain[token.Start] >= 0x2E80;

    /// <summary>A token is written in one of these ways.</summary>
    public bool HasWord(IReadOnlySet<string> words) => Tokens.Any(t => words.Contains(TextOf(t)));

    /// <summary>A moment or a length of time is said.</summary>
    public bool HasTime => Tokens.Any(t => t.IsTime);

    /// <summary>One of these is said.</summary>
    public bool Has(params ReadOnlySpan<Concept> concepts) =>
        IndexOf(concepts) >= 0 || (Inherited != Concept.None && concepts.Contains(Inherited));

    /// <summary>One of these is said and not claimed yet.</summary>
    public bool HasFree(params ReadOnlySpan<Concept> concepts) => FreeIndexOf(concepts) >= 0;

    /// <summary>The index of the first of these; -1 if none is said.</summary>
    public int IndexOf(params ReadOnlySpan<Concept> concepts) => Tokens.IndexOfAny(concepts);

    /// <summary>The index of the first of these that is not claimed; -1 if there is none.</summary>
    public int FreeIndexOf(params ReadOnlySpan<Concept> concepts)
    {
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (!_claimed[i] && Tokens[i].Concept != Concept.None && concepts.Contains(Tokens[i].Concept))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>There is a token of a kind that is not claimed.</summary>
    public bool HasFree(TokenKind kind) => Free(kind).Any();

    /// <summary>The indexes of the unclaimed tokens of a kind.</summary>
    public IEnumerable<int> Free(TokenKind kind) => Enumerable.Range(0, Tokens.Count).Where(i => Tokens[i].Kind == kind && !_claimed[i]);

    /// <summary>The first unclaimed token of a kind, claimed; null if there is none.</summary>
    public Token? Take(TokenKind kind) => Free(kind).Cast<int?>().FirstOrDefault() is { } index ? Claim(index) : null;

    /// <summary>Claims a token.</summary>
    public Token Claim(int index)
    {
        _claimed[index] = true;
        return Tokens[index];
    }

    /// <summary>Claims the tokens from one to before another and returns them as they were written.</summary>
    public string TakeText(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            Claim(i);
        }

        return TextBetween(Tokens[first].Start, Tokens[end - 1].End).Trim();
    }

    /// <summary>The token is claimed.</summary>
    public bool IsClaimed(int index) => _claimed[index];

    /// <summary>Every token is claimed.</summary>
    public bool IsDone => Array.TrueForAll(_claimed, c => c);

    /// <summary>It forbids what it names.</summary>
    public bool IsForbidden { get; set; }

    /// <summary>No reader may guess at it: its words are left over.</summary>
    public bool IsUnclear { get; set; }

    /// <summary>It led to an edit, an answer or an offer, or asks for nothing.</summary>
    public bool IsHeard { get; set; }

    /// <summary>The token stands between two positions of the clause's text.</summary>
    public bool IsWithin(int index, int from, int end) => Tokens[index].Start - Tokens[0].Start >= from && Tokens[index].End - Tokens[0].Start <= end;

    /// <summary>Claims the tokens between two positions of its text, and the rest if that only frames them.</summary>
    /// <returns>Everything is claimed.</returns>
    public bool ClaimPart(int from, int end, Func<Token, bool> frames)
    {
        var within = Enumerable.Range(0, Tokens.Count).Where(i => IsWithin(i, from, end)).ToList();
        if (Enumerable.Range(0, Tokens.Count).Except(within).All(i => frames(Tokens[i])))
        {
            ClaimEverything();
            return true;
        }

        within.ForEach(i => Claim(i));
        return false;
    }

    /// <summary>Gives every token back: nothing of the clause was understood.</summary>
    public void Release() => Array.Clear(_claimed);

    /// <summary>Claims every token.</summary>
    public void ClaimEverything() => Array.Fill(_claimed, true);

    /// <summary>Claims every token with one of these meanings; true if one was free.</summary>
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

    /// <summary>Claims every token that is written in one of these ways.</summary>
    public void ClaimWords(IReadOnlySet<string> words) => Enumerable.Range(0, Tokens.Count).Where(i => words.Contains(TextOf(Tokens[i]))).ToList().ForEach(i => _claimed[i] = true);

    /// <summary>Claims the small words around a wish that was understood.</summary>
    public void ClaimFrame() => ClaimAll(
        Concept.Add, Concept.Another, Concept.Change, Concept.Use, Concept.Let, Concept.Move, Concept.And, Concept.It, Concept.At, Concept.To, Concept.From,
        Concept.For, Concept.Whole, Concept.Called, Concept.Only, Concept.Not, Concept.But, Concept.CanYou, Concept.Video, Concept.Export);

    /// <summary>The thing that a color, size or place at an index belongs to.</summary>
    public Subject OwnerOf(int index)
    {
        // "around the cover with a purple glow".
        if (index + 1 < Tokens.Count && Tokens[index + 1].Concept == Concept.Glow)
        {
            return Subject.Visual;
        }

        return OwnerBetweenColors(index) ?? OwnerAfter(index) ?? OwnerBefore(index) ?? OnlySubject;
    }

    /// <summary>用墨绿色做背景: the only thing that is named, however far behind.</summary>
    private Subject OnlySubject => Tokens.Select(t => SubjectOf(t.Concept)).Where(s => s != Subject.None).Distinct().ToList() is [var only] ? only : Subject.None;

    /// <summary>"bg navy bars white": each color follows its thing.</summary>
    private Subject? OwnerBetweenColors(int index)
    {
        if (index == 0 || index + 2 >= Tokens.Count || Tokens[index].Kind != TokenKind.Color || Tokens[index + 2].Kind != TokenKind.Color
            || SubjectOf(Tokens[index + 1].Concept) == Subject.None)
        {
            return null;
        }

        var own = SubjectOf(Tokens.Take(index).Last(t => t.Concept != Concept.Filler || t == Tokens[0]).Concept);
        return own == Subject.None ? null : own;
    }

    /// <summary>"a blue background", 蓝色的背景.</summary>
    private Subject? OwnerAfter(int index)
    {
        for (var i = index + 1; i < Tokens.Count && i <= index + AdjectiveReach; i++)
        {
            if (SubjectOf(Tokens[i].Concept) is not Subject.None and var after)
            {
                return after;
            }

            if (!CanComeBetween(Tokens[i]))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>"the background in blue", 背景蓝色.</summary>
    private Subject? OwnerBefore(int index)
    {
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

        return null;
    }

    /// <summary>The thing that a word names.</summary>
    public static Subject SubjectOf(Concept concept) => concept switch
    {
        Concept.Title => Subject.Title,
        Concept.Captions or Concept.Lyrics => Subject.Captions,
        Concept.Background or Concept.BackgroundImage or Concept.Gradient or Concept.Image or Concept.Cover => Subject.Background,
        Concept.Logo => Subject.Logo,
        Concept.ProgressBar => Subject.Progress,
        Concept.Slideshow or Concept.Images => Subject.Slides,
        _ => VisualWords.All.Contains(concept) ? Subject.Visual : Subject.None,
    };

    private bool CanComeBetween(Token token) => token.Kind == TokenKind.Color
        || token.Concept is Concept.ColorWord or Concept.Large or Concept.Small or Concept.Huge or Concept.Tiny or Concept.Bigger or Concept.Smaller or Concept.Bold
            or Concept.Glow
        || (token.Concept == Concept.For && Tokens.Count(t => t.Kind == TokenKind.Color) > 1)
        || (token.Concept == Concept.Filler && TextOf(token) is "the" && Tokens.Count(t => t.Kind == TokenKind.Color) > 1)
        || (token.Concept == Concept.Filler && TextOf(token) is "的" or "one" or "big");
}
