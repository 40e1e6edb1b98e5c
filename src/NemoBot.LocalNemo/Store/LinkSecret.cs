using System.Security.Cryptography;

namespace NemoBot.LocalNemo.Store;

/// <summary>The secret that signs addresses of files. It is kept, so that an address is good after a restart.</summary>
internal static class LinkSecret
{
    private const int Bytes = 32;

    /// <summary>A new one.</summary>
    public static byte[] New() => RandomNumberGenerator.GetBytes(Bytes);

    /// <summary>Reads it from a file, which is written if it is missing or damaged.</summary>
    public static byte[] Load(string path)
    {
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: Bytes } known)
        {
            return known;
        }

        var secret = New();
        File.WriteAllBytes(path, secret);
        return secret;
    }
}
