namespace NemoBot.Speech.Listening;

/// <summary>Collects the model's guesses of the first chunks until one language is sure enough.</summary>
internal sealed class LanguageChoice
{
    public const int MostGuesses = 3;

    private const double Sure = 0.7;
    private readonly Dictionary<string, double> _weights = [];

    /// <summary>The language that has the most weight; null before the first guess.</summary>
    public string? Best => _weights.Count == 0 ? null : _weights.MaxBy(w => w.Value).Key;

    /// <summary>Adds a guess.</summary>
    /// <returns>True if no more are needed.</returns>
    public bool Add(string language, double probability)
    {
        _weights[language] = _weights.GetValueOrDefault(language) + probability;
        return probability >= Sure;
    }
}
