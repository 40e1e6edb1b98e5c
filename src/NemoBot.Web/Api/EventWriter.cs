using System.Globalization;
using System.Text;
using System.Text.Json;
using NemoBot.Web.Replies;

namespace NemoBot.Web.Api;

/// <summary>Writes server-sent events. A reader that does not receive them in time is dropped; it resumes when it reconnects.</summary>
internal sealed class EventWriter(Stream body, TimeSpan patience, TimeProvider time)
{
    /// <summary>Sets the browser's reconnection delay, and makes proxies forward the headers.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => SendAsync("retry: 1000\n\n"u8.ToArray(), cancellationToken);

    public Task HeartbeatAsync(CancellationToken cancellationToken) => SendAsync(": still here\n\n"u8.ToArray(), cancellationToken);

    /// <summary>Sets the reader's position without an event.</summary>
    public Task MarkAsync(long id, CancellationToken cancellationToken) =>
        SendAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {id}\n\n")), cancellationToken);

    public Task WriteAsync(long id, string name, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        // The JSON has no line breaks: one data line is enough.
        var data = JsonReplies.Compose(write);
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {id}\nevent: {name}\ndata: "));
        var bytes = new byte[head.Length + data.Length + 2];
        head.CopyTo(bytes, 0);
        data.Span.CopyTo(bytes.AsSpan(head.Length));
        bytes.AsSpan(bytes.Length - 2).Fill((byte)'\n');
        return SendAsync(bytes, cancellationToken);
    }

    private async Task SendAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        await body.WriteAsync(bytes, cancellationToken).AsTask().WaitAsync(patience, time, cancellationToken);
        await body.FlushAsync(cancellationToken).WaitAsync(patience, time, cancellationToken);
    }
}
