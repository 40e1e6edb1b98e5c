namespace NemoBot.Core.Requests.Intents;

/// <summary>
/// The slips of fast fingers: two neighbours exchanged, one letter left out, one letter doubled. Another letter in a place makes
/// another word ("expert" is not "export") and is not forgiven.
/// </summary>
internal static class Misspelling
{
    /// <summary>True if <paramref name="word"/> is <paramref name="meant"/> with one slip; the first letter must be right.</summary>
    public static bool Is(string word, string meant)
    {
        if (word.Length == 0 || word[0] != meant[0] || Math.Abs(word.Length - meant.Length) > 1)
        {
            return false;
        }

        var same = word.AsSpan().CommonPrefixLength(meant);
        return (word.Length - meant.Length) switch
        {
            0 => same + 1 < word.Length
                && word[same] == meant[same + 1] && word[same + 1] == meant[same]
                && word.AsSpan(same + 2).SequenceEqual(meant.AsSpan(same + 2)),
            -1 => word.AsSpan(same).SequenceEqual(meant.AsSpan(same + 1)),
            _ => same > 0 && word[same] == word[same - 1] && word.AsSpan(same + 1).SequenceEqual(meant.AsSpan(same)),
        };
    }
}
