using System.Globalization;
using System.Security.Cryptography;

namespace NemoBot.Speech.Models;

/// <summary>
/// A small file beside a model that records its hash when it was installed, with the size and time that it had. A model that still
/// has both is not hashed again.
/// </summary>
internal static class ModelSeal
{
    /// <summary>Records a model that was just checked.</summary>
    public static Task WriteAsync(string path, string hash, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(SealOf(path), $"{hash} {Stamp(path)}", cancellationToken);

    /// <summary>Tells whether a model is what was installed.</summary>
    public static async Task<bool> HoldsAsync(string path, string? expected, CancellationToken cancellationToken)
    {
        var parts = File.Exists(SealOf(path)) ? (await File.ReadAllTextAsync(SealOf(path), cancellationToken).ConfigureAwait(false)).Split(' ', 2) : [];
        var hash = expected ?? (parts.Length == 2 ? parts[0] : null);
        if (hash is null || (parts.Length == 2 && parts[0] == hash && parts[1] == Stamp(path)))
        {
            return true;
        }

        if (await HashAsync(path, cancellationToken).ConfigureAwait(false) != hash)
        {
            return false;
        }

        try
        {
            await WriteAsync(path, hash, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder cannot be written: the model is as good, and is hashed again the next time.
        }

        return true;
    }

    /// <summary>SHA-256, hexadecimal.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
    }

    private static string SealOf(string path) => path + ".sha256";

    private static string Stamp(string path)
    {
        var file = new FileInfo(path);
        return string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}");
    }
}
