namespace NemoBot.LocalNemo.Language.Words;

/// <summary>Finds known words that differ from a given one by one letter or two swapped letters.</summary>
internal sealed class Misspellings
{
    private const int ShortestKnown = 5;
    private const int ShortestGuess = 4;
    private const int Longest = 24;

    // Each known word under itself and under itself without any one letter: a look-up needs no search.
    private readonly Dictionary<string, List<string>> _index = new(StringComparer.Ordinal);

    public Misspellings(IEnumerable<string> words)
    {
        foreach (var word in words.Where(w => w.Length is >= ShortestKnown and <= Longest && w.All(char.IsAsciiLetterLower)).Distinct(StringComparer.Ordinal))
        {
            foreach (var form in Forms(word))
            {
                if (!_index.TryGetValue(form, out var known))
                {
                    _index[form] = known = [];
                }

                known.Add(word);
            }
        }
    }

    /// <summary>The known word that was probably meant; null if there is none.</summary>
    public string? Find(string word)
    {
        if (word.Length is < ShortestGuess or > Longest || !word.All(char.IsAsciiLetterLower))
        {
            return null;
        }

        foreach (var form in Forms(word))
        {
            if (_index.TryGetValue(form, out var known))
            {
                foreach (var candidate in known)
                {
                    if (candidate[0] == word[0] && IsClose(word, candidate))
                    {
                        return candidate;
                    }
                }
            }
        }

        return null;
    }

    private static IEnumerable<string> Forms(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)).Prepend(word);

    private static bool IsClose(string word, string known)
    {
        if (Math.Abs(word.Length - known.Length) > 1)
        {
            return false;
        }

        var first = 0;
        while (first < word.Length && first < known.Length && word[first] == known[first])
        {
            first++;
        }

        bool Same(int at, int other) => word.AsSpan(Math.Min(at, word.Length)).SequenceEqual(known.AsSpan(Math.Min(other, known.Length)));
        return Same(first + 1, first + 1) || Same(first, first + 1) || Same(first + 1, first)
            || (first + 1 < word.Length && first + 1 < known.Length && word[first] == known[first + 1] && word[first + 1] == known[first] && Same(first + 2, first + 2));
    }
}
