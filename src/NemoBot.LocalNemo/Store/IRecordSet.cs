namespace NemoBot.LocalNemo.Store;

/// <summary>Records of one kind by id. A record is changed by a function that is applied to the newest one, never read, held and written back.</summary>
/// <typeparam name="T">Immutable.</typeparam>
internal interface IRecordSet<T>
    where T : class
{
    /// <summary>True if other processes change the records too.</summary>
    bool IsShared { get; }

    /// <summary>Reads a record; null if there is none.</summary>
    Task<T?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads those of several records that exist, in any order.</summary>
    Task<IReadOnlyList<T>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Changes a record, or adds it. Once this returns, the change survives a crash.</summary>
    /// <param name="id">Good for a file's name.</param>
    /// <param name="change">Maps the newest record, null if there is none, to the new one; null writes nothing. Pure: it may be called again.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>What <paramref name="change"/> returned.</returns>
    Task<T?> UpdateAsync(string id, Func<T?, T?> change, CancellationToken cancellationToken);

    /// <summary>Deletes a record.</summary>
    /// <returns>Its bytes; 0 if there was none.</returns>
    Task<long> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>Deletes the records that were last used before a time.</summary>
    /// <returns>The deleted records.</returns>
    Task<IReadOnlyList<T>> RemoveUnusedAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
