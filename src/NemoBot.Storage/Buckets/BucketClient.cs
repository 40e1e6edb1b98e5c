using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using NemoBot.Storage.Settings;

namespace NemoBot.Storage.Buckets;

/// <summary>Creates the client of a bucket's server.</summary>
internal static class BucketClient
{
    private const int Repeats = 2;

    public static AmazonS3Client Create(VaultOptions options)
    {
        var settings = new AmazonS3Config
        {
            AuthenticationRegion = options.Region,
            ForcePathStyle = options.ForcePathStyle,
            MaxErrorRetry = Repeats,
            Timeout = options.UploadTimeout,

            // Servers other than Amazon's do not know the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            settings.ServiceURL = endpoint.AbsoluteUri;
        }
        else
        {
            settings.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        return string.IsNullOrWhiteSpace(options.AccessKey)
            ? new AmazonS3Client(settings)
            : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey.Trim(), options.SecretKey!.Trim()), settings);
    }
}
