using System.Globalization;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Access;

/// <summary>A code that was shown and not used yet.</summary>
/// <param name="Hash">The code, hashed.</param>
/// <param name="ExpiresAt">Until when it is valid.</param>
/// <param name="Creator">The chat that learns who used it.</param>
internal sealed record PairingTicket(string Hash, DateTimeOffset ExpiresAt, ConversationKey Creator)
{
    public static IEnumerable<PairingTicket> Parse(string? text) => (text ?? "")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.Split(' ', 3))
        .Select(p => new PairingTicket(p[0], Time(p[1]), ConversationKey.Parse(p[2])));

    public static string Write(IEnumerable<PairingTicket> tickets) => string.Join('\n', tickets.Select(t => string.Create(
        CultureInfo.InvariantCulture, $"{t.Hash} {t.ExpiresAt.ToUnixTimeMilliseconds()} {t.Creator}")));

    private static DateTimeOffset Time(string text) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));
}
