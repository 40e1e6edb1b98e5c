using System.Net;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>Addresses that other machines reach.</summary>
public static class OpenAddress
{
    /// <summary>What to do about the first open address of a chat without an access token; null if there is none.</summary>
    public static string? Refuse(IEnumerable<string> addresses, WebChatOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var open = options.NeedsToken || !options.Enabled ? null : addresses.FirstOrDefault(a => !IsLoopback(a));
        return open is null ? null
            : $"The web chat listens on {open}, where other machines reach it, but no access token is set. "
            + "Set NEMOBOT__Web__AccessToken, or bind to http://127.0.0.1:5080, or turn the chat off with NEMOBOT__Web__Enabled=false.";
    }

    /// <summary>Parses <c>http://host:port</c>; <c>*</c> and <c>+</c> mean every interface, <c>unix:</c> a local socket.</summary>
    internal static bool IsLoopback(string address)
    {
        var host = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];
        if (host.StartsWith("unix:", StringComparison.OrdinalIgnoreCase) || host.StartsWith("pipe:", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        host = host.TrimEnd('/');
        var colon = host.LastIndexOf(':');
        host = (colon > host.LastIndexOf(']') ? host[..colon] : host).Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
