using System.Security.Cryptography;
using System.Text;

namespace NemoBot.Core.Access;

/// <summary>A code that lets one newcomer in: eight letters and digits without those that look alike, about 39 bits.</summary>
internal static class PairingCode
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 8;

    public static string Create() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The form that is stored. The stored codes cannot be read back from it.</summary>
    public static string Hash(string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]))));

    /// <summary>Compares in constant time.</summary>
    public static bool AreEqual(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(other));
}
