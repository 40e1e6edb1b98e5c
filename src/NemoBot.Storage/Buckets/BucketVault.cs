using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using NemoBot.Core.Storage;
using NemoBot.Storage.Settings;

namespace NemoBot.Storage.Buckets;

/// <summary>A vault in a bucket of S3 or of a server that speaks its protocol.</summary>
internal sealed class BucketVault(VaultOptions options, TimeProvider clock) : IFileVault, IDisposable
{
    private readonly AmazonS3Client _s3 = BucketClient.Create(options);
    private readonly BucketErrors _errors = new(options, clock);

    /// <inheritdoc />
    public Task CheckAsync(CancellationToken cancellationToken) =>
        _errors.AskAsync(stop => _s3.ListObjectsV2Async(ListOf("", 1), stop), cancellationToken);

    /// <inheritdoc />
    public async Task KeepAsync(string bundle, string folder, CancellationToken cancellationToken)
    {
        var upload = new BucketUpload(_s3, options);
        foreach (var path in Directory.GetFiles(folder).OrderBy(f => Path.GetFileName(f) == IFileVault.About))
        {
            await _errors.GuardAsync(() => upload.PutAsync(Key(bundle, Path.GetFileName(path)), path, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <inheritdoc />
    public async Task<VaultFile?> OpenAsync(string bundle, string name, CancellationToken cancellationToken)
    {
        var key = Key(bundle, name);
        var found = await _errors.AskAsync(stop => DescribeAsync(key, stop), cancellationToken).ConfigureAwait(false);
        return found is null
            ? null
            : new VaultFile(
                new BucketStream((from, stop) => OpenAtAsync(key, from, stop), found.ContentLength, _errors, options, clock),
                new DateTimeOffset(found.LastModified ?? DateTime.UnixEpoch));
    }

    /// <inheritdoc />
    public async Task RemoveAsync(string bundle, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var item in ListAsync(bundle + "/", cancellationToken).ConfigureAwait(false))
        {
            keys.Add(item.Key);
        }

        foreach (var key in keys.OrderByDescending(k => k == Key(bundle, IFileVault.About)))
        {
            await _errors.AskAsync(stop => _s3.DeleteObjectAsync(options.Bucket, key, stop), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<string> FindAsync(string prefix, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        await foreach (var item in ListAsync(prefix.Length == 0 ? "" : prefix + "/", cancellationToken).ConfigureAwait(false))
        {
            // Keys come in order, so the files of a bundle follow each other.
            var bundle = item.Key[options.Prefix.Length..item.Key.LastIndexOf('/')];
            if (bundle != last && item.LastModified?.ToUniversalTime() < before.UtcDateTime)
            {
                last = bundle;
                yield return bundle;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _s3.Dispose();

    private async Task<GetObjectMetadataResponse?> DescribeAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await _s3.GetObjectMetadataAsync(options.Bucket, key, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<Stream> OpenAtAsync(string key, long from, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest
        {
            BucketName = options.Bucket,
            Key = key,
            ByteRange = new ByteRange($"bytes={from}-"),
        };
        return (await _s3.GetObjectAsync(request, cancellationToken).ConfigureAwait(false)).ResponseStream;
    }

    private async IAsyncEnumerable<S3Object> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = ListOf(prefix, null);
        do
        {
            var page = await _errors.AskAsync(stop => _s3.ListObjectsV2Async(request, stop), cancellationToken).ConfigureAwait(false);
            foreach (var item in page.S3Objects ?? [])
            {
                yield return item;
            }

            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    private ListObjectsV2Request ListOf(string prefix, int? most) => new()
    {
        BucketName = options.Bucket,
        Prefix = options.Prefix + prefix,
        MaxKeys = most,
    };

    private string Key(string bundle, string name) => $"{options.Prefix}{bundle}/{name}";
}
