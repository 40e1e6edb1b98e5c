using System.Globalization;
using NemoBot.Core.Storage;

namespace NemoBot.Telegram.Updates;

/// <summary>
/// Remembers up to which update everything is on disk. After a week without updates the service starts its numbers anew,
/// so an old memory is not used.
/// </summary>
internal sealed class OffsetCursor(IPlatformCursors cursors, TimeProvider clock)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromDays(5);

    /// <summary>The first update that is not known to be on disk; null to let the service decide.</summary>
    public async Task<long?> LoadAsync(long botId, CancellationToken cancellationToken)
    {
        var parts = (await cursors.GetCursorAsync(Name(botId), cancellationToken))?.Split('@');
        return parts is [var offset, var at]
            && long.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < Trusted
            ? id
            : null;
    }

    /// <summary>Remembers; returns once it is durable.</summary>
    public Task SaveAsync(long botId, long offset, CancellationToken cancellationToken) => cursors.SetCursorAsync(
        Name(botId), string.Create(CultureInfo.InvariantCulture, $"{offset}@{clock.GetUtcNow().ToUnixTimeSeconds()}"), cancellationToken);

    /// <summary>Each bot counts for itself: a changed token must not inherit the offset.</summary>
    private static string Name(long botId) => string.Create(CultureInfo.InvariantCulture, $"telegram:offset:{botId}");
}
