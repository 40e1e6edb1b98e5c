using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>The tokens of a clause that nobody has claimed, without the small words between them.</summary>
internal sealed class FreePlaces
{
    private readonly Clause _clause;
    private readonly List<int> _places;

    public FreePlaces(Clause clause)
    {
        _clause = clause;
        _places = [.. Enumerable.Range(0, clause.Tokens.Count).Where(IsFree)];
        if (_places.FindIndex(Math.Min(1, _places.Count), IsBeginning) is > 0 and var inside && (IsInRange(inside) || IsOfStart(inside)))
        {
            _places.RemoveAt(inside);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _places.Count;

    /// <summary>The token at a place; null beyond the ends.</summary>
    public Token? At(int place) => place >= 0 && place < _places.Count ? _clause.Tokens[_places[place]] : null;

    /// <summary>The meaning of the token at a place; none beyond the ends.</summary>
    public Concept ConceptAt(int place) => At(place)?.Concept ?? Concept.None;

    /// <summary>Claims the tokens from one place to another.</summary>
    public void Claim(int first, int last)
    {
        for (var i = Math.Max(first, 0); i <= last && i < _places.Count; i++)
        {
            _clause.Claim(_places[i]);
        }
    }

    private bool IsFree(int index) => !_clause.IsClaimed(index) && _clause.Tokens[index].Concept is not (Concept.Filler or Concept.Only or Concept.It);

    private bool IsBeginning(int index) => _clause.Tokens[index].Concept == Concept.Begin && _clause.TextOf(_clause.Tokens[index]) == "开始";

    /// <summary>从第10秒开始剪掉20秒: it belongs to the moment, the length is not counted from the beginning.</summary>
    private bool IsOfStart(int place) => ConceptAt(place - 2) == Concept.From
        && At(place - 1) is { IsTime: true }
        && Enumerable.Range(place + 1, Count - place - 1).Any(i => At(i) is { Kind: TokenKind.Duration } && !(i == place + 1 && IsEnd(i + 1)));

    private bool IsEnd(int place) => At(place) is { } token && (token.Concept == Concept.End || WordLists.Stopping.Contains(_clause.TextOf(token)));

    /// <summary>从第4秒开始到12秒结束 has the range with a word inside and one behind.</summary>
    private bool IsInRange(int place) => At(place - 1) is { IsTime: true } && ConceptAt(place + 1) == Concept.To && At(place + 2) is { IsTime: true };
}
