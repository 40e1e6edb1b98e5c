namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Compares how texts are spelled.</summary>
internal static class Spelling
{
    /// <summary>How many letters have to be put in, taken out or exchanged (Levenshtein); capitals count as the same letter.</summary>
    public static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            (var diagonal, row[0]) = (row[0], i);
            for (var j = 1; j <= to.Length; j++)
            {
                var exchange = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(exchange, Math.Min(row[j], row[j - 1]) + 1));
            }
        }

        return row[to.Length];
    }
}
