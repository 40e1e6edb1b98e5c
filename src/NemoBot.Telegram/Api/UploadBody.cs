using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace NemoBot.Telegram.Api;

/// <summary>
/// A multipart body written by hand: .NET's own writes file names that are not ASCII in RFC 2047 form, and Telegram then shows
/// them literally. Files are streamed from disk.
/// </summary>
internal sealed class UploadBody : HttpContent
{
    private const int ChunkBytes = 81_920;

    private readonly string _boundary = "nemobot-" + Guid.NewGuid().ToString("N");
    private readonly List<(byte[] Head, FileInfo? File)> _parts = [];
    private readonly byte[] _end;

    /// <summary>Starts a body with one field per property: strings and numbers bare, objects as JSON, as the service wants them.</summary>
    public UploadBody(JsonElement fields)
    {
        _end = Encoding.ASCII.GetBytes($"--{_boundary}--\r\n");
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={_boundary}");
        foreach (var field in fields.EnumerateObject())
        {
            var value = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
            var part = $"--{_boundary}\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{value}\r\n";
            _parts.Add((Encoding.UTF8.GetBytes(part), null));
        }
    }

    /// <summary>Called after every chunk that went out.</summary>
    public Action OnProgress { get; set; } = () => { };

    /// <summary>Called when the last byte went out.</summary>
    public Action OnSent { get; set; } = () => { };

    /// <summary>Adds a file.</summary>
    public void AddFile(string field, string path, string fileName, string mimeType)
    {
        var head = $"--{_boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{Quotable(fileName)}\"\r\n"
            + $"Content-Type: {mimeType}\r\n\r\n";
        _parts.Add((Encoding.UTF8.GetBytes(head), new FileInfo(path)));
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _end.Length + _parts.Sum(p => p.Head.Length + (p.File is null ? 0 : p.File.Length + 2));
        return true;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (var (head, file) in _parts)
        {
            await stream.WriteAsync(head, cancellationToken);
            if (file is not null)
            {
                await CopyAsync(file.FullName, stream, cancellationToken);
                await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
            }
        }

        await stream.WriteAsync(_end, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        OnSent();
    }

    private async Task CopyAsync(string path, Stream stream, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var chunk = new byte[ChunkBytes];
        int read;
        while ((read = await file.ReadAsync(chunk, cancellationToken)) > 0)
        {
            await stream.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            OnProgress();
        }
    }

    /// <summary>Parsers disagree about escapes in a quoted name, so a name has nothing to escape.</summary>
    private static string Quotable(string name) =>
        string.Concat(name.Select(c => c is '"' or '\\' or '/' || char.IsControl(c) ? '_' : c));
}
