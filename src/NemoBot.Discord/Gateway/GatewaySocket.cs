using System.Buffers;
using System.Net.WebSockets;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;

namespace NemoBot.Discord.Gateway;

/// <summary>A WebSocket to the gateway: receives whole, decompressed frames and sends frames.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private const int KeptBytes = 256 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Inflater? _inflater;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _block = new byte[16 * 1024];
    private ArrayBufferWriter<byte> _raw = new();
    private ArrayBufferWriter<byte> _text = new();

    public GatewaySocket(DiscordOptions options)
    {
        _inflater = options.Compress ? new Inflater() : null;
        _socket.Options.SetRequestHeader("User-Agent", UserAgent.Name(options));

        // The protocol has its own heartbeats.
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
    }

    /// <summary>The peer's close code; null if the connection broke.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public Task ConnectAsync(string address, CancellationToken cancellationToken)
    {
        var builder = new UriBuilder(address);
        string[] ours = _inflater is null ? ["v=10", "encoding=json"] : ["v=10", "encoding=json", "compress=zlib-stream"];
        builder.Query = string.Join('&', Others(builder.Query).Concat(ours));
        return _socket.ConnectAsync(builder.Uri, cancellationToken);
    }

    /// <summary>Receives the next frame, valid until the next call; null when the connection has ended.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        Trim();
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await _socket.ReceiveAsync(_block.AsMemory(), cancellationToken);
            }
            catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // Broken, or aborted by us because the peer is dead: the caller reconnects.
                _ended.TrySetResult();
                return null;
            }

            if (part.MessageType == WebSocketMessageType.Close)
            {
                _ended.TrySetResult();
                return null;
            }

            _raw.Write(_block.AsSpan(0, part.Count));
            if (part.EndOfMessage && Decompress(part.MessageType) is { } frame)
            {
                return frame;
            }
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Closes with a code that keeps the session. The wait for the peer is short, because it may be dead.</summary>
    /// <param name="isRead">A reader is active and will see the peer's close frame.</param>
    /// <param name="clock">Limits the wait.</param>
    public async Task CloseAsync(bool isRead, TimeProvider clock)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1), clock);
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)CloseCodes.Resume, "", soon.Token);
            await (isRead ? _ended.Task.WaitAsync(soon.Token) : DrainAsync(soon.Token));
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Already closed, or the peer is gone.
        }

        _socket.Abort();
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
        _inflater?.Dispose();
    }

    /// <summary>Keeps parameters of the address that are not ours: a proxy may need them.</summary>
    private static IEnumerable<string> Others(string query) => query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(p => p.Split('=')[0] is not ("v" or "encoding" or "compress"));

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (_socket.State == WebSocketState.CloseSent && (await _socket.ReceiveAsync(_block.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
        {
            // The resume replays what is discarded here.
        }
    }

    private ReadOnlyMemory<byte>? Decompress(WebSocketMessageType type)
    {
        if (type == WebSocketMessageType.Text || _inflater is null)
        {
            return _raw.WrittenMemory;
        }

        if (!Inflater.EndsFrame(_raw.WrittenSpan))
        {
            return null;
        }

        _inflater.Inflate(_raw.WrittenSpan, _text);
        return _text.WrittenMemory;
    }

    /// <summary>Releases the memory of unusually large frames.</summary>
    private void Trim()
    {
        _raw = _raw.Capacity > KeptBytes ? new() : Cleared(_raw);
        _text = _text.Capacity > KeptBytes ? new() : Cleared(_text);
    }

    private static ArrayBufferWriter<byte> Cleared(ArrayBufferWriter<byte> writer)
    {
        writer.ResetWrittenCount();
        return writer;
    }
}
