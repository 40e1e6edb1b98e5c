using System.ComponentModel.DataAnnotations;

namespace NemoBot.Storage;

/// <summary>Section <c>NemoBot:Storage</c>; the folder is <c>NemoBot:DataFolder</c>, because others keep files in it too.</summary>
public sealed class StorageOptions
{
    /// <summary>Where it stands below <c>NemoBot</c>.</summary>
    public const string Section = "Storage";

    /// <summary>The folder of the database file <c>nemobot.db</c>; made if it is missing.</summary>
    [Required]
    public string DataFolder { get; set; } = "./data";

    /// <summary>How long a call waits for another process that is writing.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How much longer than its turn a message id stays known, so that a late second copy is dropped.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan SeenIdLife { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many calls read at the same time.</summary>
    [Range(1, 64)]
    public int Readers { get; set; } = 4;

    /// <summary>How many writes at most share one commit.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 256;

    /// <summary>The largest size of the database file in bytes; 0: as large as the disk.</summary>
    [Range(0, long.MaxValue)]
    public long MaxBytes { get; set; }
}
