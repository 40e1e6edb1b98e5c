using NemoBot.Core.Platforms;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>All renders, from their request to the deletion of their files. Disposing ends the work on this machine; unfinished renders stay.</summary>
internal interface IRenders : IAsyncDisposable
{
    /// <summary>Begins to work on renders, those that an earlier run left unfinished among them.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Serves a render with the file of an earlier one that is the same; null if there is none, or its id was used before.</summary>
    Task<RenderRecord?> TryReuseAsync(RenderRecord record, CancellationToken cancellationToken);

    /// <summary>Enqueues a render of some length; false if its id was used before.</summary>
    Task<bool> TryAddAsync(RenderRecord record, TimeSpan length, CancellationToken cancellationToken);

    /// <summary>State of a user's render; null if there is none.</summary>
    Task<RenderView?> FindAsync(string id, string userId, CancellationToken cancellationToken);

    /// <summary>Ends a render; nothing happens to one that is over.</summary>
    Task CancelAsync(string id, CancellationToken cancellationToken);

    /// <summary>Ends and deletes all renders of a session.</summary>
    Task<ErasedFiles> EraseAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>Deletes those that were over before a time.</summary>
    Task DropOldAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>The finished render with a key of <see cref="RenderKeys"/>; null if there is none.</summary>
    Task<RenderRecord?> FindFinishedAsync(string key, CancellationToken cancellationToken);

    /// <summary>Opens the file of a finished render; null if it is gone.</summary>
    Task<Stream?> OpenAsync(RenderRecord record, CancellationToken cancellationToken);
}
