using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>The parts of a message while it is cut.</summary>
internal sealed class ClauseParts
{
    private readonly Dictionary<List<Token>, (Concept Inherited, bool IsLater)> _heads = new(ReferenceEqualityComparer.Instance);
    private bool _isLater;

    /// <summary>The closed parts in order.</summary>
    public List<List<Token>> All { get; } = [];

    /// <summary>The tokens since the last cut.</summary>
    public List<Token> Current { get; private set; } = [];

    /// <summary>The verb that the current part takes over from the one before.</summary>
    public Concept Inherited { get; private set; }

    /// <summary>Adds a token, or only notes that the part comes later if it begins with such a word.</summary>
    public void Add(Token token, bool isLeftOut)
    {
        _isLater |= token.Concept == Concept.Then && Current.Count == 0;
        if (!isLeftOut)
        {
            Current.Add(token);
        }
    }

    /// <summary>Ends the current part.</summary>
    /// <param name="verb">What the next one inherits.</param>
    /// <param name="then">The next one is joined by a word such as "then".</param>
    public void Close(Concept verb, bool then)
    {
        if (Current.Count > 0)
        {
            All.Add(Current);
            _heads[Current] = (Inherited, _isLater);
            (Inherited, Current) = (verb, []);
        }

        _isLater |= then;
    }

    /// <summary>What went before a closed part.</summary>
    public (Concept Inherited, bool IsLater) HeadOf(List<Token> part) => _heads[part];
}
