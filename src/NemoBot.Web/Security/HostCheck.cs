using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>
/// Without an access token only this machine is served, and only under a loopback name: a foreign page whose name resolves to 127.0.0.1 (DNS
/// rebinding) has the same origin for the browser, and only the Host header gives it away.
/// </summary>
internal sealed class HostCheck(IOptions<WebChatOptions> options)
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public static bool IsLocal(HttpContext context) =>
        context.Connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address);

    /// <summary>Returns true for a program on this machine that talks to the bot directly and not through a proxy.</summary>
    public static bool IsDirectLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer) && IsLocal(context)
        && IsLoopbackName(context.Request.Host.Host)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

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
