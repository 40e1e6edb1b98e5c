namespace NemoBot.Cluster.Naming;

/// <summary>What instances must have in common to understand each other.</summary>
internal static class Wire
{
    /// <summary>Raise it when a call between instances changes: its name, its parameters or what they hold.</summary>
    public const int Version = 1;

    private const string Encrypted = "+tls";

    /// <summary>The stamp that an instance carries in its name.</summary>
    public static string Stamp(bool isEncrypted) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Version}{(isEncrypted ? Encrypted : "")}");

    /// <summary>Returns true if an instance encrypts its connections.</summary>
    public static bool IsEncrypted(string stamp) => stamp.EndsWith(Encrypted, StringComparison.Ordinal);
}
