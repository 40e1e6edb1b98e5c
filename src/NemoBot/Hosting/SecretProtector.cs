using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NemoBot.Core.Backend;

namespace NemoBot.Hosting;

/// <summary>Encrypts tokens with a key stored beside the database, readable only by its owner.</summary>
internal sealed class SecretProtector(IDataProtectionProvider provider) : ISecretProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("NemoBot.Accounts");

    public string Protect(string secret) => _protector.Protect(secret);

    public string? Unprotect(string secret)
    {
        try
        {
            return _protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
