using System.Net;
using System.Net.Sockets;

namespace NemoBot.Cluster.Naming;

/// <summary>The address at which other instances reach this one.</summary>
internal static class ClusterAddress
{
    /// <exception cref="InvalidOperationException">It is no address of this machine's networks.</exception>
    public static IPAddress Resolve(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return address;
        }

        try
        {
            var found = Dns.GetHostAddresses(text);
            return found.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
        }
        catch (SocketException)
        {
            throw new InvalidOperationException($"NemoBot:Cluster:Address is '{text}', which has no address: name an address or a host name of this machine.");
        }
    }
}
