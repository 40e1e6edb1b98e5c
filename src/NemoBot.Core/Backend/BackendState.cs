namespace NemoBot.Core.Backend;

/// <summary>A session's state.</summary>
/// <param name="DraftJson">The draft's JSON text exactly as received, byte for byte; null if there is none.</param>
/// <param name="UserId">The user; null if unknown.</param>
/// <param name="TaskId">The project; null if unknown.</param>
/// <param name="Width">Pixels of the canvas; null if unknown.</param>
/// <param name="Height">Pixels of the canvas; null if unknown.</param>
/// <param name="Version">The number that the service gives this draft within the session; null if it gives none.</param>
public sealed record BackendState(string? DraftJson, string? UserId, string? TaskId, int? Width, int? Height, int? Version = null);
