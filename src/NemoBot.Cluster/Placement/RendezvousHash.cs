using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace NemoBot.Cluster.Placement;

/// <summary>
/// Chooses a place for a key: each place has a weight for each key, and the heaviest one wins. When a place comes or goes, only the keys
/// that it wins or had move. Of numbered works (<c>session.0</c>, <c>session.1</c>, …) each place gets the same share: there are few.
/// </summary>
internal static class RendezvousHash
{
    /// <returns>The chosen place; null if there is none.</returns>
    public static string? Choose(string key, IEnumerable<string> places)
    {
        var dot = key.LastIndexOf('.');
        var isNumbered = int.TryParse(key.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && dot > 0;
        var name = isNumbered ? key[..dot] : key;
        var sorted = places.OrderByDescending(p => Weight(name, p)).ThenBy(p => p, StringComparer.Ordinal).ToList();
        return sorted.Count == 0 ? null : sorted[isNumbered ? number % sorted.Count : 0];
    }

    private static ulong Weight(string key, string place) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(key + "\n" + place));
}
