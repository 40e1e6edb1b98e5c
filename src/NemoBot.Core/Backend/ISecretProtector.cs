namespace NemoBot.Core.Backend;

/// <summary>Encrypts what must not lie in clear on disk.</summary>
public interface ISecretProtector
{
    /// <summary>Encrypts.</summary>
    string Protect(string secret);

    /// <summary>Decrypts; null if the key is gone or the text was changed.</summary>
    string? Unprotect(string secret);
}
