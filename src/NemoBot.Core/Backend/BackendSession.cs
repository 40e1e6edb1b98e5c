namespace NemoBot.Core.Backend;

/// <summary>A session on the backend; single-user: one running turn at a time.</summary>
/// <param name="SessionId">Opaque; a string even when it looks like a number.</param>
/// <param name="TaskId">The project it belongs to, if told.</param>
/// <param name="UserId">The user, if told; <c>anon_…</c> for anonymous ones.</param>
public sealed record BackendSession(string SessionId, string? TaskId, string? UserId);
