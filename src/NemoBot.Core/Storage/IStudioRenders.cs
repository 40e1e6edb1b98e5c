namespace NemoBot.Core.Storage;

/// <summary>
/// The queue of renders that several instances share. A worker claims a render for a time and renews the claim; what was claimed again
/// meanwhile can't be closed under the older claim. Times are those of the database, so the clocks of instances may differ.
/// </summary>
public interface IStudioRenders
{
    /// <summary>Enqueues a render, or stores one that is over with the file of another.</summary>
    /// <returns>False if its key was used before, or that file is gone.</returns>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<bool> AddAsync(StudioRender render, CancellationToken cancellationToken);

    /// <summary>Reads a render; null if there is none.</summary>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<StudioRender?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Finds the newest finished render that made the same file; null if there is none.</summary>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<StudioRender?> FindTwinAsync(string twin, CancellationToken cancellationToken);

    /// <summary>Finds those of several bundles that are the files of renders.</summary>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<IReadOnlyCollection<string>> FindOutputsAsync(IReadOnlyCollection<string> bundles, CancellationToken cancellationToken);

    /// <summary>Reads which renders wait, by key, and how many run or go before each as things are. Shorter ones may still come.</summary>
    /// <param name="mostOvertaken">After so many others a render goes first, however long it is.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<IReadOnlyDictionary<string, int>> ReadPlacesAsync(int mostOvertaken, CancellationToken cancellationToken);

    /// <summary>Claims the next render: the shortest, but none is overtaken for ever; null if none may start.</summary>
    /// <param name="worker">Names the process.</param>
    /// <param name="lease">How long the claim holds unless it is renewed.</param>
    /// <param name="mostOvertaken">After so many others a render goes first, however long it is.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<StudioRender?> ClaimAsync(string worker, TimeSpan lease, int mostOvertaken, CancellationToken cancellationToken);

    /// <summary>Renews a claim.</summary>
    /// <returns>False if the render is over, deleted or claimed again: stop working on it.</returns>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<bool> RenewAsync(string key, int attempt, double progress, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Gives a claim back, so that another worker continues at once.</summary>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task ReleaseAsync(string key, int attempt, CancellationToken cancellationToken);

    /// <summary>Ends a render.</summary>
    /// <param name="key">The render.</param>
    /// <param name="attempt">The claim under which it was made; null ends it whoever works on it.</param>
    /// <param name="json">The studio's record of it.</param>
    /// <param name="output">The bundle with its file, if there is one.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>False if it is over, deleted or claimed again: nothing was written.</returns>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<bool> CloseAsync(string key, int? attempt, string json, string? output, CancellationToken cancellationToken);

    /// <summary>Deletes all renders of a session.</summary>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<IReadOnlyList<StudioRender>> RemoveSessionAsync(string session, CancellationToken cancellationToken);

    /// <summary>Deletes the renders that were over before a time.</summary>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<IReadOnlyList<StudioRender>> RemoveOverAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
