using System.Globalization;
using NemoBot.Core.Storage;

namespace NemoBot.Telegram.Updates;

/// <summary>
/// Persists the offset up to which every update is on disk. After a week without updates the service restarts its numbering, so an
/// old offset is not used.
/// </summary>
internal sealed class OffsetCursor(IPlatformCursors cursors, TimeProvider clock)
{
    private static readonly TimeSpan Trusted = TimeSpan.FromDays(5);

    /// <summary>The first update that is not known to be on disk; null to start with the oldest that the service has.</summary>
    public async Task<int?> LoadAsync(long botId, CancellationToken cancellationToken)
    {
        var parts = (await cursors.GetCursorAsync(Name(botId), cancellationToken))?.Split('@');
        return parts is [var offset, var at]
            && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < Trusted
            ? id
            : null;
    }

    /// <summary>Saves the offset; returns once it is durable.</summary>
    public Task SaveAsync(long botId, int offset, CancellationToken cancellationToken) => cursors.SetCursorAsync(
        Name(botId), string.Create(CultureInfo.InvariantCulture, $"{offset}@{clock.GetUtcNow().ToUnixTimeSeconds()}"), cancellationToken);

    /// <summary>Per bot: another bot's token must not inherit the offset.</summary>
    public static string Name(long botId) => string.Create(CultureInfo.InvariantCulture, $"telegram:offset:{botId}");
}
