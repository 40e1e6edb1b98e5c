using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using NemoBot.Core.Storage;
using NemoBot.Storage.Settings;

namespace NemoBot.Storage.Buckets;

/// <summary>Turns what goes wrong with a bucket into sentences for the operator.</summary>
internal sealed class BucketErrors(VaultOptions options, TimeProvider clock)
{
    private string Server => options.Endpoint?.GetLeftPart(UriPartial.Authority) ?? $"Amazon S3 ({options.Region})";

    /// <summary>Returns true if a repeat may help.</summary>
    public static bool IsPassing(Exception error) => error switch
    {
        AmazonS3Exception refused => (int)refused.StatusCode is 0 or 408 or 429 or >= 500,
        AmazonClientException or HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>Makes a short call.</summary>
    /// <exception cref="VaultException">The call failed, or the server was silent for too long.</exception>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.IdleTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        return await GuardAsync(() => call(both.Token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a call that may take as long as its upload.</summary>
    /// <exception cref="VaultException">The call failed.</exception>
    public async Task<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception error) when (IsOfServer(error) && !cancellationToken.IsCancellationRequested)
        {
            throw Wrap(error);
        }
    }

    public VaultException Wrap(Exception error) => new(
        error switch
        {
            AmazonS3Exception { ErrorCode: "NoSuchBucket" } => $"There is no bucket \"{options.Bucket}\" at {Server}: check NemoBot:Vault:Bucket.",
            AmazonS3Exception { ErrorCode: "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "AuthorizationHeaderMalformed" } =>
                $"{Server} refuses the access key: check NemoBot:Vault:AccessKey, SecretKey and Region.",
            AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden } =>
                $"The access key may not use the bucket \"{options.Bucket}\" at {Server}: it needs to list, read, write and delete objects below \"{options.Prefix}\".",
            AmazonS3Exception { StatusCode: HttpStatusCode.NotFound } => $"A file is no longer in the bucket \"{options.Bucket}\".",
            AmazonS3Exception { StatusCode: not 0 } refused => $"{Server} answered {(int)refused.StatusCode} ({refused.ErrorCode}).",
            AmazonClientException when string.IsNullOrWhiteSpace(options.AccessKey) =>
                $"This machine has no credentials for the bucket \"{options.Bucket}\": set NemoBot:Vault:AccessKey and SecretKey.",
            _ => $"The bucket's server {Server} cannot be reached: check NemoBot:Vault:Endpoint.",
        },
        error);

    private static bool IsOfServer(Exception error) =>
        error is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or OperationCanceledException
        or (IOException and not VaultException and not FileNotFoundException);
}
