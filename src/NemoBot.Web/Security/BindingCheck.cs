using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Security;

/// <summary>Fails the start if the chat is reachable from other machines without an access token.</summary>
internal sealed class BindingCheck(IServer server, IOptions<WebChatOptions> options) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var open = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(a => !IsLoopback(a));
        return open is null || options.Value.NeedsToken || !options.Value.Enabled
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"The web chat listens on {open}, where other machines reach it, but no access token is set. "
                + "Set NEMOBOT__Web__AccessToken, or bind to http://127.0.0.1:5080, or turn the chat off with NEMOBOT__Web__Enabled=false.");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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
