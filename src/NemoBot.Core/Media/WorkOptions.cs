using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Media;

/// <summary>Scratch files of requests and videos, in <c>work</c> in the data folder. Section <c>NemoBot:Work</c>.</summary>
public sealed class WorkOptions
{
    /// <summary>Absolute path; set by the host.</summary>
    public string Folder { get; internal set; } = Path.Combine(Path.GetTempPath(), "nemobot-work");

    /// <summary>Work is refused while less than this is free on the disk, in bytes.</summary>
    [Range(0, long.MaxValue)]
    public long MinFreeBytes { get; set; } = 256L << 20;

    /// <summary>Work is refused while scratch files take more than this, in bytes; 0: as much as the disk has.</summary>
    [Range(0, long.MaxValue)]
    public long MaxBytes { get; set; } = 20L << 30;

    /// <summary>Scratch files that are older are left over and deleted; longer than any request takes.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromDays(2);
}
