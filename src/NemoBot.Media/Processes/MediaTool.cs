namespace NemoBot.Media.Processes;

/// <summary>Which program.</summary>
public enum MediaTool
{
    /// <summary>Decodes, filters, encodes.</summary>
    Ffmpeg,

    /// <summary>Looks into files.</summary>
    Ffprobe,
}
