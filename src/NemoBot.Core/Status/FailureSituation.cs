using NemoBot.Core.Backend;

namespace NemoBot.Core.Status;

/// <summary>The circumstances in which a failure is described.</summary>
internal sealed record FailureSituation
{
    /// <summary>The turn that can be run again; 0 if none.</summary>
    public long Turn { get; init; }

    /// <summary>Set when a render failed: the version that can be tried again.</summary>
    public int? RenderVersion { get; init; }

    /// <summary>Which of the version's formats failed.</summary>
    public int RenderPart { get; init; }

    /// <summary>The account is anonymous: registering would help.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The conversation brought its own token.</summary>
    public bool OwnAccount { get; init; }

    /// <summary>The account's user id; null if unknown.</summary>
    public string? UserId { get; init; }

    /// <summary>Where people register.</summary>
    public Uri? Web { get; init; }

    /// <summary>The embedded backend could do it instead.</summary>
    public bool CanGoLocal { get; init; }

    /// <summary>The types that are taken, as a list to read.</summary>
    public string FileTypes { get; init; } = "";

    /// <summary>The largest file, as a size to read.</summary>
    public string LargestFile { get; init; } = "";

    /// <summary>True if the account is anonymous; false too while that is unknown, because only the wording depends on it.</summary>
    public static async Task<bool> IsAnonymousAsync(IVideoBackend backend, BackendCaller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await backend.IsAnonymousAsync(caller, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
