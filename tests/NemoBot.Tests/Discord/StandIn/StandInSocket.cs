using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>One connection to the stand-in's gateway; compresses as one stream and splits frames at awkward places.</summary>
internal sealed class StandInSocket : IDisposable
{
    private readonly WebSocket _socket;
    private readonly Channel<byte[]> _out = Channel.CreateUnbounded<byte[]>();
    private readonly MemoryStream _packed = new();
    private readonly ZLibStream? _zlib;
    private readonly Task _sending;

    public StandInSocket(WebSocket socket, bool compress)
    {
        _socket = socket;
        _zlib = compress ? new ZLibStream(_packed, CompressionLevel.Fastest) : null;
        _sending = SendAllAsync();
    }

    public void Send(JsonObject frame) => _out.Writer.TryWrite(Encoding.UTF8.GetBytes(frame.ToJsonString()));

    public void Abort() => _socket.Abort();

    public async Task CloseOutputAsync(int code)
    {
        _out.Writer.TryComplete();
        await _sending;
        await _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);
    }

    public async Task<string?> ReceiveAsync()
    {
        using var text = new MemoryStream();
        var block = new byte[4096];
        while (true)
        {
            var part = await _socket.ReceiveAsync(block.AsMemory(), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(block, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    public void Dispose()
    {
        _out.Writer.TryComplete();
        _zlib?.Dispose();
        _packed.Dispose();
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var frame in _out.Reader.ReadAllAsync())
            {
                var bytes = frame;
                if (_zlib is not null)
                {
                    _packed.SetLength(0);
                    await _zlib.WriteAsync(frame);
                    await _zlib.FlushAsync();
                    bytes = _packed.ToArray();
                }

                var half = bytes.Length / 2;
                var type = _zlib is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
                await _socket.SendAsync(bytes.AsMemory(0, half), type, endOfMessage: _zlib is not null, CancellationToken.None);
                await _socket.SendAsync(bytes.AsMemory(half), type, endOfMessage: true, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side is gone.
        }
    }
}
