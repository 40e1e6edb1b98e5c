namespace NemoBot.Core.Storage;

/// <summary>
/// Keeps the files that people uploaded or received in the web chat, and those of the embedded studio where several instances share it, in a
/// folder or a bucket. Files come in bundles: the content, what is known about it, perhaps a poster.
/// </summary>
public interface IFileVault
{
    /// <summary>The file of a bundle that is written last and removed first: a bundle without it does not exist for readers.</summary>
    const string About = "about.json";

    /// <summary>The first path segment of the bundles that belong to the embedded studio: the web chat leaves them alone.</summary>
    const string Studio = "studio";

    /// <summary>Checks at the start that the vault can be used.</summary>
    /// <exception cref="VaultException">It cannot; the message says why.</exception>
    Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>Moves the files of a folder into the vault. Once this returns, they survive a power failure.</summary>
    /// <param name="bundle">Two path segments of lower case letters and digits.</param>
    /// <param name="folder">The folder; gone afterwards.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="VaultException">The vault cannot be reached or refuses the files.</exception>
    Task KeepAsync(string bundle, string folder, CancellationToken cancellationToken);

    /// <summary>Opens a file of a bundle; null if there is none. Reading continues after a lost connection.</summary>
    /// <exception cref="VaultException">The vault cannot be reached.</exception>
    Task<VaultFile?> OpenAsync(string bundle, string name, CancellationToken cancellationToken);

    /// <summary>Deletes a bundle, complete or not.</summary>
    /// <exception cref="VaultException">The vault cannot be reached.</exception>
    Task RemoveAsync(string bundle, CancellationToken cancellationToken);

    /// <summary>Finds bundles, complete or not.</summary>
    /// <param name="prefix">The first path segment, or empty for all.</param>
    /// <param name="before">A vault that knows ages may omit bundles that were not kept before this time.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="VaultException">The vault cannot be reached.</exception>
    IAsyncEnumerable<string> FindAsync(string prefix, DateTimeOffset before, CancellationToken cancellationToken);
}
