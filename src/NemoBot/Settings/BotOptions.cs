using System.ComponentModel.DataAnnotations;

namespace NemoBot.Settings;

/// <summary>The settings at the top of the section <c>NemoBot</c>.</summary>
internal sealed class BotOptions
{
    /// <summary>Database, files of the web chat, keys, scratch files.</summary>
    [Required]
    public string DataFolder { get; set; } = "./data";
}
