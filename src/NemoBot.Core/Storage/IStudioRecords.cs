namespace NemoBot.Core.Storage;

/// <summary>Records of the embedded studio that several instances share: JSON by kind and id.</summary>
public interface IStudioRecords
{
    /// <summary>Reads those of several records that exist, in any order.</summary>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<IReadOnlyList<string>> FindAsync(string kind, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Changes a record, or adds it, in one transaction.</summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="id">Its id.</param>
    /// <param name="change">Maps the newest JSON, null if there is none, to the new record; null writes nothing. Must be pure: it may be called again.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task UpdateAsync(string kind, string id, Func<string?, StudioRecord?> change, CancellationToken cancellationToken);

    /// <summary>Deletes a record.</summary>
    /// <returns>Its JSON; null if there was none.</returns>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<string?> RemoveAsync(string kind, string id, CancellationToken cancellationToken);

    /// <summary>Deletes the records of a kind that were last used before a time.</summary>
    /// <returns>Their JSON.</returns>
    /// <exception cref="StoreException">The database does not answer.</exception>
    Task<IReadOnlyList<string>> RemoveUnusedAsync(string kind, DateTimeOffset before, CancellationToken cancellationToken);
}
