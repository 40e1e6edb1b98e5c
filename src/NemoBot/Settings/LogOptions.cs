namespace NemoBot.Settings;

/// <summary>How the log is written. Section <c>NemoBot:Logs</c>; how much is logged is in the section <c>Logging</c>.</summary>
internal sealed class LogOptions
{
    /// <summary>The section's name below <c>NemoBot</c>.</summary>
    public const string Section = "Logs";

    /// <summary>One JSON object a line, with conversation and turn, for programs that collect logs.</summary>
    public bool Json { get; set; }
}
