using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Storage;

/// <summary>Section <c>NemoBot:Cluster</c>: several instances on one PostgreSQL. Without a database the bot is one process with a file.</summary>
public sealed class ClusterOptions
{
    /// <summary>Name of the section below <c>NemoBot</c>.</summary>
    public const string Section = "Cluster";

    /// <summary>The role of an instance that works on conversations.</summary>
    public const string ChatRole = "chat";

    /// <summary>The role of an instance that polls services and keeps shards connected.</summary>
    public const string ReceiveRole = "receive";

    /// <summary>The role of an instance that makes the videos of the embedded studio.</summary>
    public const string RenderRole = "render";

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

    /// <summary>
    /// What this instance does: <c>chat</c> works on conversations, <c>receive</c> polls services and keeps shards connected, <c>render</c>
    /// makes the videos of the embedded studio.
    /// </summary>
    [Required]
    [RegularExpression("(chat|receive|render)(,(chat|receive|render)){0,2}")]
    public string Roles { get; set; } = ChatRole + "," + ReceiveRole + "," + RenderRole;

    /// <summary>The address or host name under which the other instances reach this one; it listens there. Without a certificate only for private networks.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port that the instances talk to each other on.</summary>
    [Range(1, 65535)]
    public int SiloPort { get; set; } = 11111;

    /// <summary>
    /// A PEM file with a certificate and its private key: instances encrypt their connections and accept only each other. The same file for
    /// all, or one of each instance with <see cref="Authority"/>. Blank: not encrypted.
    /// </summary>
    public string? Certificate { get; set; }

    /// <summary>A PEM file with the certificate of the authority that signed those of all instances. Blank: all use the same one.</summary>
    public string? Authority { get; set; }

    /// <summary>True if this process is one of several.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Database);

    /// <summary>Returns the roles of this instance, one by one.</summary>
    public IReadOnlyList<string> SplitRoles() => Roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns true if this instance has a role.</summary>
    public bool Has(string role) => SplitRoles().Contains(role);
}
