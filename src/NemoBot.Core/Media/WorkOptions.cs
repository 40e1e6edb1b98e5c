namespace NemoBot.Core.Media;

/// <summary>Where scratch files go. Set by the host to a folder inside <c>NemoBot:DataFolder</c>.</summary>
public sealed class WorkOptions
{
    /// <summary>Absolute path.</summary>
    public string Folder { get; set; } = Path.Combine(Path.GetTempPath(), "nemobot-work");
}
