namespace NemoBot.Core.Backend;

/// <summary>A call to the backend failed.</summary>
/// <param name="error">How.</param>
/// <param name="inner">The cause.</param>
public sealed class BackendException(BackendError error, Exception? inner = null) : Exception($"The backend failed: {error?.Kind}.", inner)
{
    /// <summary>How it failed.</summary>
    public BackendError Error { get; } = error ?? new BackendError(BackendErrorKind.Other);
}
