using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Transport;

namespace NemoBot.Nemo.Files;

/// <summary>
/// A <c>multipart/form-data</c> body that streams its files one after the other. Its own writer because file names must stand there
/// as plain UTF-8, as browsers write them (WHATWG form data), and not MIME-encoded as the framework's writer does.
/// </summary>
internal sealed class UploadBody : TrackedContent
{
    private const int ChunkBytes = 64 * 1024;

    private readonly string _boundary = $"----nemobot{Guid.NewGuid():N}";
    private readonly IReadOnlyList<UploadSource> _files;
    private readonly Action<long> _moved;
    private readonly List<byte[]> _heads;
    private readonly byte[] _tail;
    private Exception? _sourceFailure;
    private long _sent;

    /// <param name="files">At least one.</param>
    /// <param name="moved">Told the bytes of files sent so far after each chunk.</param>
    public UploadBody(IReadOnlyList<UploadSource> files, Action<long> moved)
    {
        _files = files;
        _moved = moved;
        _heads = [.. files.Select((file, i) => Head(file, i == 0))];
        _tail = Encoding.ASCII.GetBytes($"\r\n--{_boundary}--\r\n");
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary=\"{_boundary}\"");
    }

    public override Exception? SourceFailure => _sourceFailure;

    protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            for (var i = 0; i < _files.Count; i++)
            {
                await stream.WriteAsync(_heads[i], cancellationToken).ConfigureAwait(false);
                await CopyAsync(_files[i], stream, buffer, cancellationToken).ConfigureAwait(false);
            }

            await stream.WriteAsync(_tail, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            _moved(_sent);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        var isKnown = _files.All(f => f.Size is not null);
        length = isKnown ? _tail.Length + _heads.Sum(h => (long)h.Length) + _files.Sum(f => f.Size!.Value) : 0;
        return isKnown;
    }

    private async Task CopyAsync(UploadSource file, Stream target, byte[] buffer, CancellationToken cancellationToken)
    {
        using var source = await FromSourceAsync(() => file.OpenAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        var copied = 0L;
        while (await FromSourceAsync(() => source.ReadAsync(buffer, cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            copied += read;
            if (copied > file.Size)
            {
                break;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            _moved(_sent += read);
        }

        if (file.Size is { } size && copied != size)
        {
            throw _sourceFailure = new IOException("A file has not as many bytes as it was said to have.");
        }
    }

    /// <summary>Keeps apart what the source fails with from what the connection fails with.</summary>
    private async Task<T> FromSourceAsync<T>(Func<Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            _sourceFailure = failure;
            throw new IOException("A file could not be read.", failure);
        }
    }

    private byte[] Head(UploadSource file, bool isFirst)
    {
        var name = file.Name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        var type = MediaTypeHeaderValue.TryParse(file.MimeType, out var parsed) ? parsed.ToString() : "application/octet-stream";
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isFirst ? string.Empty : "\r\n")}--{_boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\nContent-Type: {type}\r\n\r\n"));
    }
}
