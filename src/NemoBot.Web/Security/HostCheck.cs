using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>
/// Without an access token only the own machine may ask, and only under a name of the own machine: a foreign page whose name was turned to
/// 127.0.0.1 (DNS rebinding) is of the same origin for the browser, and only the Host header gives it away.
/// </summary>
internal sealed class HostCheck(IOptions<WebChatOptions> options)
{
    public static bool IsLocal(HttpContext context) =>
        context.Connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address);

    public bool IsKnownHost(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return options.Value.NeedsToken || IsLoopbackName(host)
            || string.Equals(host, options.Value.PublicUrl?.Host, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
