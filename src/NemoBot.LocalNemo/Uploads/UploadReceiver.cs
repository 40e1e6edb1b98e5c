using System.Buffers;
using System.Security.Cryptography;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Uploads;

/// <summary>Streams uploads to disk, up to the size limit.</summary>
internal sealed class UploadReceiver(Folders folders, LocalNemoOptions options)
{
    private const int BufferSize = 128 * 1024;
    private const long SpaceCheckEvery = 32L * 1024 * 1024;

    /// <summary>Receives one file. Deletes the partial file on failure.</summary>
    public async Task<ReceivedFile> ReceiveAsync(Stream source, string name, CancellationToken cancellationToken)
    {
        RequireSpace();
        var path = Path.Combine(folders.Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var (size, hash) = await CopyAsync(source, path, name, cancellationToken);
            return size > 0 ? new ReceivedFile(path, name, size, hash) : throw new UploadException(UploadProblem.Unsupported, $"{name} is empty.");
        }
        catch (Exception e)
        {
            File.Delete(path);
            if (DiskErrors.IsFull(e))
            {
                throw new UploadException(UploadProblem.NoSpace, "The disk is full.");
            }

            throw;
        }
    }

    private async Task<(long Size, string Hash)> CopyAsync(Stream source, string path, string name, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
            long size = 0;
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (size / SpaceCheckEvery != (size + read) / SpaceCheckEvery)
                {
                    RequireSpace();
                }

                size += read;
                if (size > options.MaxUploadBytes)
                {
                    throw new UploadException(
                        UploadProblem.TooLarge, $"{name} is larger than {options.MaxUploadBytes / (1024 * 1024)} MB. Compress or trim it.");
                }

                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void RequireSpace()
    {
        if (folders.FreeBytes() < options.MinFreeBytes)
        {
            throw new UploadException(UploadProblem.NoSpace, "There is too little space left on the disk.");
        }
    }
}
