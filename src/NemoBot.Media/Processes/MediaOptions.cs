using System.ComponentModel.DataAnnotations;

namespace NemoBot.Media.Processes;

/// <summary>Where FFmpeg is and how long its work may take. Section <c>NemoBot:Media</c>.</summary>
public sealed class MediaOptions
{
    /// <summary>A name looked up in PATH, or a path.</summary>
    [Required]
    public string FfmpegPath { get; set; } = "ffmpeg";

    /// <summary>A name looked up in PATH, or a path.</summary>
    [Required]
    public string FfprobePath { get; set; } = "ffprobe";

    /// <summary>Longest time for looking into a file, for a poster frame or for a drawn picture.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest time for converting, compressing or fitting one file.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ConvertTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Longest time for rendering one video.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "2.00:00:00")]
    public TimeSpan RenderTimeout { get; set; } = TimeSpan.FromHours(6);

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
