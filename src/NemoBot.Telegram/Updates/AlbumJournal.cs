using System.Text.Json;
using NemoBot.Core.Storage;

namespace NemoBot.Telegram.Updates;

/// <summary>Persists <see cref="AlbumState"/> in the store.</summary>
internal sealed class AlbumJournal(IPlatformCursors cursors)
{
    private const string Cursor = "telegram:albums";

    /// <summary>Loads the state; an empty one if the stored state cannot be read.</summary>
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

    /// <summary>Saves the state; returns once it is durable.</summary>
    public Task SaveAsync(AlbumState state, CancellationToken cancellationToken) =>
        cursors.SetCursorAsync(Cursor, JsonSerializer.Serialize(state, AlbumStateContext.Default.AlbumState), cancellationToken);
}
