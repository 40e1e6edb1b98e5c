using System.ComponentModel.DataAnnotations;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>Section <c>NemoBot:Files</c>.</summary>
public sealed class UploadOptions
{
    /// <summary>Largest file that is copied to disk in order to convert or compress it, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long LargestSpool { get; set; } = 4L << 30;
}
