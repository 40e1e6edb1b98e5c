using System.Text.Json;
using NemoBot.Core.Storage;

namespace NemoBot.Telegram.Updates;

/// <summary>Keeps <see cref="AlbumState"/> in the store.</summary>
internal sealed class AlbumJournal(IPlatformCursors cursors)
{
    private const string Cursor = "telegram:albums";

    /// <summary>Reads what was kept; nothing if it cannot be read.</summary>
    public async Task<AlbumState> LoadAsync(CancellationToken cancellationToken)
    {
        var json = await cursors.GetCursorAsync(Cursor, cancellationToken);
        try
        {
            return json is null ? new AlbumState() : JsonSerializer.Deserialize(json, AlbumStateContext.Default.AlbumState) ?? new AlbumState();
        }
        catch (JsonException)
        {
            return new AlbumState();
        }
    }

    /// <summary>Keeps it; returns once it is durable.</summary>
    public Task SaveAsync(AlbumState state, CancellationToken cancellationToken) =>
        cursors.SetCursorAsync(Cursor, JsonSerializer.Serialize(state, AlbumStateContext.Default.AlbumState), cancellationToken);
}
