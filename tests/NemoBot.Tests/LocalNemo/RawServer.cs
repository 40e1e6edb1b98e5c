using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NemoBot.Tests.LocalNemo;

/// <summary>A server on loopback that sends bytes as they are, also fewer than its headers promise, and then closes the connection.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _ranges = [];
    private readonly Task _serving;

    /// <param name="answer">From the number of the request and the first byte that is asked for, the headers and the content.</param>
    public RawServer(Func<int, int, (string Headers, ReadOnlyMemory<byte> Content)> answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public string Address => $"http://{_listener.LocalEndpoint}/";

    /// <summary>The ranges that were asked for; empty for a whole file.</summary>
    public IReadOnlyList<string> Ranges => _ranges;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync(Func<int, int, (string Headers, ReadOnlyMemory<byte> Content)> answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, leaveOpen: true);
                var range = "";
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    range = line.StartsWith("Range: ", StringComparison.OrdinalIgnoreCase) ? line[7..] : range;
                }

                _ranges.Add(range);
                var (headers, content) = answer(_ranges.Count, range.Length == 0 ? 0 : int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture));
                await stream.WriteAsync(Encoding.UTF8.GetBytes(headers.ReplaceLineEndings("\r\n") + "\r\n\r\n"));
                await stream.WriteAsync(content);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
