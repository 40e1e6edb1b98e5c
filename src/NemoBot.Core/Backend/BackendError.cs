namespace NemoBot.Core.Backend;

/// <summary>An error of the backend, in any of its forms.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Message">The backend's own words, for the log and for GUI translation; may be null.</param>
/// <param name="RetryAfter">How long it asked to wait.</param>
/// <param name="UserId">The account's user id, for the registration link; null if unknown.</param>
public sealed record BackendError(BackendErrorKind Kind, string? Message = null, TimeSpan? RetryAfter = null, string? UserId = null);
