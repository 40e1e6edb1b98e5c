using NemoBot.Core.Backend;

namespace NemoBot.Nemo.Settings;

/// <summary>One service to speak to: the cloud, or the embedded server of this or another machine.</summary>
internal sealed record NemoConnection
{
    /// <summary>Name, prices, paces of polling and recovery, web address. The name keeps accounts of several services apart.</summary>
    public required BackendTraits Traits { get; init; }

    /// <summary>The API's base address.</summary>
    public required Uri Api { get; init; }

    /// <summary>The operator's own token; null: an anonymous one is asked for.</summary>
    public string? Token { get; init; }

    /// <summary>The client id that anonymous tokens are asked for with; null: one is made and kept.</summary>
    public string? ClientId { get; init; }

    /// <summary>Waits, paces and limits.</summary>
    public NemoLimits Limits { get; init; } = new();

    /// <summary>Does not print the token.</summary>
    public override string ToString() => $"{Traits.Name} at {Api.Host}:{Api.Port}";

    /// <summary>An address of the API from a path relative to its base.</summary>
    internal Uri Address(string path)
    {
        var root = Api.AbsoluteUri;
        return new Uri(root.EndsWith('/') ? root + path : $"{root}/{path}");
    }

    /// <summary>True if the address belongs to the API, so that it may see the token.</summary>
    internal bool IsApi(Uri address) =>
        Uri.Compare(address, Api, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
