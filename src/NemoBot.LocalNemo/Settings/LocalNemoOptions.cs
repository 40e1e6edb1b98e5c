using System.ComponentModel.DataAnnotations;

namespace NemoBot.LocalNemo.Settings;

/// <summary>The embedded backend's settings: section <c>NemoBot:LocalNemo</c>.</summary>
public sealed class LocalNemoOptions
{
    /// <summary>The section's name below <c>NemoBot</c>.</summary>
    public const string Section = "LocalNemo";

    /// <summary>Where sessions, uploads and videos are kept.</summary>
    [Required]
    public string DataFolder { get; set; } = "./data/localnemo";

    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes a free one.</summary>
    [Required]
    public string Urls { get; set; } = "http://127.0.0.1:0";

    /// <summary>Largest uploaded file in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long MaxUploadBytes { get; set; } = 500L * 1024 * 1024;

    /// <summary>Most files in one upload.</summary>
    [Range(1, 1000)]
    public int MaxFilesPerUpload { get; set; } = 50;

    /// <summary>Longest message in characters.</summary>
    [Range(1, 1_000_000)]
    public int MaxTextLength { get; set; } = 40_000;

    /// <summary>Uploads and renders are refused when less than this is free on the disk, in bytes.</summary>
    [Range(0, long.MaxValue)]
    public long MinFreeBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Videos that are made at the same time.</summary>
    [Range(1, 64)]
    public int RenderConcurrency { get; set; } = 1;

    /// <summary>Where several instances share the studio: how many bytes of uploaded files are kept on this machine after their use.</summary>
    [Range(0, long.MaxValue)]
    public long CacheBytes { get; set; } = 10L << 30;

    /// <summary>Where several instances share the studio: a render is made by another one if its own was not heard of for so long.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RenderLease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a token is taken.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "3650.00:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A session that was not used for so long is dropped, its files with it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "3650.00:00:00")]
    public TimeSpan SessionRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>A finished video is dropped after this time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "3650.00:00:00")]
    public TimeSpan RenderRetention { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long the address of a finished video is good.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "3650.00:00:00")]
    public TimeSpan OutputLinkLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often what is too old is looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "30.00:00:00")]
    public TimeSpan CleaningInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A heartbeat is sent when nothing else was for so long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest time for fetching one linked file.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan LinkTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Lets linked files come from loopback and private addresses. Only for networks where every user is trusted.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Takes everything FFmpeg can read instead of the documented types only.</summary>
    public bool AcceptAnyMedia { get; set; }

    /// <summary>Answers polls in the enveloped shape (<c>success</c>, <c>data</c>) instead of the bare one.</summary>
    public bool EnvelopedRenders { get; set; }

    /// <summary>The optional language model: section <c>NemoBot:Understanding</c>.</summary>
    public UnderstandingOptions Understanding { get; set; } = new();

    /// <summary>Makes the server behave like the cloud, for tests and demonstrations.</summary>
    public SimulationOptions Simulation { get; set; } = new();
}
