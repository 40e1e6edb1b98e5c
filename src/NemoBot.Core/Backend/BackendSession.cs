namespace NemoBot.Core.Backend;

/// <summary>A session on the backend; single-user: one running turn at a time.</summary>
/// <param name="SessionId">Opaque; a string even when it looks like a number.</param>
/// <param name="TaskId">The project it belongs to; null if unknown.</param>
/// <param name="UserId">The user, <c>anon_…</c> for an anonymous one; null if unknown.</param>
public sealed record BackendSession(string SessionId, string? TaskId, string? UserId);
