using Amazon.S3;
using Amazon.S3.Model;
using NemoBot.Storage.Settings;

namespace NemoBot.Storage.Buckets;

/// <summary>Uploads files from disk, large ones in parts. Nothing is visible before the whole file is there.</summary>
internal sealed class BucketUpload(AmazonS3Client s3, VaultOptions options)
{
    public async Task<bool> PutAsync(string key, string path, CancellationToken cancellationToken)
    {
        var size = new FileInfo(path).Length;
        if (size > options.PartBytes)
        {
            await PutPartsAsync(key, path, size, cancellationToken).ConfigureAwait(false);
            return true;
        }

        var request = new PutObjectRequest
        {
            BucketName = options.Bucket,
            Key = key,
            FilePath = path,
            ContentType = "application/octet-stream",

            // The body is hashed before it is sent: every server understands that.
            UseChunkEncoding = false,
        };
        await s3.PutObjectAsync(request, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task PutPartsAsync(string key, string path, long size, CancellationToken cancellationToken)
    {
        var start = new InitiateMultipartUploadRequest
        {
            BucketName = options.Bucket,
            Key = key,
            ContentType = "application/octet-stream",
        };
        var upload = (await s3.InitiateMultipartUploadAsync(start, cancellationToken).ConfigureAwait(false)).UploadId;
        try
        {
            var parts = new List<PartETag>();
            for (var number = 1; (number - 1) * options.PartBytes < size; number++)
            {
                var sent = await s3.UploadPartAsync(Part(key, path, upload, number, size), cancellationToken).ConfigureAwait(false);
                parts.Add(new PartETag(number, sent.ETag));
            }

            await s3.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest
                {
                    BucketName = options.Bucket,
                    Key = key,
                    UploadId = upload,
                    PartETags = parts,
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            await AbortAsync(key, upload).ConfigureAwait(false);
            throw;
        }
    }

    private UploadPartRequest Part(string key, string path, string upload, int number, long size) => new()
    {
        BucketName = options.Bucket,
        Key = key,
        UploadId = upload,
        FilePath = path,
        FilePosition = (number - 1) * options.PartBytes,
        PartSize = Math.Min(options.PartBytes, size - ((number - 1) * options.PartBytes)),
        PartNumber = number,
        UseChunkEncoding = false,
    };

    /// <summary>The parts of an upload that did not end cost space until they are dropped.</summary>
    private async Task AbortAsync(string key, string upload)
    {
        try
        {
            await s3.AbortMultipartUploadAsync(options.Bucket, key, upload, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The bucket's own rule for incomplete uploads removes them.
        }
    }
}
