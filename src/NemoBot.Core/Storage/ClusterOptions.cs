using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Storage;

/// <summary>Section <c>NemoBot:Cluster</c>: several instances on one PostgreSQL. Without a database the bot is one process with a file.</summary>
public sealed class ClusterOptions
{
    /// <summary>Name of the section below <c>NemoBot</c>.</summary>
    public const string Section = "Cluster";

    /// <summary>The connection string, <c>Host=…;Database=…;Username=…;Password=…</c>; holds a secret. Null or empty: one process.</summary>
    public string? Database { get; set; }

    /// <summary>Names the cluster in its database: instances of another name are refused.</summary>
    [Required]
    [RegularExpression("[A-Za-z0-9_-]{1,40}")]
    public string Name { get; set; } = "nemobot";

    /// <summary>How long a call waits for a database that does not accept connections before it fails.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ConnectPatience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Refuse writes of an instance that another one has taken over from. False only to see in a trial what it prevents.</summary>
    public bool RefuseStaleWrites { get; set; } = true;

    /// <summary>True if this process is one of several.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Database);
}
