using System.ComponentModel.DataAnnotations;

namespace NemoBot.Media.Processes;

/// <summary>Where FFmpeg is and what its work may take. Section <c>NemoBot:Media</c>.</summary>
public sealed class MediaOptions
{
    /// <summary>A name looked up in PATH, or a path.</summary>
    [Required]
    public string FfmpegPath { get; set; } = "ffmpeg";

    /// <summary>A name looked up in PATH, or a path.</summary>
    [Required]
    public string FfprobePath { get; set; } = "ffprobe";

    /// <summary>Longest time for looking into a file, with all that takes, for a poster frame or for a drawn picture.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest time for converting, compressing or fitting one file.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ConvertTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Longest time for rendering one video.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "2.00:00:00")]
    public TimeSpan RenderTimeout { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Longest time in which a running FFmpeg may do nothing at all; then it hangs and is ended.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Most memory in bytes for one FFmpeg that reads a file; one that encodes video may take four times as much. 0: no limit. Linux only.</summary>
    [Range(0, long.MaxValue / 4)]
    public long MaxMemoryBytes { get; set; } = 896L << 20;

    /// <summary>Largest file in bytes that one FFmpeg may write. Linux only.</summary>
    [Range(1L << 20, long.MaxValue)]
    public long MaxOutputBytes { get; set; } = 16L << 30;

    /// <summary>How many files may be looked into at once; 0: as many as there are processors. More wait their turn.</summary>
    [Range(0, 1024)]
    public int ShortAtOnce { get; set; }

    /// <summary>How many files may be converted, compressed or fitted at once; 0: as many as there are processors. More wait their turn.</summary>
    [Range(0, 1024)]
    public int LongAtOnce { get; set; }

    /// <summary>How far FFmpeg steps back behind other programs, 0 to 19.</summary>
    [Range(0, 19)]
    public int Niceness { get; set; } = 10;

    /// <summary>Threads for one FFmpeg; 0: as many as it likes.</summary>
    [Range(0, 256)]
    public int Threads { get; set; }
}
