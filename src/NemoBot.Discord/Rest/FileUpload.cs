using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace NemoBot.Discord.Rest;

/// <summary>
/// <c>multipart/form-data</c> with the message as <c>payload_json</c> and a file as <c>files[0]</c>, streamed from disk. Not the
/// framework's own, because that encodes names by RFC 2047, which Discord shows literally.
/// </summary>
internal sealed class FileUpload : HttpContent
{
    private const int BlockBytes = 128 * 1024;

    private readonly string _path;
    private readonly byte[] _head;
    private readonly byte[] _tail;
    private readonly long _size;

    public FileUpload(byte[] payload, string path, long size, string fileName, string mimeType)
    {
        _path = path;
        _size = size;
        var boundary = "nemobot-" + Guid.NewGuid().ToString("N");
        _head = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n"
            + Encoding.UTF8.GetString(payload)
            + $"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"{Quote(fileName)}\"\r\nContent-Type: {mimeType}\r\n\r\n");
        _tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=" + boundary);
    }

    /// <summary>Notified of each block that was sent.</summary>
    public IdleTimeout? Watch { get; set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_head, cancellationToken);
        await using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var block = new byte[BlockBytes];
        for (int count; (count = await file.ReadAsync(block, cancellationToken)) > 0;)
        {
            await stream.WriteAsync(block.AsMemory(0, count), cancellationToken);
            Watch?.Touch();
        }

        await stream.WriteAsync(_tail, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + _size + _tail.Length;
        return true;
    }

    /// <summary>Escapes what would end the name, as browsers do.</summary>
    private static string Quote(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
