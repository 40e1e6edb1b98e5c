using System.ComponentModel.DataAnnotations;

namespace NemoBot.Storage.Settings;

/// <summary>Section <c>NemoBot:Storage</c>; the folder is <c>NemoBot:DataFolder</c>, because others keep files in it too.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the section below <c>NemoBot</c>.</summary>
    public const string Section = "Storage";

    /// <summary>The folder of the database file <c>nemobot.litedb</c>; created if it is missing.</summary>
    [Required]
    public string DataFolder { get; set; } = "./data";

    /// <summary>How much longer than its turn a message id stays known, so that a late second copy is dropped.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan SeenIdLife { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many writes at most share one commit.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 256;

    /// <summary>How many pages of 8 KiB the log holds before it is merged into the data file.</summary>
    [Range(50, 10_000)]
    public int CheckpointPages { get; set; } = 500;

    /// <summary>A file of at least this many bytes is compacted once a third of it is free.</summary>
    [Range(0, long.MaxValue)]
    public long CompactAboveBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The largest size of each of the two database files in bytes; 0: as large as the disk.</summary>
    [Range(0, long.MaxValue)]
    public long MaxBytes { get; set; }
}
