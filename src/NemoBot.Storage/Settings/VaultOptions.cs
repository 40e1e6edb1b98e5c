using System.ComponentModel.DataAnnotations;

namespace NemoBot.Storage.Settings;

/// <summary>Section <c>NemoBot:Vault</c>: a bucket for the files of the web chat. Without one they are in the data folder.</summary>
public sealed class VaultOptions : IValidatableObject
{
    /// <summary>Name of the section below <c>NemoBot</c>.</summary>
    public const string Section = "Vault";

    /// <summary>The bucket, on S3 or a server that speaks its protocol. Blank: files are in the data folder.</summary>
    public string? Bucket { get; set; }

    /// <summary>The server's address, for example https://files.example.org:9000. Blank: Amazon's, by region.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The region that requests are signed for.</summary>
    [Required]
    public string Region { get; set; } = "us-east-1";

    /// <summary>The id of the access key. Blank: the credentials of this machine, as the provider's tools find them.</summary>
    public string? AccessKey { get; set; }

    /// <summary>The secret of the access key.</summary>
    public string? SecretKey { get; set; }

    /// <summary>What all names in the bucket begin with, so that several bots can share one.</summary>
    [RegularExpression("([A-Za-z0-9_.-]+/)*")]
    public string Prefix { get; set; } = "nemobot/";

    /// <summary>Put the bucket's name into the path of requests; false puts it into the host name.</summary>
    public bool ForcePathStyle { get; set; } = true;

    /// <summary>Files above this size are uploaded in parts of this size, in bytes.</summary>
    [Range(5L << 20, 1L << 30)]
    public long PartBytes { get; set; } = 16L << 20;

    /// <summary>How long the server may be silent before a request counts as failed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the upload of a file, or of one part of it, may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Shortest pause before a failed read is repeated.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RepeatDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https")))
        {
            yield return new ValidationResult(
                "NemoBot:Vault:Endpoint must be a full http or https address, for example https://files.example.org:9000.", [nameof(Endpoint)]);
        }

        if (string.IsNullOrWhiteSpace(AccessKey) != string.IsNullOrWhiteSpace(SecretKey))
        {
            yield return new ValidationResult(
                "NemoBot:Vault:AccessKey and NemoBot:Vault:SecretKey belong together: set both, or neither to use the credentials of this machine.", [nameof(AccessKey)]);
        }

        if (string.IsNullOrWhiteSpace(Bucket) && (Endpoint is not null || !string.IsNullOrWhiteSpace(AccessKey)))
        {
            yield return new ValidationResult(
                "NemoBot:Vault:Bucket is not set, so files stay in the data folder: name the bucket (NEMOBOT__Vault__Bucket), or remove the other settings of NemoBot:Vault.", [nameof(Bucket)]);
        }
    }
}
