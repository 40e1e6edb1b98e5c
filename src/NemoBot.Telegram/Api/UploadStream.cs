namespace NemoBot.Telegram.Api;

/// <summary>A file being uploaded. It reports every chunk, to distinguish a slow transfer from a stalled one.</summary>
/// <param name="path">The file.</param>
internal sealed class UploadStream(string path)
    : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan)
{
    /// <summary>Called with the number of bytes of each chunk; zero at the end of the file.</summary>
    public Action<int> OnRead { get; set; } = _ => { };

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        OnRead(count);
        return count;
    }
}
