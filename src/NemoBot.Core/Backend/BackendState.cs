namespace NemoBot.Core.Backend;

/// <summary>A session's state.</summary>
/// <param name="DraftJson">The draft's JSON text exactly as received, byte for byte; null if there is none.</param>
/// <param name="UserId">The user, if told.</param>
/// <param name="TaskId">The project, if told.</param>
/// <param name="Width">Pixels of the canvas, if told.</param>
/// <param name="Height">Pixels of the canvas, if told.</param>
public sealed record BackendState(string? DraftJson, string? UserId, string? TaskId, int? Width, int? Height);
