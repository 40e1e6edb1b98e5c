using System.Collections.Frozen;

namespace NemoBot.Core.Requests.Intents;

/// <summary>
/// Recognizes one wish by its words: the utterance must consist of the rule's words and nothing else, and at least one of them must
/// be a key. A single word that is not accounted for ("export the <i>subtitles</i>") makes it a request for the backend.
/// </summary>
internal sealed class IntentRule
{
    private const int All = (int)(WordRoles.Key | WordRoles.Need);
    private const int ShortestForgiving = 6;

    private readonly FrozenDictionary<string, WordRoles> _words;
    private readonly FrozenSet<string> _phrases;
    private readonly string[] _forgiving;
    private readonly int _longestWord;
    private readonly bool _needsObject;

    /// <summary>Makes a rule; words are separated by spaces.</summary>
    /// <param name="kind">What is wanted.</param>
    /// <param name="keys">Words that say it.</param>
    /// <param name="objects">Words of which one must be there too; empty: none must.</param>
    /// <param name="others">Words that may be there.</param>
    /// <param name="phrases">Whole utterances that say it, separated by <c>|</c>.</param>
    public IntentRule(IntentKind kind, string keys = "", string objects = "", string others = "", string phrases = "")
    {
        Kind = kind;
        var words = new Dictionary<string, WordRoles>(StringComparer.Ordinal);
        Add(words, IntentWords.Polite, WordRoles.None);
        Add(words, others, WordRoles.None);
        Add(words, objects, WordRoles.Need);
        Add(words, keys, WordRoles.Key);
        _words = words.ToFrozenDictionary(StringComparer.Ordinal);
        _longestWord = words.Keys.Max(w => w.Length);
        _needsObject = objects.Length > 0;
        _forgiving = [.. Split(keys).Where(k => k.Length >= ShortestForgiving && char.IsAsciiLetter(k[0]))];
        _phrases = phrases.Split('|', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What is wanted.</summary>
    public IntentKind Kind { get; }

    /// <summary>True if the whole utterance says this and nothing more.</summary>
    public bool Matches(Utterance utterance, bool hasVersion)
    {
        if (_phrases.Count > 0 && _phrases.Contains(IntentWords.WithoutPoliteEnds(utterance.Tokens)))
        {
            return true;
        }

        // Bit n is set if the words so far can be read so that the roles n occurred.
        var readings = 1;
        foreach (var token in utterance.Tokens)
        {
            readings = Utterance.IsChinese(token[0]) ? AfterRun(readings, token, hasVersion) : AfterWord(readings, token, hasVersion);
            if (readings == 0)
            {
                return false;
            }
        }

        return Enumerable.Range(0, All + 1).Any(r => (readings & (1 << r)) != 0 && IsEnough((WordRoles)r));
    }

    private bool IsEnough(WordRoles roles) =>
        roles.HasFlag(WordRoles.Key) && (!_needsObject || roles.HasFlag(WordRoles.Need));

    private int AfterWord(int readings, string word, bool hasVersion) =>
        RolesOf(word, hasVersion) is { } roles ? With(readings, roles) : 0;

    // All ways to divide a run of Chinese characters into known words, at a cost of its length times the longest word.
    private int AfterRun(int readings, string run, bool hasVersion)
    {
        var at = new int[run.Length + 1];
        at[0] = readings;
        for (var i = 0; i < run.Length; i++)
        {
            for (var length = 1; at[i] != 0 && length <= _longestWord && i + length <= run.Length; length++)
            {
                if (RolesOf(run.Substring(i, length), hasVersion) is { } roles)
                {
                    at[i + length] |= With(at[i], roles);
                }
            }
        }

        return at[^1];
    }

    private WordRoles? RolesOf(string word, bool hasVersion)
    {
        if (_words.TryGetValue(word, out var roles))
        {
            return roles;
        }

        if (hasVersion && VersionNumber.IsPartOfOne(word))
        {
            return WordRoles.Need;
        }

        return _forgiving.Any(k => Misspelling.Is(word, k)) ? WordRoles.Key : null;
    }

    private static int With(int readings, WordRoles roles)
    {
        var result = 0;
        for (var r = 0; r <= All; r++)
        {
            result |= (readings & (1 << r)) != 0 ? 1 << (r | (int)roles) : 0;
        }

        return result;
    }

    private static void Add(Dictionary<string, WordRoles> words, string list, WordRoles role)
    {
        foreach (var word in Split(list))
        {
            words[word] = role;
        }
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
