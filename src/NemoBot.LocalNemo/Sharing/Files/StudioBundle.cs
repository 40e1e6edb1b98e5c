using System.Globalization;
using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Sharing.Files;

/// <summary>Files of the studio in the vault: one bundle for each, below <see cref="IFileVault.Studio"/>.</summary>
internal static class StudioBundle
{
    /// <summary>The name of the file in its bundle.</summary>
    public const string Content = "content";

    /// <summary>The bundle of an uploaded file.</summary>
    public static string OfAsset(string id) => $"{IFileVault.Studio}/f{AssetIds.Digits(id)}";

    /// <summary>The bundle of what one attempt at a render made.</summary>
    public static string OfRender(string key, int attempt) => $"{IFileVault.Studio}/v{key}a{attempt.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The bundle that names the vault.</summary>
    public static string OfIdentity(string id) => $"{IFileVault.Studio}/i{id}";

    /// <summary>The id of the uploaded file in a bundle; null if it holds something else.</summary>
    public static string? AssetOf(string bundle) => bundle.StartsWith(IFileVault.Studio + "/f", StringComparison.Ordinal) ? AssetIds.Of(bundle[(IFileVault.Studio.Length + 2)..]) : null;

    /// <summary>Returns true for the bundle of a video.</summary>
    public static bool IsRender(string bundle) => bundle.StartsWith(IFileVault.Studio + "/v", StringComparison.Ordinal);

    /// <summary>Moves a file into the vault.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="bundle">The bundle.</param>
    /// <param name="path">The file; gone afterwards.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task KeepAsync(IFileVault vault, string bundle, string path, CancellationToken cancellationToken)
    {
        var folder = path + ".bundle";
        Directory.CreateDirectory(folder);
        try
        {
            File.Move(path, Path.Combine(folder, Content));
            await File.WriteAllTextAsync(Path.Combine(folder, IFileVault.About), "{}", cancellationToken);
            await vault.KeepAsync(bundle, folder, cancellationToken);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
